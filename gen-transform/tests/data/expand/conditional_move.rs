#[generator]
fn sometimes(name: String, flag: bool) -> String {
    let copy = name.clone();
    if flag {
        yield_!(copy);
    }
    yield_!(name);
}
