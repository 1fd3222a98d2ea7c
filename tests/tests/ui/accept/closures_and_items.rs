#![deny(warnings, clippy::all, clippy::pedantic, unsafe_code, missing_docs)]
#![forbid(unsafe_code)]
//! Closures and items of their own inside a body.

use gen_core::generator;

/// Squares, by a closure and a function.
#[generator]
pub fn squares(limit: u32) -> u32 {
    const STEP: usize = 2;
    fn square(n: u32) -> u32 {
        n * n
    }
    let offset = 1;
    let moved = move |n: u32| square(n) + offset;
    for n in (0..limit).step_by(STEP) {
        yield_!(moved(n));
    }
    let all: Vec<u32> = (0..limit).map(|n| n + offset).collect();
    for n in all {
        yield_!(n);
    }
}

/// A generator inside a generator.
#[generator]
pub fn outer(limit: u32) -> u32 {
    #[generator]
    fn inner(limit: u32) -> u32 {
        for n in 0..limit {
            yield_!(n);
        }
    }
    for n in inner(limit) {
        yield_!(n + 1);
    }
}

/// A macro of its own.
#[generator]
pub fn tripled(limit: u32) -> u32 {
    macro_rules! triple {
        ($value:expr) => {
            $value * 3
        };
    }
    for n in 0..limit {
        yield_!(triple!(n));
    }
}

fn main() {
    assert!(squares(3).eq([1, 5, 1, 2, 3]));
    assert!(outer(2).eq([1, 2]));
    assert!(tripled(2).eq([0, 3]));
}
