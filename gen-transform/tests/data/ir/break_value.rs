#[generator]
fn search(limit: u32) -> u32 {
    let mut n = 1;
    let found = loop {
        if n * n > limit {
            break n;
        }
        yield_!(n);
        n += 1;
    };
    yield_!(found);
}

#[generator]
fn of_a_block(n: u32) -> u32 {
    let size = 'size: {
        if n > 100 {
            break 'size 100;
        }
        yield_!(n);
        n
    };
    yield_!(size);
}
