//! A yield of an iterator is `()`, which rustc says once.
use gen_core::generator;

#[generator]
fn numbers() -> u32 {
    if yield_!(1) {
        yield_!(2);
    }
    while yield_!(3) {}
}

fn main() {}
