use gen_core::generator;

#[generator]
fn numbers(a: u32) -> u32 {
    yield_!(a +);
    yield_!(a a);
}

fn main() {}
