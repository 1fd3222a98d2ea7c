//! The user's own mistakes are reported on the line where they are, and once.

use std::path::Path;
use std::process::Command;

/// A line and the lint that reports it.
type Report = (usize, String);

#[test]
fn rustc_reports_each_mistake_once() {
    let reported = reports("check");
    assert_eq!(reported, expected(|lint| !lint.starts_with("clippy::")));
}

#[test]
fn clippy_reports_no_other_mistakes() {
    let clippy = Command::new(env!("CARGO"))
        .args(["clippy", "--version"])
        .output();
    if !clippy.is_ok_and(|output| output.status.success()) {
        eprintln!("skipped: there is no clippy here");
        return;
    }
    assert_eq!(reports("clippy"), expected(|_| true));
}

fn program() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/bin/mistakes.rs")
}

/// What the program says has to be reported.
fn expected(counts: impl Fn(&str) -> bool) -> Vec<Report> {
    let text = std::fs::read_to_string(program()).expect("the program is there");
    let mut expected = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let Some((code, lints)) = line.split_once("//~ ") else {
            continue;
        };
        let number = if code.trim().is_empty() {
            index
        } else {
            index + 1
        };
        let lints = lints.split(',').map(str::trim).filter(|lint| counts(lint));
        expected.extend(lints.map(|lint| (number, lint.to_owned())));
    }
    expected.sort_unstable();
    expected
}

/// What is reported for the program by `cargo check` or `cargo clippy`.
fn reports(subcommand: &str) -> Vec<Report> {
    let output = Command::new(env!("CARGO"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args([subcommand, "--quiet", "--message-format=json"])
        .args(["--features=mistakes", "--bin=mistakes"])
        .output()
        .expect("cargo runs");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let text = String::from_utf8(output.stdout).expect("cargo writes UTF-8");
    let mut reports: Vec<Report> = text.lines().filter_map(report).collect();
    reports.sort_unstable();
    reports
}

/// A message of cargo's, if it is a lint of the program.
fn report(line: &str) -> Option<Report> {
    let json: serde_json::Value = serde_json::from_str(line).ok()?;
    if json["target"]["name"] != "mistakes" {
        return None;
    }
    let message = &json["message"];
    let code = message["code"]["code"].as_str()?.to_owned();
    let spans = message["spans"].as_array()?;
    let place = spans.iter().find(|span| span["is_primary"] == true)?;
    let line = usize::try_from(place["line_start"].as_u64()?).ok()?;
    Some((line, code))
}
