use gen_core::generator;

#[generator]
fn numbers(pair: Option<(String, String)>) -> usize {
    yield_!(0);
    if let Some((a, ref b)) = pair {
        drop(a);
        yield_!(b.len());
    }
}

fn main() {}
