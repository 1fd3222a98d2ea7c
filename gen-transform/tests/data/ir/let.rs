#[generator]
fn squares(n: u64) -> u64 {
    let first = n * n;
    yield_!(first);
    let (a, b): (u64, u64) = (first + 1, first + 2);
    yield_!(a);
    yield_!(b);
}

#[generator]
fn owned(name: String) -> String {
    let greeting = format!("hello {name}");
    yield_!(name);
    yield_!(greeting);
}
