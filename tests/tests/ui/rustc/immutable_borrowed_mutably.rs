use gen_core::generator;

#[generator]
fn numbers() -> u32 {
    let list = Vec::new();
    list.push(1);
    yield_!(list[0]);
    list.push(2);
    yield_!(list[1]);
}

fn main() {}
