use gen_core::generator;

#[generator(boxed, lazy = true)]
fn numbers() -> u32 {
    yield_!(1);
}

fn main() {}
