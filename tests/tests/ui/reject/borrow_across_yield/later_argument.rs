use gen_core::generator;

#[generator]
fn numbers() -> i32 {
    let mut list = vec![1];
    list.insert(0, {
        yield_!(2);
        3
    });
    yield_!(list[0]);
}

fn main() {}
