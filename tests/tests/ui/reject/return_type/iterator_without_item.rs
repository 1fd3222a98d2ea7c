use gen_core::generator;

#[generator]
fn numbers(n: u32) -> impl Iterator {
    yield_!(n);
}

fn main() {}
