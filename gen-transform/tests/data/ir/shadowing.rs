#[generator]
fn shadowed(n: u32) -> u32 {
    yield_!(n);
    let n = n + 1;
    yield_!(n);
    {
        let n = n * 2;
        yield_!(n);
    }
    let n = n.to_string();
    yield_!(n.len() as u32);
    yield_!(n.len() as u32 + 1);
}
