#[generator]
fn field_by_field(name: String, n: u32) -> String {
    let pair = (name, n);
    yield_!(pair.0);
    yield_!(pair.1.to_string());
}
