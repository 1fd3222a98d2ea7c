struct Guard(u32);

impl Drop for Guard {
    fn drop(&mut self) {}
}

#[generator]
fn guarded(n: u32) -> u32 {
    let _outer = Guard(n);
    {
        let inner = Guard(n + 1);
        yield_!(inner.0);
    }
    yield_!(n);
}
