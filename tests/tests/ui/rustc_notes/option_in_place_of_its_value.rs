use gen_core::generator;

#[generator]
fn letters(text: &str) -> char {
    yield_!(text.chars().next());
}

fn main() {}
