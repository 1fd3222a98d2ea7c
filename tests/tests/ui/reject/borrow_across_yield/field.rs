use gen_core::generator;

struct Word {
    text: String,
}

#[generator]
fn lengths(n: u32) -> usize {
    let word = Word { text: n.to_string() };
    let text = &word.text;
    yield_!(text.len());
    yield_!(text.len());
}

fn main() {}
