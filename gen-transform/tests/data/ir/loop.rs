#[generator]
fn naturals() -> u64 {
    let mut n = 0;
    loop {
        yield_!(n);
        n += 1;
    }
}

#[generator]
fn until_end(text: &str) -> char {
    let mut chars = text.chars();
    loop {
        let Some(c) = chars.next() else { break };
        yield_!(c);
    }
}

#[generator]
fn never() -> u32 {
    loop {}
}
