#[generator]
fn sometimes(name: String, flag: bool) -> String {
    let copy = name.clone();
    if flag {
        yield_!(copy);
    }
    yield_!(name);
}

#[generator]
fn moved_and_assigned(n: u32) -> String {
    let mut text = String::new();
    for i in 0..n {
        text.push('x');
        if i % 2 == 0 {
            yield_!(text);
            text = String::new();
        }
    }
    yield_!(text);
}
