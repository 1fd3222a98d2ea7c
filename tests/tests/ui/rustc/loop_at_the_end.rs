use gen_core::{Generator, generator};

#[generator]
fn numbers(list: Vec<u32>) -> impl Generator<Yield = u32, Return = u32> {
    for n in list {
        yield_!(n);
    }
}

fn main() {}
