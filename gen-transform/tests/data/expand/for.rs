#[generator]
fn words(text: &str) -> &str {
    for word in text.split(' ') {
        yield_!(word);
    }
}

#[generator]
fn pairs(n: u32) -> (u32, u32) {
    for x in 0..n {
        for y in x..n {
            yield_!((x, y));
        }
    }
}

#[generator]
fn sums(source: impl Iterator<Item = u64>) -> u64 {
    let mut last = 0;
    for item in source {
        yield_!(last + item);
        last = item;
    }
}
