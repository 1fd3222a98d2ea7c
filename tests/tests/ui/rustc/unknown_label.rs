use gen_core::generator;

#[generator]
fn numbers(n: u32) -> u32 {
    loop {
        yield_!(n);
        break 'outer;
    }
}

fn main() {}
