#![deny(warnings, clippy::all, clippy::pedantic, unsafe_code, missing_docs)]
#![forbid(unsafe_code)]
//! Types, constants and `impl Trait` as parameters.

use gen_core::generator;

use std::fmt::Display;

/// Each value twice.
#[generator]
pub fn doubled<T>(values: impl IntoIterator<Item = T>) -> T
where
    T: Clone,
{
    for value in values {
        yield_!(value.clone());
        yield_!(value);
    }
}

/// Rows of a fixed width.
#[generator]
pub fn rows<const N: usize>(mut values: impl Iterator<Item = u8>) -> [u8; N] {
    loop {
        let mut row = [0; N];
        for slot in &mut row {
            let Some(value) = values.next() else { return };
            *slot = value;
        }
        yield_!(row);
    }
}

/// Labels.
#[generator]
pub fn labelled<D: Display + ?Sized>(label: &D, count: usize) -> String {
    for n in 0..count {
        yield_!(format!("{label} {n}"));
    }
}

fn main() {
    assert!(doubled([1, 2]).eq([1, 1, 2, 2]));
    assert!(rows::<2>(0..5).eq([[0, 1], [2, 3]]));
    assert!(labelled("n", 1).eq(["n 0"]));
}
