#![deny(warnings, clippy::all, clippy::pedantic, unsafe_code, missing_docs)]
#![forbid(unsafe_code)]
//! Every loop, labels, early ends.

use gen_core::generator;

/// A table of products.
#[generator]
pub fn products(limit: u32) -> (u32, u32) {
    'rows: for a in 1.. {
        let mut b = 0;
        while b < a {
            b += 1;
            if a * b > limit {
                continue 'rows;
            }
            if a > limit {
                break 'rows;
            }
            yield_!((a, b));
        }
        if a > limit {
            break;
        }
    }
}

/// Halves until one.
#[generator]
pub fn halves(mut n: u32) -> u32 {
    loop {
        yield_!(n);
        if n <= 1 {
            return;
        }
        n /= 2;
    }
}

fn main() {
    assert!(products(2).take(2).eq([(1, 1), (2, 1)]));
    assert!(halves(8).eq([8, 4, 2, 1]));
}
