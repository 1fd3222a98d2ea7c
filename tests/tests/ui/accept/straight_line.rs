#![deny(warnings, clippy::all, clippy::pedantic, unsafe_code, missing_docs)]
#![forbid(unsafe_code)]
//! Yields one after another, and none at all.

use gen_core::generator;

/// One, two.
#[generator]
pub fn one_two() -> u32 {
    yield_!(1);
    yield_!(2);
}

/// Nothing.
#[generator]
pub fn nothing() -> u32 {}

/// Units.
#[generator]
#[allow(clippy::unused_unit)]
pub fn units() -> () {
    yield_!();
}

fn main() {
    assert!(one_two().eq([1, 2]));
    assert_eq!(nothing().count(), 0);
    assert_eq!(units().count(), 1);
}
