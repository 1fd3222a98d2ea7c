use gen_core::generator;

#[generator]
fn numbers(n: Option<u32>) -> u32 {
    let Some(n) = n;
    yield_!(n);
}

fn main() {}
