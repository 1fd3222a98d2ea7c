#![deny(warnings)]

use gen_core::generator;

#[generator]
fn numbers(text: &str) -> u32 {
    text.parse::<u32>();
    yield_!(1);
}

fn main() {
    let _ = numbers("").count();
}
