#![deny(warnings, clippy::all, clippy::pedantic, unsafe_code, missing_docs)]
#![forbid(unsafe_code)]
//! Patterns in parameters, lets, matches and loops.

use gen_core::generator;

/// A shape.
pub enum Shape {
    /// With a radius.
    Circle {
        /// The radius.
        radius: u32,
    },
    /// Width and height.
    Rectangle(u32, u32),
}

/// Lengths.
#[generator]
pub fn lengths((first, mut rest): (Shape, Vec<Shape>)) -> u32 {
    rest.insert(0, first);
    for shape in rest {
        match shape {
            Shape::Circle { radius: r } if r > 0 => yield_!(r),
            Shape::Circle { .. } => {}
            Shape::Rectangle(a, b) => {
                yield_!(a);
                let [low, high] = if a < b { [a, b] } else { [b, a] };
                yield_!(high - low);
            }
        }
    }
}

/// Pairs that are whole.
#[generator]
pub fn whole(pairs: Vec<(Option<u8>, u8)>) -> u8 {
    for pair @ (first, _) in pairs {
        if let Some(a) = first
            && a < pair.1
        {
            yield_!(pair.1 - a);
        }
    }
}

fn main() {
    let shapes = (Shape::Circle { radius: 2 }, vec![Shape::Rectangle(3, 1)]);
    assert!(lengths(shapes).eq([2, 3, 2]));
    assert!(whole(vec![(Some(1), 3), (None, 2)]).eq([2]));
}
