#[generator]
fn sums(a: u32, b: u32) -> u32 {
    let total = a.pow(2) + {
        yield_!(a);
        b
    };
    yield_!(total);
}
