use gen_core::generator;

fn list() -> Vec<u32> {
    Vec::new()
}

#[generator]
fn numbers(mut known: Vec<u32>) -> u32 {
    yield_!(0);
    if known = list() {
        yield_!(1);
    }
}

fn main() {}
