#[generator]
fn greetings(name: String) -> String {
    for i in 0..3 {
        yield_!(format!("hello {name} {i}"));
    }
}
