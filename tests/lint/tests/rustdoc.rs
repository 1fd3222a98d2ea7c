//! rustdoc shows a generator with the signature it has for callers and the documentation as written.

use std::path::{Path, PathBuf};
use std::process::Command;

/// A page, the signature on it, and what is said about it.
const PAGES: [(&str, &str, &str); 9] = [
    (
        "signatures/fn.countdown.html",
        "pub fn countdown(n: u32) -> impl Iterator<Item = u32> + FusedIterator",
        "A parameter that is changed.",
    ),
    (
        "signatures/fn.lines.html",
        "pub fn lines(text: &str) -> impl Iterator<Item = &str> + FusedIterator",
        "A borrowed parameter, its lifetime elided.",
    ),
    (
        "signatures/fn.either.html",
        "pub fn either<'a>(left: &'a [u8], right: &'a [u8]) -> impl Iterator<Item = &'a u8> + FusedIterator",
        "A named lifetime.",
    ),
    (
        "signatures/fn.doubled.html",
        "pub fn doubled<I>(items: I) -> impl Iterator<Item = I::Item> + FusedIterator \
         where I: Iterator, I::Item: Copy,",
        "A where-clause and a parameter that is an iterator.",
    ),
    (
        "signatures/fn.squares.html",
        "pub fn squares<const N: usize>() -> impl Iterator<Item = usize> + FusedIterator",
        "A const parameter.",
    ),
    (
        "signatures/fn.naturals.html",
        "pub fn naturals() -> impl Iterator<Item = u64> + Clone + FusedIterator",
        "The iterator spelled out.",
    ),
    (
        "signatures/fn.boxed.html",
        "pub fn boxed(text: &str) -> Box<dyn Iterator<Item = char> + '_>",
        "Boxed.",
    ),
    (
        "signatures/struct.Basket.html",
        "pub fn iter(&self) -> impl Iterator<Item = &str> + FusedIterator",
        "By reference.",
    ),
    // A pattern is taken apart when the generator starts; until then it has no name of the user's.
    (
        "signatures/fn.span.html",
        "pub fn span(arg0: (u32, u32)) -> impl Iterator<Item = u32> + FusedIterator",
        "A pattern as a parameter.",
    ),
];

#[test]
fn signatures_and_documentation_are_as_written() {
    let folder = documentation();
    for (page, signature, about) in PAGES {
        let html = std::fs::read_to_string(folder.join(page)).expect(page);
        let text = text_of(&html);
        assert!(
            text.contains(&packed(signature)),
            "{page}: {signature}\n{text}"
        );
        assert!(text.contains(&packed(about)), "{page}: {about}\n{text}");
        assert!(!text.contains("__private"), "{page} names what is private");
    }
}

/// The pages of this package, fresh.
fn documentation() -> PathBuf {
    let status = Command::new(env!("CARGO"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["rustdoc", "--quiet", "--lib"])
        .status()
        .expect("cargo runs");
    assert!(status.success());
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent();
    target
        .expect("it is a folder of target")
        .join("doc/gen_test_lint")
}

/// What a reader sees of a page, packed.
fn text_of(html: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            _ if !inside => text.push(c),
            _ => {}
        }
    }
    let entities = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&#39;", "'"),
        ("&quot;", "\""),
        ("&amp;", "&"),
    ];
    for (entity, c) in entities {
        text = text.replace(entity, c);
    }
    packed(&text)
}

/// Without white space, and without the comma that a list has behind its last element where it is broken into lines.
fn packed(text: &str) -> String {
    let text: String = text.split_whitespace().collect();
    text.replace(",)", ")")
}
