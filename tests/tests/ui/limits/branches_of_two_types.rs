use gen_core::generator;
use std::fmt::Display;

fn length(shown: Box<dyn Display>) -> usize {
    shown.to_string().len()
}

#[generator]
fn lengths(flag: bool) -> usize {
    let length = length(if flag {
        Box::new(1_u8)
    } else {
        yield_!(0);
        Box::new("one")
    });
    yield_!(length);
}

fn main() {}
