use gen_core::generator;

#[generator]
fn numbers(n: u32) -> u32 {
    yield_!(n);
    n += 1;
    yield_!(n);
}

fn main() {}
