use gen_core::generator;

#[generator]
fn numbers(list: Vec<u32>) -> u32 {
    for (index, n) in list {
        yield_!(n);
    }
}

fn main() {}
