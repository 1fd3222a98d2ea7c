use gen_core::generator;

struct Name(String);

#[generator]
fn lengths() -> usize {
    let boxed = Box::new(Box::new(Name("a".to_string())));
    yield_!(0);
    let name = **boxed;
    yield_!(name.0.len());
}

fn main() {}
