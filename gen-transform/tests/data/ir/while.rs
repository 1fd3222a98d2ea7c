#[generator]
fn countdown(mut n: u32) -> u32 {
    while n > 0 {
        yield_!(n);
        n -= 1;
    }
}

#[generator]
fn yields_in_the_condition(mut n: u32) -> u32 {
    while {
        yield_!(n);
        n < 5
    } {
        n += 1;
    }
}
