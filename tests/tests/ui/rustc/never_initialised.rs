use gen_core::generator;

#[generator]
fn lengths() -> usize {
    yield_!(0);
    let text: String;
    yield_!(text.len());
}

fn main() {}
