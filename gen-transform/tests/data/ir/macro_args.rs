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

#[generator]
fn of_the_body(n: u32) -> u32 {
    let mut list = vec![n];
    macro_rules! add {
        ($x:expr) => {
            list.push($x)
        };
    }
    yield_!(0);
    add!(n);
    yield_!(1);
    log!(list);
}
