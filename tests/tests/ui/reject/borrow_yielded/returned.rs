//! A borrow of a local as the final value.

use gen_core::{Generator, generator};

#[generator]
fn numbers(list: Vec<u32>) -> impl Generator<Yield = u32, Return = &'static [u32]> {
    yield_!(0);
    &list
}

#[generator]
fn words(text: String) -> impl Generator<Yield = u32, Return = &'static str> {
    yield_!(0);
    let word = text.to_uppercase();
    if word.is_empty() {
        yield_!(1);
        return "";
    }
    text.trim()
}

#[generator]
fn lent(list: &[u32]) -> impl Generator<Yield = u32, Return = &[u32]> {
    yield_!(0);
    &list[1..]
}

fn main() {}
