use gen_core::generator;

#[generator]
fn lengths(text: String) -> usize {
    let words: Vec<String> = text.split(' ').map(String::from).collect();
    for word in &words {
        yield_!(word.len());
    }
}

fn main() {}
