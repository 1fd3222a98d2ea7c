use gen_core::generator;

struct Word(&'static str);

#[generator]
fn lengths(n: usize) -> impl Iterator<Item = usize> + Clone {
    let word = Word("word");
    yield_!(n);
    drop(word);
}

fn main() {
    let _ = Word("word").0;
}
