use gen_core::generator;

#[generator]
fn numbers(n: u32) -> u32 {
    let next = n + 1;
    let borrowed = &n;
    yield_!(next);
    yield_!(*borrowed);
}

#[generator]
fn lengths(text: &str) -> usize {
    let again = &text;
    yield_!(again.len());
    yield_!(again.len());
}

fn main() {}
