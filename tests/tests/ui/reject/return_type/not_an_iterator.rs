use gen_core::generator;

#[generator]
fn numbers(n: u32) -> impl Clone {
    yield_!(n);
}

fn main() {}
