use gen_core::generator;

#[generator]
fn numbers(n: u32) {
    yield_!(n);
}

fn main() {
    let _ = numbers(3);
}
