use gen_core::generator;

#[generator]
fn numbers(text: &str) -> u32 {
    for word in text.split(' ') {
        yield_!(word.parse()?);
    }
}

fn main() {}
