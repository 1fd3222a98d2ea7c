#![deny(warnings)]

use gen_core::generator;

#[generator]
fn numbers(n: u32) -> u32 {
    yield_!(n);
}

fn main() {
    numbers(1);
}
