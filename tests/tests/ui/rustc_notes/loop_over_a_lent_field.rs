use gen_core::generator;

pub struct Numbers {
    list: Vec<u32>,
}

#[generator]
fn numbers(numbers: &Numbers) -> u32 {
    for n in numbers.list {
        yield_!(n);
    }
}

fn main() {}
