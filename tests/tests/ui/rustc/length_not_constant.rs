use gen_core::generator;

#[generator]
fn zeros(n: usize) -> usize {
    let zeros = [0; n];
    yield_!(zeros[0]);
    yield_!(zeros.len());
}

fn main() {}
