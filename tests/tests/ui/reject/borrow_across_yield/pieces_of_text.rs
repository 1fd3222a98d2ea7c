use gen_core::generator;

#[generator]
fn lengths(n: u32) -> usize {
    let text = format!("{n} and more");
    for word in text.split(' ') {
        yield_!(word.len());
    }
}

#[generator]
fn letters(text: String) -> char {
    for letter in text.chars().filter(|c| c.is_alphabetic()) {
        yield_!(letter);
    }
}

#[generator]
fn lines(path: &str) -> String {
    let text = std::fs::read_to_string(path).unwrap();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        yield_!(line.to_string());
    }
}

fn main() {}
