use gen_core::generator;

#[generator]
fn lengths(n: u32) -> usize {
    let text: &str;
    {
        let owned = n.to_string();
        text = &owned;
    }
    yield_!(text.len());
}

fn main() {}
