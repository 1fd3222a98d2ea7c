use gen_core::generator;

struct Point {
    x: i32,
}

#[generator]
fn points(point: Point) -> i32 {
    yield_!(point.x);
    yield_!(point.y);
}

fn main() {}
