use gen_core::generator;

#[generator]
fn words(word: String) -> String {
    for _ in 0..2 {
        yield_!(word);
    }
}

fn main() {}
