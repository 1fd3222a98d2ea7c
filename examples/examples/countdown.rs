//! The smallest generator: a function that yields instead of returning a list.
//!
//! Run it with `cargo run --example countdown`. It prints
//!
//! ```text
//! 5
//! 4
//! 3
//! 2
//! 1
//! ```

use gen_core::generator;

#[generator]
fn countdown(mut n: u32) -> u32 {
    while n > 0 {
        yield_!(n);
        n -= 1;
    }
}

fn main() {
    for n in countdown(5) {
        println!("{n}");
    }
}
