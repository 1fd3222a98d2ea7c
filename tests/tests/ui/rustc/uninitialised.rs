use gen_core::generator;

#[generator]
fn numbers(flag: bool) -> u32 {
    let n;
    if flag {
        n = 1;
    }
    yield_!(2);
    yield_!(n);
}

fn main() {}
