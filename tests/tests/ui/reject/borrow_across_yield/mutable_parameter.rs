use gen_core::generator;
use std::collections::HashMap;

#[generator]
fn doubled(list: &mut Vec<u32>) -> u32 {
    for x in list.iter_mut().skip_while(|x| **x < 2) {
        *x *= 2;
        yield_!(*x);
    }
    list.clear();
}

#[generator]
fn lengths(words: &mut [String]) -> usize {
    let first = words.first().unwrap();
    yield_!(first.len());
    yield_!(first.len());
    yield_!(words.len());
}

#[generator]
fn sums(map: &mut HashMap<u32, u32>) -> u32 {
    for (key, value) in map.drain() {
        yield_!(key + value);
    }
    map.shrink_to_fit();
}

fn main() {}
