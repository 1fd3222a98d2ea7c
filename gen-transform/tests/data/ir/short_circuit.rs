#[generator]
fn both(a: bool, b: bool) -> u32 {
    let held = a && {
        yield_!(1);
        b
    };
    if held || {
        yield_!(2);
        !b
    } {
        yield_!(3);
    }
}
