#[generator]
fn local_items(n: u32) -> u32 {
    const STEP: u32 = 2;
    fn double(x: u32) -> u32 {
        x * 2
    }
    yield_!(double(n) + STEP);
    {
        struct Counter(u32);
        const STEP: u32 = 3;
        let counter = Counter(n);
        yield_!(counter.0 + STEP);
        yield_!(counter.0);
    }
    yield_!(STEP);
}
