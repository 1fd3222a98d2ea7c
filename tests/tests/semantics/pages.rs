//! The pages name tests that exist, and every test stands on a page.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const PAGES: [&str; 2] = [
    include_str!("../../../docs/semantics.md"),
    include_str!("../../../docs/limits.md"),
];

/// `file.rs::test` of everything in backticks that looks like it.
fn named() -> BTreeSet<String> {
    let quoted = PAGES
        .iter()
        .flat_map(|page| page.split('`').skip(1).step_by(2));
    quoted
        .filter(|text| text.contains(".rs::") && !text.contains(char::is_whitespace))
        .map(String::from)
        .collect()
}

/// Every test beside this file.
fn present() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/semantics");
    let mut tests = BTreeSet::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let file = path.file_name().unwrap().to_string_lossy().into_owned();
        if file == "pages.rs" {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        for after in text.split("#[test]").skip(1) {
            let name = after
                .split("fn ")
                .nth(1)
                .unwrap()
                .split('(')
                .next()
                .unwrap();
            tests.insert(format!("{file}::{name}"));
        }
    }
    tests
}

#[test]
fn every_statement_has_its_test_and_every_test_its_statement() {
    let (named, present) = (named(), present());
    let unknown: Vec<_> = named.difference(&present).collect();
    assert!(unknown.is_empty(), "named, but no test: {unknown:#?}");
    let silent: Vec<_> = present.difference(&named).collect();
    assert!(silent.is_empty(), "tests that no page names: {silent:#?}");
}
