#[generator]
fn on_a_saved_local(mut values: Vec<u32>) -> usize {
    yield_!(values.len());
    values.push(1);
    yield_!(values.len());
    yield_!(values.into_iter().count());
}

#[generator]
fn with_a_yield_in_the_argument(text: &str) -> usize {
    let parts = text.splitn(
        {
            yield_!(text.len());
            2
        },
        ' ',
    );
    yield_!(parts.count());
}
