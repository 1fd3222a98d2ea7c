use std::cell::RefCell;

fn make() -> String {
    String::from("made")
}

#[generator]
fn extended(n: u32) -> usize {
    let text = &make();
    yield_!(text.len());
    yield_!(text.len() + n as usize);
}

#[generator]
fn kept_in_a_head(cell: &RefCell<Vec<u32>>) -> u32 {
    for value in cell.borrow().iter() {
        yield_!(*value);
    }
    match *cell.borrow() {
        ref values if values.is_empty() => {}
        ref values => yield_!(values[0]),
    }
}
