#[generator]
fn evens(n: u32) -> u32 {
    let mut i = 0;
    loop {
        if i == n {
            return;
        } else if i % 2 == 0 {
            yield_!(i);
        }
        i += 1;
    }
}

#[generator]
fn as_a_value(flag: bool) -> &'static str {
    let text = if flag {
        yield_!("asked");
        "yes"
    } else {
        "no"
    };
    yield_!(text);
}
