use gen_core::generator;

struct Cursor<'a> {
    text: &'a str,
}

#[generator]
fn lengths(n: u32) -> usize {
    let text = n.to_string();
    let cursor = Cursor { text: &text };
    yield_!(0);
    yield_!(cursor.text.len());
}

fn main() {}
