use gen_core::generator;

#[generator]
fn numbers(mut n: u32) -> u32 {
    let borrowed = &n;
    n += 1;
    yield_!(*borrowed);
    yield_!(n);
}

fn main() {}
