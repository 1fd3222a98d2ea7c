use gen_core::generator;

#[generator]
fn numbers() -> u32 {
    yield 1;
}

fn main() {}
