use gen_core::generator;

#[generator]
fn lengths() -> usize {
    let text: String;
    yield_!(0);
    yield_!(text.len());
}

fn main() {}
