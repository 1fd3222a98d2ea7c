use gen_core::generator;

#[generator]
fn lengths(words: Vec<String>) -> usize {
    let all = words.into_iter().fold(String::new(), {
        yield_!(0);
        |all, word| all + &word
    });
    yield_!(all.len());
}

fn main() {}
