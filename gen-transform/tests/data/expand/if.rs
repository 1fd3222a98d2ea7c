#[generator]
fn twice(values: Vec<u32>) -> u32 {
    for value in values {
        if value % 2 == 0 {
            yield_!(value);
        }
        yield_!(value + 1);
    }
}
