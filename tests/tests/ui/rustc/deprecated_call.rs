#![deny(warnings)]

use gen_core::generator;

#[deprecated = "use new"]
fn old() -> u32 {
    1
}

#[generator]
fn numbers() -> u32 {
    yield_!(old());
}

fn main() {
    let _ = numbers().count();
}
