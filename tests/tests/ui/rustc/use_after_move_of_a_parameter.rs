use gen_core::generator;

#[generator]
fn items<T: Clone>(first: T, second: Option<String>, rest: Vec<T>) -> T {
    yield_!(first);
    yield_!(first);
    drop(second);
    for item in rest {
        yield_!(item);
        drop(item);
    }
    drop(second);
}

fn main() {}
