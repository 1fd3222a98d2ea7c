use gen_core::generator;

#[generator]
extern "C" fn numbers() -> u32 {
    yield_!(1);
}

fn main() {}
