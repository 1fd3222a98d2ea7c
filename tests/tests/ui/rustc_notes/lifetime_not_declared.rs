use gen_core::generator;

#[generator]
fn words(text: &'a str) -> &'a str {
    yield_!(text);
}

fn main() {}
