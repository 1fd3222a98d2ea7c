#[generator]
fn mapped(values: Vec<u32>, factor: u32) -> u32 {
    let scale = move |x: u32| x * factor;
    for value in values {
        let all: Vec<u32> = (0..value).map(|n| n + value).collect();
        yield_!(scale(all.len() as u32));
    }
}

#[generator]
fn moved(name: String) -> usize {
    let length = move || name.len();
    yield_!(length());
    yield_!(length() + 1);
}
