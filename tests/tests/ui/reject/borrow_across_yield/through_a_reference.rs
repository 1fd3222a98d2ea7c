//! What a variable borrows is borrowed by what is made of it, too: by a loop over it, a view of it, a pattern that binds it.

use gen_core::generator;

#[generator]
fn temporary() -> u32 {
    let list = &vec![1, 2];
    for n in list {
        yield_!(*n);
    }
}

#[generator]
fn typed() -> char {
    let text: &str = &String::from("ab");
    for c in text.chars() {
        yield_!(c);
    }
}

#[generator]
fn kept() -> usize {
    let text: &str = &String::from("ab");
    yield_!(0);
    yield_!(text.len());
}

#[generator]
fn range() -> u32 {
    let list: &[u32] = &vec![1, 2][..];
    for n in list {
        yield_!(*n);
    }
}

#[generator]
fn bound(text: String) -> usize {
    match text.as_str() {
        "a" => yield_!(1),
        other => {
            yield_!(2);
            yield_!(other.len());
        }
    }
}

fn main() {}
