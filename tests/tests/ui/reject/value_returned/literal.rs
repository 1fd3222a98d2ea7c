use gen_core::generator;

#[generator]
fn numbers(n: u32) -> u32 {
    yield_!(n);
    if n > 3 {
        return 5;
    }
    return n == 2;
}

fn main() {}
