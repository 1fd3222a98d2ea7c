use gen_core::generator;

#[generator]
fn numbers() -> usize {
    let words = vec!["one"];
    yield_!(words.len());
    yield_!(words.double());
}

fn main() {}
