use gen_core::generator;

struct Word(&'static str);

#[generator]
fn lengths() -> usize {
    let word = Word("word");
    yield_!(word.0.len());
    println!("{word}");
}

fn main() {}
