use gen_core::generator;

#[generator]
fn numbers(count: u32) -> u32 {
    yield_!(double(count));
}

fn main() {}
