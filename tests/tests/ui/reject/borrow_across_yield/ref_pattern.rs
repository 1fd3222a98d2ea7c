use gen_core::generator;

#[generator]
fn whole(n: u32) -> usize {
    let text = n.to_string();
    let ref borrowed = text;
    yield_!(0);
    yield_!(borrowed.len());
}

#[generator]
fn part(n: u32) -> usize {
    let text = Some(n.to_string());
    match text {
        Some(ref text) => {
            yield_!(0);
            yield_!(text.len());
        }
        None => {}
    }
}

#[generator]
fn matched(n: u32) -> usize {
    let text = Some(n.to_string());
    if let Some(text) = &text {
        yield_!(0);
        yield_!(text.len());
    }
}

fn main() {}
