#[generator]
fn flattened(rows: Vec<Vec<u32>>) -> u32 {
    for row in rows {
        yield_from!(row);
    }
    yield_from!(0..3);
}

#[generator]
fn with_its_value(inner: impl Generator<Yield = u32, Return = u32>) -> u32 {
    let value = yield_from!(inner);
    yield_!(value);
}
