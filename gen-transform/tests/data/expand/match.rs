#[generator]
fn items(value: Result<String, Vec<String>>) -> String {
    match value {
        Ok(text) if text.is_empty() => {}
        Ok(text) => yield_!(text),
        Err(texts) => {
            for text in texts {
                yield_!(text);
            }
        }
    }
}
