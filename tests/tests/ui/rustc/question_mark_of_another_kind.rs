use gen_core::generator;

#[generator]
fn numbers(text: &str) -> Option<u32> {
    let n: u32 = text.parse()?;
    yield_!(Some(n));
}

#[generator]
fn first(list: &[u32]) -> Result<u32, String> {
    let n = list.first()?;
    yield_!(Ok(*n));
}

fn main() {}
