#![deny(warnings, clippy::all, clippy::pedantic, missing_docs)]
//! Yields in `unsafe` blocks, each piece of which is `unsafe` by itself: a name alone may be that of a `static mut`.

use gen_core::generator;

static mut TOTAL: u32 = 0;

/// The total in between.
#[generator]
pub fn totals(by: u32) -> u32 {
    let sum = unsafe {
        TOTAL = by;
        yield_!(TOTAL);
        TOTAL += 1;
        let before = TOTAL;
        if before > 2 {
            yield_!(TOTAL * 10);
        }
        TOTAL + {
            yield_!(9);
            TOTAL
        }
    };
    yield_!(sum);
    unsafe {
        for turn in 0..2 {
            TOTAL += turn;
            yield_!(TOTAL);
        }
    }
}

fn main() {
    assert!(totals(1).eq([1, 9, 4, 2, 3]));
    assert!(totals(2).eq([2, 30, 9, 6, 3, 4]));
}
