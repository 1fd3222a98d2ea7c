use gen_core::generator;
use std::cell::RefCell;
use std::sync::Mutex;

#[generator]
fn locked() -> u32 {
    let mutex = Mutex::new(1);
    let guard = mutex.lock().unwrap();
    yield_!(*guard);
}

#[generator]
fn borrowed() -> u32 {
    let cell = RefCell::new(1);
    let value = cell.borrow();
    yield_!(*value);
    yield_!(*value);
}

fn main() {}
