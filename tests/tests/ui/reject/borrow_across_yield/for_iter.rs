use gen_core::generator;

#[generator]
fn lengths() -> usize {
    let words = vec!["one", "two"];
    for word in words.iter() {
        yield_!(word.len());
    }
}

fn main() {}
