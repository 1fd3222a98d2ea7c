use gen_core::generator;

#[generator]
fn lengths(text: Option<String>, name: String) -> usize {
    if let Some(text) = text {
        yield_!(text.len());
    }
    drop(text);
    let length = move || name.len();
    yield_!(length());
    yield_!(name.len());
}

fn main() {}
