use gen_core::generator;

#[generator]
fn numbers() -> u32 {
    let list = vec![1, 2, 3];
    let large = list.iter().filter(|x| **x > 1);
    for x in large {
        yield_!(*x);
    }
}

#[generator]
fn lengths(text: String) -> usize {
    let words: Vec<&str> = text.split(' ').collect();
    for word in words {
        yield_!(word.len());
    }
}

fn main() {}
