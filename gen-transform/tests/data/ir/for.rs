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

#[generator]
fn closed_and_back(n: u32) -> u32 {
    for i in 1..=n {
        yield_!(i);
    }
    for i in (0..n).rev() {
        yield_!(i);
    }
}
