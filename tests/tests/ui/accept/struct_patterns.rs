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

fn main() {
    assert!(lengths(vec![Circle { radius: 2 }]).eq([2]));
}
