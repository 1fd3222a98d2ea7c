#![deny(warnings, clippy::all, clippy::pedantic, unsafe_code, missing_docs)]
#![forbid(unsafe_code)]
//! A method whose body does not look at `self`.

use gen_core::generator;

/// One.
pub struct One;

impl One {
    /// Always one.
    #[generator]
    #[allow(clippy::unused_self)]
    pub fn constant(&self) -> u32 {
        yield_!(1);
    }
}

fn main() {
    assert!(One.constant().eq([1]));
}
