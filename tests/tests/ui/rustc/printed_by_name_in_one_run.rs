use gen_core::generator;

struct Word(&'static str);

#[generator]
fn lengths() -> usize {
    yield_!(1);
    let word = Word("word");
    println!("{word}: {}", word.0);
}

fn main() {}
