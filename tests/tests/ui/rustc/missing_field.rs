use gen_core::generator;

struct Point {
    x: i32,
    y: i32,
}

#[generator]
fn points() -> Point {
    yield_!(Point { x: 1 });
}

fn main() {}
