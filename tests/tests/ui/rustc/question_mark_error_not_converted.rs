use gen_core::{Generator, generator};

#[generator]
fn numbers(text: &str) -> Result<u32, std::io::Error> {
    let n: u32 = text.parse()?;
    yield_!(Ok(n));
}

#[generator]
fn counted(text: &str) -> impl Generator<Yield = u32, Return = Result<u32, std::fmt::Error>> {
    yield_!(1);
    let n: u32 = text.parse()?;
    yield_!(n);
    Ok(n)
}

fn main() {}
