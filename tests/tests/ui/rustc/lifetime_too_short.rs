use gen_core::generator;

#[generator]
fn longest<'a>(a: &'a str, b: &str) -> &'a str {
    yield_!(a);
    yield_!(b);
}

fn main() {}
