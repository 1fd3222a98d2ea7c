#![deny(warnings, clippy::all, clippy::pedantic, unsafe_code, missing_docs)]
#![forbid(unsafe_code)]
//! Generators that a macro writes.

use gen_core::generator;

macro_rules! counters {
    ($($name:ident: $ty:ty, $step:expr;)*) => { $(
        /// Counts.
        #[generator]
        pub fn $name(limit: $ty) -> $ty {
            let mut n = 0;
            while n < limit {
                yield_!(n);
                n += $step;
            }
        }
    )* };
}

counters! {
    by_one: u8, 1;
    by_two: u32, 1 + 1;
}

fn main() {
    assert!(by_one(2).eq([0, 1]));
    assert!(by_two(3).eq([0, 2]));
}
