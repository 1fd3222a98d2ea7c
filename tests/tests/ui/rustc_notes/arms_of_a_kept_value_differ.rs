use gen_core::generator;

#[generator]
fn numbers(n: u32) -> u32 {
    let number: u32 = match n {
        0 => {
            yield_!(1);
            1
        }
        _ => "two",
    };
    yield_!(number);
}

fn main() {}
