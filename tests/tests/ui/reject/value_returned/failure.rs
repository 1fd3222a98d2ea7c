use gen_core::generator;

#[generator]
fn parsed(text: &str) -> Result<u32, String> {
    if text.is_empty() {
        return Err(String::from("empty"));
    }
    yield_!(text.parse().map_err(|_| String::from(text)));
}

fn main() {}
