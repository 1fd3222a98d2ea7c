use gen_core::generator;

#[generator]
fn numbers(n: u32) -> u32 {
    let list = vec![1, 2, n];
    let first = &list[0];
    yield_!(0);
    yield_!(*first);
}

#[generator]
fn lengths(text: &str) -> usize {
    let words: Vec<String> = text.split(' ').map(String::from).collect();
    let first = words.first().unwrap();
    yield_!(first.len());
    yield_!(first.len());
}

fn main() {}
