//! A pattern of a loop, and of a generator expression, that does not match every item.
use gen_core::{gen_, generator};

#[generator]
fn known(list: Vec<Option<i32>>) -> i32 {
    for Some(n) in list {
        yield_!(n);
    }
}

fn main() {
    let list = vec![Some(1), None];
    gen_!(n for Some(n) in list).for_each(drop);
}
