use gen_core::generator;

pub struct Pair {
    left: u32,
    right: String,
}

#[generator]
fn numbers(pair: Pair) -> u32 {
    yield_!(0);
    let Pair { left, middle, .. } = pair;
    yield_!(left);
}

fn main() {}
