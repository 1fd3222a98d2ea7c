//! Patterns and matches.

use gen_core::generator;
use std::collections::BTreeMap;

/// What is drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// A circle.
    Circle {
        /// Its radius.
        radius: f64,
    },
    /// A rectangle.
    Rectangle {
        /// From left to right.
        width: f64,
        /// From top to bottom.
        height: f64,
    },
    /// A polygon.
    Polygon(Vec<(f64, f64)>),
    /// Nothing.
    Empty,
}

/// What comes out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Corner {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

/// A match with many arms, struct patterns and literals with shorthand.
#[generator]
pub fn corners(shapes: Vec<Shape>) -> Corner {
    for shape in shapes {
        match shape {
            Shape::Circle { radius } if radius > 0.0 => {
                yield_!(Corner { x: -radius, y: 0.0 });
                yield_!(Corner { x: radius, y: 0.0 });
            }
            Shape::Circle { .. } | Shape::Empty => {}
            Shape::Rectangle { width, height: y } => {
                let x = width / 2.0;
                yield_!(Corner { x, y });
                yield_!(Corner { x, y: -y });
            }
            Shape::Polygon(points) => {
                for (x, y) in points {
                    yield_!(Corner { x, y });
                }
            }
        }
    }
}

/// A match on numbers, ranges and tuples, its arms of several kinds.
#[generator]
pub fn named(numbers: &[(u32, char)]) -> &'static str {
    for pair in numbers {
        match pair {
            (0, _) => yield_!("none"),
            (1, 'a' | 'b') => yield_!("one of the first"),
            (1, _) => yield_!("one"),
            (n, _) if n % 2 == 0 => yield_!("even"),
            (2..=9, 'a'..='z') => {
                yield_!("some");
                yield_!("small");
            }
            (100.., 'z'..) => yield_!("many"),
            _ => continue,
        }
        yield_!("next");
    }
}

/// Slices, `@` and rests.
#[generator]
pub fn peaks(mut values: &[i32]) -> i32 {
    while let [left, rest @ ..] = values {
        if let [middle, right, ..] = rest
            && left < middle
            && middle > right
        {
            yield_!(*middle);
        }
        values = rest;
    }
}

/// Nested patterns, `ref` and moves out of a struct.
#[generator]
pub fn people(list: Vec<(String, Option<(u8, String)>)>) -> String {
    for (name, details) in list {
        yield_!(name.clone());
        match details {
            Some((age @ 0..=17, place)) => yield_!(format!("{name}, {age}, a child of {place}")),
            Some((age, place)) => {
                yield_!(place);
                yield_!(format!("{name}, {age}"));
            }
            None => yield_!(name),
        }
    }
}

/// A struct that is taken apart.
#[derive(Debug, Clone)]
pub struct Parts {
    /// The front.
    pub head: String,
    /// The middle.
    pub body: Vec<String>,
    /// The back.
    pub tail: Option<String>,
}

/// A struct pattern in a `let`, moves of its fields.
#[generator]
pub fn parts(parts: Parts) -> String {
    let Parts { head, body, tail } = parts;
    yield_!(head);
    for part in body {
        yield_!(part);
    }
    if let Some(tail) = tail {
        yield_!(tail);
    }
}

/// Constants and ranges against bindings, `_` and names with an underscore.
#[generator]
pub fn buckets(values: BTreeMap<u32, u32>) -> (u32, u32) {
    const LIMIT: u32 = 10;
    for (key, count) in values {
        let _ = key.checked_add(count);
        let _less = key.checked_sub(1);
        match count {
            LIMIT => yield_!((key, 0)),
            0..LIMIT => yield_!((key, 1)),
            _ => yield_!((key, count)),
        }
    }
}

/// Struct update.
#[generator]
pub fn updates(base: Parts) -> Parts {
    for n in 0..3 {
        let head = n.to_string();
        yield_!(Parts {
            head,
            ..base.clone()
        });
    }
}
