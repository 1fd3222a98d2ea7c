use gen_core::generator;

#[generator(size_hnt = (1, None))]
fn numbers() -> u32 {
    yield_!(1);
}

#[generator(recursiv)]
fn more() -> u32 {
    yield_!(1);
}

fn main() {}
