#[generator]
fn formatted(name: String, n: u32) -> String {
    yield_!(format!("{name} {n:>4} {}", n + 1));
    println!("{name}");
    yield_!(format!(
        "{} {}",
        {
            yield_!(String::from("first"));
            n
        },
        name
    ));
}

#[generator]
fn lists(n: u32) -> u32 {
    let list = vec![n, { yield_!(n); 2 }];
    assert_eq!(list.len(), 2, "{n}");
    if matches!(list[0], 1 | 2) {
        yield_!(list[1]);
    }
}
