//! A macro called in the body that declares a constant.
use gen_core::generator;

macro_rules! limit {
    ($name:ident) => {
        const $name: i32 = 4;
    };
}

#[generator]
fn limits() -> i32 {
    limit!(MOST);
    yield_!(MOST);
    yield_!(MOST + 1);
}

fn main() {
    limits().for_each(drop);
}
