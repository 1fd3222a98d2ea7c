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

union Bits {
    number: u32,
    part: f32,
}

// What a pattern on a union cannot do where that is kept over a yield.
#[generator]
fn fields_of_a_union(bits: Bits) -> u32 {
    yield_!(0);
    let number = unsafe { bits.number };
    yield_!(number);
    yield_!(unsafe { bits.part }.to_bits() >> 23 & 1);
}

fn main() {
    assert!(totals(1).eq([1, 9, 4, 2, 3]));
    assert!(totals(2).eq([2, 30, 9, 6, 3, 4]));
    assert!(fields_of_a_union(Bits { part: 1.0 }).eq([0, 0x3f80_0000, 1]));
}
