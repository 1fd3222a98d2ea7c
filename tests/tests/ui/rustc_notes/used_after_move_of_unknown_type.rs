use gen_core::generator;

fn make() -> String {
    String::new()
}

#[generator]
fn lengths() -> usize {
    let text = make();
    yield_!(1);
    drop(text);
    yield_!(text.len());
}

fn main() {}
