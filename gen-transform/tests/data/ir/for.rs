#[generator]
fn words(text: &str) -> &str {
    for word in text.split(' ') {
        if word.is_empty() {
            continue;
        }
        yield_!(word);
    }
}

#[generator]
fn nested(n: u32) -> (u32, u32) {
    for x in 0..n {
        for y in x..n {
            yield_!((x, y));
        }
    }
}

#[generator]
fn indices(words: &[&str]) -> usize {
    for at in 0..words.len() {
        yield_!(at);
    }
    for _ in 5.. {
        yield_!(0);
    }
}
