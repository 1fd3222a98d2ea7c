#[generator]
fn odd(n: u32) -> u32 {
    let mut i = 0;
    while i < n {
        i += 1;
        if i % 2 == 0 {
            continue;
        }
        yield_!(i);
    }
}
