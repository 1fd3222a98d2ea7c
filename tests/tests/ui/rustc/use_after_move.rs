use gen_core::generator;

#[generator]
fn words(word: String) -> String {
    yield_!(word);
    yield_!(word);
}

fn main() {}
