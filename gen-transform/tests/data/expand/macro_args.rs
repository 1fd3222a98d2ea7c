#[generator]
fn greetings(name: String) -> String {
    for i in 0..3 {
        yield_!(format!("hello {name} {i}"));
    }
}

#[generator]
fn of_the_body(n: u32) -> u32 {
    let mut list = vec![n];
    let mut sum = 0;
    macro_rules! add {
        ($x:expr) => {
            sum += $x;
            list.push(sum)
        };
    }
    yield_!(0);
    add!(n);
    yield_!(sum);
    log!(list);
    yield_!(2);
}
