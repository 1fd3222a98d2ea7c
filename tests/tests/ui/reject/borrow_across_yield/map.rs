use gen_core::generator;
use std::collections::HashMap;

#[generator]
fn sums() -> u32 {
    let mut map = HashMap::new();
    map.insert(1, 2);
    for (key, value) in &map {
        yield_!(key + value);
    }
}

fn main() {}
