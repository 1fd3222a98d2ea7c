#[generator]
fn places(mut values: Vec<u32>) -> u32 {
    values[0] = {
        yield_!(values[1]);
        5
    };
    values[1] += {
        yield_!(values[0]);
        6
    };
    let (mut a, mut b) = (1, 2);
    (a, b) = (b, a);
    yield_!(a);
    yield_!(b);
}
