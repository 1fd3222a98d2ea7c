use std::io::{self, BufRead};

#[generator]
fn lengths(source: impl BufRead) -> io::Result<usize> {
    for line in source.lines() {
        let line = line?;
        yield_!(Ok(line.len()));
    }
}

#[generator]
fn in_the_item(texts: Vec<String>) -> Result<u32, std::num::ParseIntError> {
    for text in texts {
        yield_!(Ok(text.parse()?));
    }
}

#[generator]
fn of_the_return_value(
    texts: Vec<String>,
) -> impl Generator<Yield = u32, Return = Result<(), std::num::ParseIntError>> {
    for text in texts {
        yield_!(text.parse()?);
    }
    Ok(())
}
