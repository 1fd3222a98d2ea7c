use gen_core::{Generator, generator};

#[generator]
fn replies(asked: u32) -> impl Generator<u32, Yield = u32, Return = usize> {
    let name: String = yield_!(asked);
    let number: u32 = yield_!(asked + 1);
    name.len() + number as usize
}

fn main() {}
