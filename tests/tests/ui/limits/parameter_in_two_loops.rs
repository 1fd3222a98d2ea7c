use gen_core::generator;

#[generator]
fn numbers(more: &mut dyn Iterator<Item = i32>) -> i32 {
    for x in more.take(2) {
        yield_!(x);
    }
    for x in more {
        yield_!(x);
    }
}

fn main() {}
