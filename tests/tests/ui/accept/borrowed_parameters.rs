#![deny(warnings, clippy::all, clippy::pedantic, unsafe_code, missing_docs)]
#![forbid(unsafe_code)]
//! References go in and out.

use gen_core::generator;

/// Words.
#[generator]
pub fn words(text: &str) -> &str {
    for word in text.split_whitespace() {
        yield_!(word);
    }
}

/// The larger of each pair.
#[generator]
pub fn larger<'a>(left: &'a [i32], right: &'a [i32]) -> &'a i32 {
    for (a, b) in left.iter().zip(right) {
        yield_!(if a < b { b } else { a });
    }
}

/// Counts up in place.
#[generator]
pub fn counted(counters: &mut [u32]) -> u32 {
    for counter in counters.iter_mut() {
        *counter += 1;
        yield_!(*counter);
    }
}

fn main() {
    assert!(words("a b").eq(["a", "b"]));
    assert!(larger(&[1, 5], &[3, 2]).eq(&[3, 5]));
    assert!(counted(&mut [1, 2]).eq([2, 3]));
}
