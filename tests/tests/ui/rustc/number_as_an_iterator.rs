use gen_core::generator;

#[generator]
fn numbers(n: u32) -> u32 {
    for x in n {
        yield_!(x);
    }
}

fn main() {}
