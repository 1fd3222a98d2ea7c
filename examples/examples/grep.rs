//! A consumer: lines are sent in one by one, and the generator says which of them match.
//!
//! Run it with `cargo run --example grep -- PATTERN FILE`. Without arguments it looks for `lamp` in the text
//! that lies beside the examples, and prints
//!
//! ```text
//! 8: dawn and came back at noon with little in the nets. The lamp was lit
//! 19: lamp wicks and the letters of three weeks.
//! 22: to be held shut with a beam. The lamp went out at two in the morning,
//! 30: lamp room down to the rocks. Boats counted: seven, all of them home
//! 33: Saturday. Nothing to write. The lamp burned clear.
//! 5 of 33 lines
//! ```

use std::env;
use std::fs::File;
use std::io::{BufRead, BufReader};

use gen_core::{Generator, GeneratorState, generator};

/// Takes lines, `None` after the last; answers each with the numbered line if it matches.
/// Completes with the number of matches and of lines.
#[generator]
fn grep(
    pattern: &str,
) -> impl Generator<Option<String>, Yield = Option<String>, Return = (u32, u32)> {
    let mut matches = 0;
    let mut lines = 0;
    let mut answer = None;
    while let Some(line) = yield_!(answer) {
        lines += 1;
        answer = if line.contains(pattern) {
            matches += 1;
            Some(format!("{lines}: {line}"))
        } else {
            None
        };
    }
    (matches, lines)
}

fn main() -> std::io::Result<()> {
    let mut arguments = env::args().skip(1);
    let pattern = arguments.next().unwrap_or_else(|| "lamp".to_owned());
    let default = concat!(env!("CARGO_MANIFEST_DIR"), "/data/lighthouse.txt");
    let file = arguments.next().unwrap_or_else(|| default.to_owned());

    let mut grep = grep(&pattern);
    grep.start();
    for line in BufReader::new(File::open(file)?).lines() {
        if let GeneratorState::Yielded(Some(found)) = grep.send(Some(line?)) {
            println!("{found}");
        }
    }
    if let GeneratorState::Complete((matches, lines)) = grep.send(None) {
        println!("{matches} of {lines} lines");
    }
    Ok(())
}
