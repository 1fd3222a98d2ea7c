use gen_core::generator;
use std::collections::BTreeMap;

#[generator]
fn raised(list: &mut Vec<u32>, by: &BTreeMap<u32, u32>) -> u32 {
    for (x, (_, n)) in list.iter_mut().zip(by) {
        *x += n;
        yield_!(*x);
    }
    list.clear();
}

fn main() {}
