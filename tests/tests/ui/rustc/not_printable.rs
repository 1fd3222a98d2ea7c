use gen_core::generator;

struct Word(&'static str);

#[generator]
fn lengths() -> usize {
    let word = Word("word");
    println!("{}", word);
    yield_!(word.0.len());
}

fn main() {}
