use gen_core::generator;

#[generator]
fn texts<T>(values: Vec<T>) -> String {
    for value in values {
        yield_!(value.to_string());
    }
}

fn main() {}
