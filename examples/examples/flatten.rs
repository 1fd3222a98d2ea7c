//! Delegation: `yield_from!` hands out everything another iterator or generator yields.
//!
//! Run it with `cargo run --example flatten`. It prints
//!
//! ```text
//! rows:   1 2 3 4 5 6
//! cube:   1 2 3 4 5 6 7 8
//! nested: 1 2 3 4 5 6
//! report: Ann Bob (2 in row 1) Cid (1 in row 2) (0 in row 3)
//! ```

use std::fmt::Display;

use gen_core::{Generator, generator};

/// One level: anything that can be looped over, and the same in it.
#[generator]
fn flatten<T>(rows: impl IntoIterator<Item = impl IntoIterator<Item = T>>) -> T {
    for row in rows {
        yield_from!(row);
    }
}

enum Nested {
    Number(i32),
    List(Vec<Nested>),
}

/// Any depth: a list may hold lists.
#[generator(recursive)]
fn flatten_nested(items: Vec<Nested>) -> i32 {
    for item in items {
        match item {
            Nested::Number(n) => yield_!(n),
            Nested::List(inner) => yield_from!(flatten_nested(inner)),
        }
    }
}

/// The names of a row; completes with how many there were.
#[generator]
fn names(row: Vec<&'static str>) -> impl Generator<(), Yield = String, Return = usize> {
    let count = row.len();
    for name in row {
        yield_!(name.to_owned());
    }
    count
}

/// `yield_from!` evaluates to the return value of the generator it ran.
#[generator]
fn report(rows: Vec<Vec<&'static str>>) -> String {
    for (number, row) in (1..).zip(rows) {
        let count = yield_from!(names(row));
        yield_!(format!("({count} in row {number})"));
    }
}

fn print(title: &str, items: impl Iterator<Item = impl Display>) {
    print!("{title:7}");
    for item in items {
        print!(" {item}");
    }
    println!();
}

fn main() {
    print("rows:", flatten([vec![1, 2, 3], vec![], vec![4, 5, 6]]));

    let cube = [[[1, 2], [3, 4]], [[5, 6], [7, 8]]];
    print("cube:", flatten(flatten(cube)));

    use Nested::{List, Number};
    let nested = vec![
        Number(1),
        List(vec![Number(2), List(vec![Number(3), Number(4)]), Number(5)]),
        List(vec![]),
        Number(6),
    ];
    print("nested:", flatten_nested(nested));

    print(
        "report:",
        report(vec![vec!["Ann", "Bob"], vec!["Cid"], vec![]]),
    );
}
