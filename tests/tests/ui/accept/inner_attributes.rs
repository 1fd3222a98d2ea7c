#![deny(warnings, clippy::all, clippy::pedantic, unsafe_code, missing_docs)]
#![forbid(unsafe_code)]
//! Attributes at the start of a body.

use gen_core::generator;

/// One number.
#[generator]
pub fn numbers(n: u32) -> u32 {
    #![allow(unused_variables)]
    yield_!(1);
}

fn main() {
    assert!(numbers(0).eq([1]));
}
