use gen_core::generator;

#[generator]
fn numbers() -> u32 {
    let mut list = vec![1, 2, 3];
    for x in list.drain(..) {
        yield_!(x);
    }
}

fn main() {}
