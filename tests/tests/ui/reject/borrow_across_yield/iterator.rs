use gen_core::generator;

#[generator]
fn sections(text: &str) -> &str {
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        yield_!(line);
        for line in lines.by_ref() {
            if line.is_empty() {
                break;
            }
            yield_!(line);
        }
        for line in &mut lines {
            yield_!(line);
        }
    }
}

#[generator]
fn in_pairs<I: Iterator<Item = u32>>(mut items: I) -> u32 {
    let two = items.by_ref().take(2);
    for item in two {
        yield_!(item);
    }
    for item in &mut items {
        yield_!(item);
    }
}

#[generator]
fn shared(items: impl Iterator<Item = u32>) -> u32 {
    let mut items = items;
    for item in &mut items {
        yield_!(item);
    }
    let mut peeked = items.peekable();
    if let Some(next) = peeked.peek() {
        yield_!(0);
        yield_!(*next);
    }
}

fn main() {
    sections("a").for_each(drop);
}
