//! What users see: the programs in `ui/` and what rustc says of each.
//!
//! | folder | its programs |
//! | --- | --- |
//! | `reject/<rule>` | are rejected with a message of ours; docs/diagnostics.md explains each rule |
//! | `rustc` | are rejected by rustc, on the user's own tokens, as the plain function would be |
//! | `rustc_notes` | the same, but rustc says more than of the plain function; docs/diagnostics.md explains each |
//! | `limits` | should compile, and do not yet: docs/limits.md, "Known differences" |
//! | `accept` | compile with every lint denied |
//!
//! `TRYBUILD=overwrite cargo test -p gen-tests --test ui` writes the messages anew; read them before they are kept.

use std::path::Path;
use std::process::Command;

/// The release whose wording the `.stderr` files have.
const WRITTEN_FOR: &str = "rustc 1.95.";

#[test]
fn messages() {
    let version = rustc_version();
    if !version.starts_with(WRITTEN_FOR) {
        println!("skipped: the messages are those of {WRITTEN_FOR}*, this is {version}");
        return;
    }
    let cases = trybuild::TestCases::new();
    cases.compile_fail("tests/ui/reject/*/*.rs");
    cases.compile_fail("tests/ui/rustc/*.rs");
    cases.compile_fail("tests/ui/rustc_notes/*.rs");
    cases.compile_fail("tests/ui/limits/*.rs");
    cases.pass("tests/ui/accept/*.rs");
}

/// Every rule is in the catalogue, under the name of its folder, and the catalogue has no other.
#[test]
fn catalogue_is_complete() {
    let text = read("../docs/diagnostics.md");
    let mut described: Vec<&str> = text
        .lines()
        .filter_map(|line| line.strip_prefix("### `"))
        .filter_map(|line| line.strip_suffix('`'))
        .collect();
    described.sort_unstable();
    assert_eq!(described, folders("tests/ui/reject"));
}

/// What is left to rustc is listed, and so is each case where it says more than of a plain function.
#[test]
fn what_is_left_to_rustc_is_listed() {
    let text = read("../docs/diagnostics.md");
    for (folder, mark) in [("tests/ui/rustc", "- "), ("tests/ui/rustc_notes", "| ")] {
        let listed: Vec<&str> = text
            .lines()
            .filter_map(|line| line.strip_prefix(mark))
            .flat_map(|line| line.split(" | ").next())
            .flat_map(|names| names.split(", "))
            .collect();
        for file in files(folder) {
            let name = file.trim_start_matches(folder).trim_matches('/');
            let name = name.trim_end_matches(".stderr").replace('_', " ");
            assert!(listed.contains(&name.as_str()), "{name} is not in the list");
        }
    }
}

/// Words of what the macro makes, and signs of a second wave.
const NOT_FOR_USERS: [&str; 10] = [
    "__local",
    "__private",
    "Variables<",
    "_slot",
    "`frame`",
    "sink",
    "GeneratorIterator",
    "GeneratorBlock",
    "originates in the attribute macro",
    "warning:",
];

/// Messages stand on the user's tokens and never name what the macro made up.
#[test]
fn messages_name_nothing_generated() {
    let rules = folders("tests/ui/reject").into_iter();
    let mut all: Vec<String> = rules
        .flat_map(|rule| files(&format!("tests/ui/reject/{rule}")))
        .collect();
    all.extend(files("tests/ui/rustc"));
    for path in all {
        let text = read(&path);
        for words in NOT_FOR_USERS {
            assert!(!text.contains(words), "`{words}` in {path}:\n{text}");
        }
    }
}

fn rustc_version() -> String {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc).arg("--version").output();
    let stdout = output.map(|output| output.stdout).unwrap_or_default();
    String::from_utf8_lossy(&stdout).trim().to_string()
}

fn folders(path: &str) -> Vec<String> {
    let entries = std::fs::read_dir(in_package(path)).expect("a folder");
    let names = entries.flatten().map(|entry| entry.file_name());
    let mut names: Vec<String> = names
        .map(|name| name.to_string_lossy().into_owned())
        .collect();
    names.sort_unstable();
    names
}

/// The expected messages in a folder.
fn files(folder: &str) -> Vec<String> {
    let names = folders(folder).into_iter();
    let names = names.filter(|name| name.ends_with(".stderr"));
    names.map(|name| format!("{folder}/{name}")).collect()
}

fn read(path: &str) -> String {
    std::fs::read_to_string(in_package(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn in_package(path: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}
