use gen_core::generator;

#[generator]
fn numbers() -> u32 {
    gen_core::yield_!(1);
}

fn main() {}
