use gen_core::generator;

#[generator]
fn numbers() -> u32 {
    yield_from!(0..3, 5..7);
}

fn main() {}
