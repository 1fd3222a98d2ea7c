use gen_core::generator;

#[generator]
fn numbers() -> u32 {
    yield_!(number!());
}

fn main() {}
