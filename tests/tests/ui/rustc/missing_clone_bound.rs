use gen_core::generator;

#[generator]
fn twice<T>(value: T) -> T {
    yield_!(value.clone());
    yield_!(value);
}

fn main() {}
