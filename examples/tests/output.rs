//! Every example prints what `expected/NAME.txt` and the header of its source say.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

macro_rules! examples {
    ($($name:ident)*) => {
        const NAMES: &[&str] = &[$(stringify!($name)),*];

        $(
            #[test]
            fn $name() {
                prints_what_is_expected(stringify!($name));
            }
        )*
    };
}

examples! {
    averager countdown echo eight_queens expressions flatten grep infinite permutations pipeline primes recursive_tree retry tree_walk
}

#[test]
fn every_example_is_tested() {
    assert_eq!(
        stems("examples", "rs"),
        NAMES,
        "examples/*.rs and the list in this file"
    );
    assert_eq!(
        stems("expected", "txt"),
        NAMES,
        "expected/*.txt and the list in this file"
    );
}

#[test]
fn pipeline_reads_any_file() {
    let text = "one\ntwo words\n\n----\n\n  and a last line without an end";
    let output = run("pipeline", &[&temporary("any.txt", text.as_bytes())]);
    assert!(output.status.success());
    assert_eq!(
        stdout(&output),
        "paragraphs      2\nlines           3\nwords          10\nlongest paragraph: 7 words in 1 lines from line 6\n"
    );
}

#[test]
fn pipeline_takes_bytes_that_are_not_utf8() {
    let output = run(
        "pipeline",
        &[&temporary("latin1.txt", b"caf\xe9 cr\xe8me\r\n")],
    );
    assert!(output.status.success());
    assert!(
        stdout(&output).contains("words           2\n"),
        "{}",
        stdout(&output)
    );
}

#[test]
fn pipeline_takes_an_empty_file() {
    let output = run("pipeline", &[&temporary("empty.txt", b"")]);
    assert!(output.status.success());
    assert_eq!(
        stdout(&output),
        "paragraphs      0\nlines           0\nwords           0\n"
    );
}

#[test]
fn pipeline_says_which_file_is_missing() {
    let output = run("pipeline", &["no such file".as_ref()]);
    assert!(!output.status.success());
    assert!(
        String::from_utf8_lossy(&output.stderr).starts_with("no such file: "),
        "{output:?}"
    );
}

#[test]
fn grep_takes_a_pattern_and_a_file() {
    let file = temporary("grep.txt", b"red\ngreen\nblue green\n");
    let output = run("grep", &["green".as_ref(), &file]);
    assert_eq!(stdout(&output), "2: green\n3: blue green\n2 of 3 lines\n");
}

fn prints_what_is_expected(name: &str) {
    let expected = package().join("expected").join(name).with_extension("txt");
    let expected = fs::read_to_string(&expected)
        .expect("the expected output")
        .replace("\r\n", "\n");
    let output = run(name, &[]);
    assert!(output.status.success(), "{output:?}");
    assert_eq!(stdout(&output), expected);
    assert_eq!(
        promised_output(name),
        expected,
        "the header of examples/{name}.rs"
    );
}

/// The `text` block in the header of an example.
fn promised_output(name: &str) -> String {
    let source = package().join("examples").join(name).with_extension("rs");
    let source = fs::read_to_string(source).expect("the source");
    source
        .lines()
        .skip_while(|line| *line != "//! ```text")
        .skip(1)
        .take_while(|line| *line != "//! ```")
        .map(|line| line.strip_prefix("//! ").unwrap_or("").to_owned() + "\n")
        .collect()
}

/// Cargo builds the examples of a package with its tests, and puts them in a folder beside the test's own.
fn run(name: &str, arguments: &[&Path]) -> Output {
    let test = std::env::current_exe().expect("the path of this test");
    let profile = test.ancestors().nth(2).expect("target/PROFILE/deps/TEST");
    let example = profile
        .join("examples")
        .join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    Command::new(&example)
        .args(arguments)
        .output()
        .unwrap_or_else(|error| {
            panic!(
                "{}: {error} (built by `cargo build --examples`)",
                example.display()
            )
        })
}

fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).replace("\r\n", "\n")
}

fn temporary(name: &str, content: &[u8]) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, content).expect("a temporary file");
    path
}

/// The names of the files in a folder of this package, without the extension, sorted.
fn stems(folder: &str, extension: &str) -> Vec<String> {
    let mut stems: Vec<String> = fs::read_dir(package().join(folder))
        .expect("a folder of this package")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|e| e == extension))
        .map(|path| {
            path.file_stem()
                .expect("a name")
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    stems.sort();
    stems
}

fn package() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
