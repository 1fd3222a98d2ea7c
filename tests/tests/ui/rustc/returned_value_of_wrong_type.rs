use gen_core::{Generator, generator};

#[generator]
fn numbers(n: u32) -> impl Generator<Yield = u32, Return = String> {
    yield_!(n);
    if n > 2 {
        return "a";
    }
    if n > 1 {
        yield_!(n);
        return n;
    }
    String::new()
}

fn main() {}
