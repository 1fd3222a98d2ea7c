//! A macro called in the body that declares a type.
use gen_core::generator;

macro_rules! make_struct {
    ($name:ident) => {
        struct $name(i32);
    };
}

#[generator]
fn coordinates() -> i32 {
    make_struct!(Point);
    let p = Point(1);
    yield_!(p.0);
    yield_!(p.0 + 1);
}

fn main() {
    coordinates().for_each(drop);
}
