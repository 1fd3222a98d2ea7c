use gen_core::generator;

#[generator]
fn numbers(list: Vec<u32>) -> u32 {
    for x in list.itre() {
        yield_!(*x);
    }
    let n = list.length();
    yield_!(n);
    yield_!(n);
}

fn main() {}
