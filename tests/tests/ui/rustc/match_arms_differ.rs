use gen_core::generator;

#[generator]
fn numbers(n: u32) -> u32 {
    let value = match n {
        0 => 1,
        _ => "many",
    };
    yield_!(value);
}

fn main() {}
