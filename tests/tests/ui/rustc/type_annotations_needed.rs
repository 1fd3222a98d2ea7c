use gen_core::generator;

#[generator]
fn numbers() -> usize {
    let list = Vec::new();
    yield_!(1);
    yield_!(list.len());
}

fn main() {}
