use gen_core::generator;

#[generator]
const fn numbers() -> u32 {
    yield_!(1);
}

fn main() {}
