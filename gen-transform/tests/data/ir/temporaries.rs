use std::cell::RefCell;

fn make() -> String {
    String::from("made")
}

#[generator]
fn extended(n: usize) -> usize {
    let text = &make();
    yield_!(text.len() + n);
    yield_!(n);
}

#[generator]
fn kept_in_a_head(cell: &RefCell<Vec<u32>>) -> u32 {
    while let Some(value) = cell.borrow_mut().pop() {
        yield_!(value);
    }
    match cell.borrow().len() {
        0 => {}
        n => yield_!(n as u32),
    }
}
