use gen_core::generator;

#[generator]
fn numbers(n: u32) -> u32 {
    yield_!(n);
    n
}

fn main() {}
