use gen_core::generator;

#[generator]
fn lengths(n: u32) -> usize {
    let text = n.to_string();
    yield_!(0);
    let borrowed = &text;
    drop(text);
    yield_!(borrowed.len());
}

fn main() {}
