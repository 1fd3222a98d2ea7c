use gen_core::generator;
use std::rc::Rc;

#[generator]
fn numbers(n: u32) -> u32 {
    let shared = Rc::new(n);
    yield_!(n);
    drop(shared);
}

fn main() {
    std::thread::spawn(|| numbers(1).count());
    let numbers = numbers(1);
    std::thread::spawn(move || numbers.count());
}
