use gen_core::{Generator, generator};

#[generator]
fn numbers(n: u32) -> impl Generator<(), Return = u32> {
    yield_!(n);
    n
}

fn main() {}
