//! The expansion is silent.
#![deny(warnings, clippy::all, clippy::pedantic, unsafe_code, missing_docs)]

use crate::trace::{Noisy, all};
use gen_core::generator;

/// A public generator with a bit of everything.
#[generator]
pub fn quiet(words: &[&'static str], limit: Option<usize>) -> Result<usize, String> {
    let mut total = 0;
    let guard = Noisy("guard");
    for word in words {
        let Some(limit) = limit else {
            yield_!(Ok(word.len()));
            continue;
        };
        match word.len() {
            0 => {
                yield_!(Err(String::from("empty")));
                return;
            }
            n if n > limit => yield_!(Ok(limit)),
            n => {
                total += n;
                yield_!(Ok(n));
            }
        }
    }
    drop(guard);
    yield_!(Ok(total));
}

#[test]
fn no_lint_fires_on_the_expansion() {
    assert_eq!(all(quiet(&["ab"], None)), "Ok(2) -guard Ok(0) end");
    assert_eq!(
        all(quiet(&["ab", "abc", ""], Some(2))),
        r#"Ok(2) Ok(2) Err("empty") -guard end"#
    );
}
