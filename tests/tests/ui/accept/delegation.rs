#![deny(warnings, clippy::all, clippy::pedantic, unsafe_code, missing_docs)]
#![forbid(unsafe_code)]
//! `yield_from!` and other generators.

use gen_core::generator;

/// Up and down.
#[generator]
pub fn hill(top: u32) -> u32 {
    yield_from!(0..top);
    yield_!(top);
    yield_from!(down(top));
}

/// Down.
#[generator]
pub fn down(mut n: u32) -> u32 {
    while n > 0 {
        n -= 1;
        yield_!(n);
    }
}

/// Boxed at each level.
#[generator]
pub fn nested(depth: u32) -> Box<dyn Iterator<Item = u32>> {
    yield_!(depth);
    if depth > 0 {
        yield_from!(nested(depth - 1));
    }
}

fn main() {
    assert!(hill(2).eq([0, 1, 2, 1, 0]));
    assert!(nested(2).eq([2, 1, 0]));
}
