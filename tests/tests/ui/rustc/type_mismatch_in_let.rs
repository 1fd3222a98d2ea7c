use gen_core::generator;

#[generator]
fn numbers() -> u32 {
    let n: u32 = "one";
    yield_!(n);
}

fn main() {}
