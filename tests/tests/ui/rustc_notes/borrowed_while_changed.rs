use gen_core::generator;

#[generator]
fn numbers() -> usize {
    let mut list = vec![1, 2, 3];
    let first = &list[0];
    list.push(4);
    yield_!(*first);
    yield_!(list.len());
}

fn main() {}
