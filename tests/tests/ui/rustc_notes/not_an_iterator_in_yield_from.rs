use gen_core::generator;

#[generator]
fn numbers() -> u32 {
    yield_from!(5);
}

fn main() {}
