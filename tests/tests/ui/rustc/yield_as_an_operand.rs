use gen_core::generator;

#[generator]
fn sums() -> u32 {
    let sum = yield_!(1) + 2;
    yield_!(sum);
}

fn main() {}
