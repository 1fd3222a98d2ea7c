#![deny(warnings, clippy::all, clippy::pedantic, unsafe_code, missing_docs)]
#![forbid(unsafe_code)]
//! Moves, drops and late initialisation.

use gen_core::generator;

/// Each name, moved out.
#[generator]
pub fn names(flag: bool) -> String {
    let first = String::from("first");
    let second;
    if flag {
        second = String::from("second");
        yield_!(second);
    } else {
        drop(first);
        yield_!(String::from("none"));
        return;
    }
    yield_!(first);
}

/// Keeps a value to the end.
#[generator]
pub fn held(values: Vec<String>) -> usize {
    let _held = values.clone();
    for value in values {
        yield_!(value.len());
    }
}

fn main() {
    assert!(names(true).eq(["second", "first"]));
    assert!(names(false).eq(["none"]));
    assert!(held(vec![String::new()]).eq([0]));
}
