use gen_core::generator;

#[generator]
fn numbers() -> u32 {
    let n = 1;
    yield_!(n);
    n = 2;
    yield_!(n);
}

fn main() {}
