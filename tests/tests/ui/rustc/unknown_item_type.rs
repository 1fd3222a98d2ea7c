use gen_core::generator;

#[generator]
fn numbers(n: u32) -> Numbers {
    yield_!(n);
}

fn main() {}
