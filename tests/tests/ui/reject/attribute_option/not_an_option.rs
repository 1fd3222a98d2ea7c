use gen_core::generator;

#[generator(3, recursive recursive)]
fn numbers() -> u32 {
    yield_!(1);
}

fn main() {}
