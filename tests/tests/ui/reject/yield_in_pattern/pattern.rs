use gen_core::generator;

#[generator]
fn small(n: u32) -> u32 {
    match n {
        yield_!(3) => {}
        _ => yield_!(2),
    }
}

fn main() {}
