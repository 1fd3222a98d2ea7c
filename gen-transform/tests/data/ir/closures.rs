#[generator]
fn mapped(values: Vec<u32>, factor: u32) -> u32 {
    let scale = |x: u32| x * factor;
    for value in values.iter().map(|value| value + 1).collect::<Vec<_>>() {
        yield_!(scale(value));
    }
}

#[generator]
fn moved(name: String) -> usize {
    let length = move || name.len();
    yield_!(length());
    yield_!(length() + 1);
}
