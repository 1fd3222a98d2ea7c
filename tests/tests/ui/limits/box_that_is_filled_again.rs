//! A value that is moved out of a box, which is given another one.
use gen_core::generator;

#[generator]
fn lengths(mut text: Box<String>) -> usize {
    yield_!(text.len());
    drop(*text);
    *text = String::from("again");
    yield_!(text.len());
}

fn main() {
    lengths(Box::default()).for_each(drop);
}
