use gen_core::generator;

type Items = Box<dyn Iterator<Item = u32>>;

#[generator]
fn numbers() -> Items {
    yield_!(1);
}

fn main() {}
