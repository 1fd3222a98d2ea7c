use gen_core::generator;

#[generator]
async fn numbers() -> u32 {
    yield_!(1);
}

fn main() {}
