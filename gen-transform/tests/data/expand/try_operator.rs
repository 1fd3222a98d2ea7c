use std::num::ParseIntError;

#[generator]
fn numbers(text: &str) -> Result<u32, ParseIntError> {
    for word in text.split(' ') {
        yield_!(Ok(word.parse()?));
    }
}
