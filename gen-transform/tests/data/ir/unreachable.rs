#[generator]
fn after_an_end(n: u32) -> u32 {
    if n == 0 {
        panic!("no items");
        yield_!(1);
    }
    loop {
        yield_!(n);
        return;
        yield_!(2);
    }
}
