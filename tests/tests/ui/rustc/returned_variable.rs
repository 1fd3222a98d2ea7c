use gen_core::generator;

#[generator]
fn numbers(n: u32) -> u32 {
    yield_!(n);
    return n;
}

fn main() {}
