#[generator]
fn deferred(flag: bool) -> String {
    let name;
    if flag {
        name = String::from("set");
        yield_!(String::from("first"));
    } else {
        yield_!(String::from("second"));
        name = String::from("set later");
    }
    yield_!(name);
}
