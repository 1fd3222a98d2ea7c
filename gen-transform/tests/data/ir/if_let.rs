#[generator]
fn once_or_never(value: Option<String>) -> String {
    if let Some(text) = value {
        yield_!(text.clone());
        yield_!(text);
    } else {
        yield_!(String::new());
    }
}
