use gen_core::generator;

enum Shape {
    Circle(u32),
    Point,
}

#[generator]
fn numbers(shape: Shape, number: Option<u32>) -> u32 {
    if let Shape::Circle(x, y) = shape {
        yield_!(x);
        yield_!(y);
    }
    match number {
        Ok(x) => yield_!(x),
        Err(_) => {}
    }
    let (a, b) = 5;
    yield_!(a);
    yield_!(b);
}

fn main() {
    let _ = Shape::Point;
}
