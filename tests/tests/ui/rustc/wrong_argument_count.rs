use gen_core::generator;

fn add(a: u32, b: u32) -> u32 {
    a + b
}

#[generator]
fn numbers(n: u32) -> u32 {
    yield_!(add(n));
}

fn main() {}
