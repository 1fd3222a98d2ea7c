use gen_core::generator;

#[generator]
fn lengths(text: &str) -> usize {
    let upper = text.to_uppercase().trim_end();
    yield_!(1);
    yield_!(upper.len());
}

fn main() {}
