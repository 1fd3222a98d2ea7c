#[generator(exact_size = n as usize)]
fn squares(n: u32) -> u32 {
    for x in 0..n {
        yield_!(x * x);
    }
}
