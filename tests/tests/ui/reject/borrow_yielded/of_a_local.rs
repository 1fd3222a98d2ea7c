use gen_core::generator;

#[generator]
fn words(text: &str) -> &str {
    let upper = text.to_uppercase();
    for word in text.split(' ') {
        yield_!(word);
        yield_!(&upper);
        yield_!(upper.as_str());
    }
}

#[generator]
fn numbers(n: u32) -> &'static u32 {
    let next = n + 1;
    yield_!(&next);
}

#[generator]
fn lists<'a>(list: &'a [u32]) -> &'a [u32] {
    let again = list.to_vec();
    yield_!(list);
    yield_!(&again);
}

fn main() {}
