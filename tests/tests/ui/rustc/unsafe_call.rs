use gen_core::generator;

unsafe fn number() -> u32 {
    1
}

#[generator]
fn numbers() -> u32 {
    yield_!(number());
}

fn main() {}
