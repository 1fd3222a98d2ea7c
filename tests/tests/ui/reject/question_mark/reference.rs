use gen_core::generator;

#[generator]
fn first<'a>(words: &'a [String]) -> &'a str {
    yield_!(words.first()?);
}

fn main() {}
