#![deny(warnings, clippy::all, clippy::pedantic, unsafe_code, missing_docs)]
#![forbid(unsafe_code)]
//! `?` with results and options as items.

use gen_core::generator;

use std::num::ParseIntError;

/// Numbers until the first that is none.
#[generator]
pub fn parsed(text: &str) -> Result<u32, ParseIntError> {
    for word in text.split(' ') {
        let number: u32 = word.parse()?;
        yield_!(Ok(number));
    }
}

/// First letters.
#[generator]
pub fn initials(words: &[&str]) -> Option<char> {
    for word in words {
        yield_!(Some(word.chars().next()?));
    }
}

fn main() {
    assert_eq!(parsed("1 x 2").filter_map(Result::ok).count(), 1);
    assert!(initials(&["a", ""]).eq([Some('a'), None]));
}
