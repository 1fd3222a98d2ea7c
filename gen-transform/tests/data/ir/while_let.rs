#[generator]
fn drain(mut stack: Vec<String>) -> String {
    while let Some(top) = stack.pop() {
        yield_!(top);
    }
}

#[generator]
fn chained(mut stack: Vec<Option<u32>>) -> u32 {
    while let Some(top) = stack.pop()
        && let Some(n) = top
    {
        yield_!(n);
    }
}
