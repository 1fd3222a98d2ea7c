//! A streaming pipeline over a text file: read, parse, filter, aggregate, each stage a generator over the one before.
//!
//! One line is in memory at a time, however long the file is. The first read error travels through all
//! stages by `?` and ends them.
//!
//! Run it with `cargo run --example pipeline -- FILE`. Without FILE it reads the text that lies beside
//! the examples, and prints
//!
//! ```text
//! paragraphs      8
//! lines          23
//! words         244
//! longest paragraph: 85 words in 7 lines from line 21
//! ```

use std::env;
use std::ffi::OsString;
use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::mem;
use std::process::ExitCode;

use gen_core::generator;

const DEFAULT_FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data/lighthouse.txt");

/// What the pipeline knows of a line; the text itself is gone by then.
struct Line {
    number: u64,
    words: u64,
    /// A heading underline, a table rule, a row of stars: characters, but nothing to read.
    ornament: bool,
}

#[derive(Default)]
struct Paragraph {
    first_line: u64,
    lines: u64,
    words: u64,
}

/// Read: the lines of the input.
#[generator]
fn read(mut input: impl BufRead) -> io::Result<String> {
    let mut bytes = Vec::new();
    while input.read_until(b'\n', &mut bytes)? > 0 {
        yield_!(Ok(String::from_utf8_lossy(&bytes).into_owned()));
        bytes.clear();
    }
}

/// Parse: what a line consists of.
#[generator]
fn parse(lines: impl Iterator<Item = io::Result<String>>) -> io::Result<Line> {
    for (number, text) in (1..).zip(lines) {
        let text = text?;
        let words = text.split_whitespace().count() as u64;
        let ornament = words > 0 && !text.contains(char::is_alphanumeric);
        yield_!(Ok(Line {
            number,
            words,
            ornament
        }));
    }
}

/// Filter: lines that say something, and the blank ones, since these separate paragraphs.
#[generator]
fn readable(lines: impl Iterator<Item = io::Result<Line>>) -> io::Result<Line> {
    for line in lines {
        let line = line?;
        if !line.ornament {
            yield_!(Ok(line));
        }
    }
}

/// Aggregate: one paragraph for each run of lines between blank ones.
#[generator]
fn paragraphs(lines: impl Iterator<Item = io::Result<Line>>) -> io::Result<Paragraph> {
    let mut current = Paragraph::default();
    for line in lines {
        let line = line?;
        if line.words > 0 {
            if current.lines == 0 {
                current.first_line = line.number;
            }
            current.lines += 1;
            current.words += line.words;
        } else if current.lines > 0 {
            yield_!(Ok(mem::take(&mut current)));
        }
    }
    if current.lines > 0 {
        yield_!(Ok(current));
    }
}

fn report(file: &OsString) -> io::Result<()> {
    let input = BufReader::new(File::open(file)?);

    let (mut lines, mut words, mut count) = (0, 0, 0);
    let mut longest = Paragraph::default();
    for paragraph in paragraphs(readable(parse(read(input)))) {
        let paragraph = paragraph?;
        lines += paragraph.lines;
        words += paragraph.words;
        count += 1;
        if paragraph.words > longest.words {
            longest = paragraph;
        }
    }

    println!("paragraphs {count:>6}");
    println!("lines      {lines:>6}");
    println!("words      {words:>6}");
    if count > 0 {
        let Paragraph {
            first_line,
            lines,
            words,
        } = longest;
        println!("longest paragraph: {words} words in {lines} lines from line {first_line}");
    }
    Ok(())
}

fn main() -> ExitCode {
    let file = env::args_os().nth(1).unwrap_or_else(|| DEFAULT_FILE.into());
    if let Err(error) = report(&file) {
        eprintln!("{}: {error}", file.display());
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}
