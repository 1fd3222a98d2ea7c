use gen_core::generator;

#[generator]
fn numbers() -> u32 {
    const FIRST: () = yield_!(1);
    yield_!(2);
}

fn main() {}
