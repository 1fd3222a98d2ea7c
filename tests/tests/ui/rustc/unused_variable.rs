#![deny(warnings)]

use gen_core::generator;

#[generator]
fn numbers(n: u32) -> u32 {
    let unused = 1;
    yield_!(n);
}

fn main() {
    let _ = numbers(1);
}
