//! The public interface of gen-core, as text: a change of it shows as a change of `api.txt`.
//!
//! `UPDATE_EXPECT=1 cargo test -p gen-tests --test api` accepts what is there now. The list is read from the
//! sources: what `lib.rs` exports, the types with their derives and the signatures of their methods, and what is
//! implemented for them. Nothing hidden from the documentation is part of it.

mod documented;
mod listing;
mod sources;

use std::path::PathBuf;

#[test]
fn the_interface_is_as_listed() {
    let golden = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/api/api.txt");
    let actual = listing::listing(&sources::read());
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&golden, &actual).expect("the list can be written");
    }
    let expected = std::fs::read_to_string(&golden).unwrap_or_default();
    assert!(
        expected == actual,
        "the public interface has changed; UPDATE_EXPECT=1 accepts that. It is now\n\n{actual}"
    );
}

#[test]
fn everything_public_is_documented_with_an_example() {
    let missing = documented::missing(&sources::read());
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

mod checker {
    use super::{documented, listing, sources};

    const SOURCE: &str = "
        pub use thing::Thing;
        pub mod thing {
            /// Documented, but without an example.
            #[derive(Clone)]
            pub struct Thing { value: u32, pub open: u8 }
            impl Thing {
                pub fn undocumented(&self) {}
                /// # Examples
                /// ```
                /// ```
                pub fn panics(&self) -> Result<u8, ()> { panic!() }
                fn private(&self) {}
                #[doc(hidden)]
                pub fn hidden(&self) {}
            }
            impl Default for Thing { fn default() -> Self { Thing { value: 1, open: 2 } } }
            struct Private;
            impl Private { pub fn unseen() {} }
        }
    ";

    #[test]
    fn it_lists_what_is_public() {
        let listing = listing::listing(&sources::parsed(SOURCE));
        let expected = "\
#[derive(Clone)]
pub struct Thing {
    pub open: u8,
    ..
}
impl Thing {
    pub fn undocumented(&self);
    pub fn panics(&self) -> Result<u8, ()>;
}
impl Default for Thing
";
        assert_eq!(listing, expected);
    }

    #[test]
    fn it_finds_what_is_missing() {
        let missing = documented::missing(&sources::parsed(SOURCE));
        let expected = [
            "Thing: no example",
            "Thing::open: no documentation",
            "Thing::undocumented: no documentation",
            "Thing::undocumented: no example",
            "Thing::panics: no `# Errors`",
            "Thing::panics: no `# Panics`",
        ];
        assert_eq!(missing, expected);
    }
}
