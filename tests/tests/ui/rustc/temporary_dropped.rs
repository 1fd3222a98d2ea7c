use gen_core::generator;

#[generator]
fn lengths() -> usize {
    let text = String::from("text").as_str();
    yield_!(text.len());
    yield_!(text.len());
}

fn main() {}
