use gen_core::generator;
use std::collections::BTreeMap;

#[generator]
fn raised(map: &mut BTreeMap<u32, u32>) -> u32 {
    for (key, value) in map.iter_mut() {
        *value += key;
        yield_!(*value);
    }
    map.clear();
}

fn main() {}
