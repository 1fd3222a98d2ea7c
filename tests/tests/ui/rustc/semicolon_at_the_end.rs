use gen_core::{Generator, generator};

#[generator]
fn numbers(n: u32) -> impl Generator<Yield = u32, Return = u32> {
    yield_!(n);
    n + 1;
}

fn main() {}
