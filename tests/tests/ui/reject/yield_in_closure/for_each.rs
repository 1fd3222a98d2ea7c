use gen_core::generator;

#[generator]
fn squares(numbers: Vec<u32>) -> u32 {
    numbers.iter().for_each(|n| yield_!(n * n));
}

fn main() {}
