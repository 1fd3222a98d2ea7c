#![deny(warnings, clippy::all, clippy::pedantic, unsafe_code, missing_docs)]
#![forbid(unsafe_code)]
//! Yields inside larger expressions.

use gen_core::generator;

fn first<T>(value: T, _: u8) -> T {
    value
}

/// In arguments and macros.
#[generator]
pub fn operands(n: u32) -> u32 {
    let kept = first(n, {
        yield_!(1);
        2
    });
    yield_!(kept);
    let list = vec![
        {
            yield_!(4);
            n
        },
        n + 1,
    ];
    yield_!(list[1]);
}

fn main() {
    assert!(operands(2).eq([1, 2, 4, 3]));
}
