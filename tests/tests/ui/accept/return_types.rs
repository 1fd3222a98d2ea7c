#![deny(warnings, clippy::all, clippy::pedantic, unsafe_code, missing_docs)]
#![forbid(unsafe_code)]
//! Every way to spell the return type.

use gen_core::generator;

/// Spelled out.
#[generator]
pub fn spelled(n: u32) -> impl Iterator<Item = u32> + Clone + Send {
    yield_!(n);
}

/// Boxed.
#[generator]
pub fn boxed(text: &str) -> Box<dyn Iterator<Item = char> + '_> {
    for c in text.chars() {
        yield_!(c);
    }
}

/// Items of a trait.
#[generator]
pub fn shown(n: u32) -> Box<dyn std::fmt::Debug> {
    yield_!(Box::new(n));
    yield_!(Box::new("n"));
}

fn main() {
    assert!(spelled(1).clone().eq([1]));
    assert!(boxed("ab").eq(['a', 'b']));
    assert_eq!(shown(1).count(), 2);
}
