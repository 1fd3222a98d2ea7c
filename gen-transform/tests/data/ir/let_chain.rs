#[generator]
fn chained(pair: Option<(u32, Option<String>)>) -> String {
    if let Some((n, rest)) = pair
        && n > 0
        && let Some(text) = rest
    {
        for _ in 0..n {
            yield_!(text.clone());
        }
    }
}

#[generator]
fn yields_between(first: Option<u32>, second: Option<u32>) -> u32 {
    if let Some(a) = first
        && {
            yield_!(a);
            a > 1
        }
        && let Some(b) = second
    {
        yield_!(a + b);
    }
}
