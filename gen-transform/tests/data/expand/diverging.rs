#[generator]
fn from_first(first: Option<u32>) -> u32 {
    let first = match first {
        Some(first) => first,
        None => panic!("nothing"),
    };
    yield_!(first);
    std::process::exit(1);
}
