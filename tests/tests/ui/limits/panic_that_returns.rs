use gen_core::generator;

macro_rules! panic {
    ($text:literal) => {
        println!($text)
    };
}

#[generator]
fn numbers(n: u32) -> u32 {
    if n > 2 {
        panic!("too many");
    }
    yield_!(n);
}

fn main() {}
