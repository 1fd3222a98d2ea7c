use gen_core::generator;

#[generator]
fn numbers() -> u32 {
    const { yield_!(1) };
}

fn main() {}
