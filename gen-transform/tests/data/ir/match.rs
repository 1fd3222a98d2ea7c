enum Shape {
    Point,
    Line(u32),
    Named { name: String, size: u32 },
}

#[generator]
fn sizes(shape: Shape) -> u32 {
    match shape {
        Shape::Point => {}
        Shape::Line(length) if length > 10 => yield_!(10),
        Shape::Line(length) => yield_!(length),
        Shape::Named { name, size } => {
            yield_!(size);
            yield_!(name.len() as u32);
        }
    }
}

#[generator]
fn as_a_value(n: u32) -> u32 {
    let doubled = match n {
        0 => 1,
        n => {
            yield_!(n);
            n * 2
        }
    };
    yield_!(doubled);
}
