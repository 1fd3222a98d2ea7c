#![deny(warnings, clippy::all, clippy::pedantic, unsafe_code, missing_docs)]
#![forbid(unsafe_code)]
//! Patterns of structs in short form.

use gen_core::generator;

/// A circle.
pub struct Circle {
    /// The radius.
    pub radius: u32,
}

/// Lengths.
#[generator]
pub fn lengths(circles: Vec<Circle>) -> u32 {
    for circle in circles {
        match circle {
            Circle { radius } if radius > 1 => yield_!(radius),
            Circle { .. } => {}
        }
    }
}

/// A parameter in parts, one under another name.
#[generator]
pub fn ring(Circle { radius }: Circle, Ring { inner, outer: most }: Ring) -> u32 {
    yield_!(radius);
    yield_!(inner + most);
}

/// A ring.
pub struct Ring {
    /// The inner radius.
    pub inner: u32,
    /// The outer radius.
    pub outer: u32,
}

fn main() {
    assert!(ring(Circle { radius: 2 }, Ring { inner: 1, outer: 2 }).eq([2, 3]));
    assert!(lengths(vec![Circle { radius: 2 }]).eq([2]));
}
