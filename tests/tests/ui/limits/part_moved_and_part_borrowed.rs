use gen_core::generator;

#[generator]
fn numbers(pair: Option<(String, String)>) -> usize {
    yield_!(0);
    if let Some((a, ref b)) = pair {
        drop(a);
        yield_!(b.len());
    }
}

fn perhaps() -> Option<(String, String)> {
    None
}

#[generator]
fn of_values() -> usize {
    if let Some((a, ref b)) = perhaps() {
        drop(a);
        yield_!(b.len());
    }
}

fn main() {}
