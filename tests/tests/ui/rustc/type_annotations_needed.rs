use gen_core::generator;

#[generator]
fn numbers(text: &str) -> usize {
    let list = text.split(' ').collect();
    yield_!(1);
    drop(list);
}

fn main() {}
