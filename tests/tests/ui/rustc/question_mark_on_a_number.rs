use gen_core::generator;

#[generator]
fn numbers(n: u32) -> Result<u32, String> {
    let next = n?;
    yield_!(Ok(next));
}

fn main() {}
