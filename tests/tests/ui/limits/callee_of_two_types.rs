use gen_core::generator;

fn note(_: i32) {}

#[generator]
fn numbers(flag: bool) -> i32 {
    (if flag {
        yield_!(1);
        note as fn(i32)
    } else {
        |k| drop(k)
    })({
        yield_!(2);
        5
    });
}

fn main() {}
