#[generator]
fn mixed(n: usize) -> u64 {
    let mut words = [1u64, 2, 3, 4];
    for i in 0..n {
        let (here, there) = (i % 4, (i + 1) % 4);
        yield_!(words[here]);
        words[there] ^= words[here] + i as u64;
        yield_!(words[there]);
    }
}
