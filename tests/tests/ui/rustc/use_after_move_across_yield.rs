use gen_core::generator;

#[generator]
fn lengths() -> usize {
    let word = String::from("one");
    drop(word);
    yield_!(1);
    yield_!(word.len());
}

fn main() {}
