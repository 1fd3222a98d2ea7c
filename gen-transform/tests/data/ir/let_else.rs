#[generator]
fn first_word(text: &str) -> &str {
    let Some((word, rest)) = text.split_once(' ') else {
        return;
    };
    yield_!(word);
    yield_!(rest);
}

#[generator]
fn yields_in_else(value: Option<u32>) -> u32 {
    let Some(n) = value else {
        yield_!(0);
        return;
    };
    yield_!(n);
}
