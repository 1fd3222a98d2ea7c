struct Guard(u32);

impl Drop for Guard {
    fn drop(&mut self) {}
}

#[generator]
fn nested(n: u32) -> u32 {
    let outer = Guard(n);
    {
        let inner = Guard(n + 1);
        {
            let _innermost = Guard(n + 2);
            yield_!(inner.0);
        }
        yield_!(outer.0);
    }
    yield_!(n);
}
