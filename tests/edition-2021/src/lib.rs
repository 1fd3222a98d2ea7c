//! Generators in a crate of edition 2021.
#![deny(warnings, missing_docs)]

use gen_core::{gen_, generator, Generator};
use std::cell::RefCell;
use std::fmt::Display;

/// A lifetime that is elided and captured by the returned type, which edition 2021 does only if it is told to.
#[generator]
pub fn words(text: &str) -> String {
    for word in text.split(' ') {
        yield_!(word.to_owned());
    }
}

/// The same with the iterator spelled out, and with an `impl` in an argument.
#[generator]
pub fn shown(items: &[impl Display], separator: &str) -> impl Iterator<Item = String> {
    for item in items {
        yield_!(format!("{item}{separator}"));
    }
}

/// Closures capture single fields: the other one may be used beside them.
#[generator]
pub fn disjoint(mut pair: (Vec<u32>, u32)) -> u32 {
    let first = pair.0.iter().map(|n| n + pair.1).sum();
    yield_!(first);
    let mut add = |n| pair.0.push(n);
    add(pair.1);
    add(7);
    pair.1 += 1;
    yield_!(pair.1);
    let (numbers, _) = pair;
    for n in numbers {
        yield_!(n);
    }
}

/// An array by value, and one by `into_iter`.
#[generator]
pub fn array(values: [String; 2]) -> String {
    for value in values.clone() {
        yield_!(value);
    }
    for value in values.into_iter().rev() {
        yield_!(value);
    }
}

/// A name that is a keyword later.
#[generator]
pub fn later_keywords(gen: u32) -> u32 {
    for gen in 0..gen {
        yield_!(gen);
    }
    yield_!(gen);
}

/// Without let chains: nested. The temporary of the head lives to the end of the `if let` there.
#[generator]
pub fn nested(cell: &RefCell<Vec<Option<u32>>>, limit: u32) -> u32 {
    loop {
        let next = cell.borrow_mut().pop();
        if let Some(value) = next {
            if let Some(value) = value {
                if value < limit {
                    yield_!(value);
                }
            }
        } else {
            break;
        }
    }
    if let Some(last) = cell.borrow().last() {
        assert!(last.is_some());
    }
}

/// Or-patterns in macros and format captures of all kinds.
#[generator]
pub fn captures(name: &str, widths: Vec<usize>) -> String {
    for width in widths {
        if matches!(width, 1 | 2 | 10..=20) {
            yield_!(format!("{name:>width$}|{width:02}"));
        }
        assert!(width < 100, "{name} is {width} wide");
    }
}

/// The temporary at the end of a block that yields goes before the variables of the block, as in edition 2024.
#[generator]
pub fn ends<'a>(log: &'a RefCell<Vec<&'static str>>) -> u32 {
    let _variable = Noted(log, "variable");
    yield_!(1);
    Noted(log, "temporary").look()
}

/// Logs its drop.
struct Noted<'a>(&'a RefCell<Vec<&'static str>>, &'static str);

impl Noted<'_> {
    fn look(&self) {}
}

impl Drop for Noted<'_> {
    fn drop(&mut self) {
        self.0.borrow_mut().push(self.1);
    }
}

/// The whole protocol.
#[generator]
pub fn sums() -> impl Generator<u32, Yield = u32, Return = String> {
    let mut sum = 0;
    loop {
        match yield_!(sum) {
            0 => break format!("{sum}"),
            value => sum += value,
        }
    }
}

/// Recursion.
#[generator(recursive)]
pub fn ruler(depth: u32) -> u32 {
    if depth > 0 {
        yield_from!(ruler(depth - 1));
        yield_!(depth);
        yield_from!(ruler(depth - 1));
    }
}

/// An anonymous one that borrows.
pub fn anonymous(values: &[u32]) -> impl Iterator<Item = u32> + '_ {
    gen_!(move {
        for value in values {
            yield_!(value + 1);
        }
    })
}

/// A trait whose method returns a boxed generator.
pub trait Walk {
    /// All numbers.
    fn walk(&self) -> Box<dyn Iterator<Item = u32> + '_>;
}

impl Walk for Vec<Vec<u32>> {
    #[generator]
    fn walk(&self) -> Box<dyn Iterator<Item = u32> + '_> {
        for row in self {
            yield_from!(row.iter().copied());
        }
    }
}

#[test]
fn lifetimes_are_captured() {
    let text = String::from("ab c");
    assert!(words(&text).eq(["ab", "c"]));
    assert!(shown(&[1, 2], ";").eq(["1;", "2;"]));
    assert!(anonymous(&[1, 2]).eq([2, 3]));
}

#[test]
fn temporaries_at_the_end_of_a_block() {
    let log = RefCell::new(Vec::new());
    let mut items = ends(&log);
    assert_eq!((items.next(), items.next()), (Some(1), None));
    assert_eq!(log.take(), ["temporary", "variable"]);
    ends(&log).for_each(drop);
    assert_eq!(log.take(), ["variable", "temporary"]);
}

#[test]
fn the_rest() {
    assert!(disjoint((vec![1, 2], 5)).eq([13, 6, 1, 2, 5, 7]));
    let strings = ["a".to_owned(), "b".to_owned()];
    assert!(array(strings).eq(["a", "b", "b", "a"]));
    assert!(later_keywords(2).eq([0, 1, 2]));
    let cell = RefCell::new(vec![Some(9), None, Some(1), Some(2)]);
    assert!(nested(&cell, 5).eq([2, 1]));
    assert!(captures("n", vec![2, 5]).eq([" n|02"]));
    assert!(ruler(2).eq([1, 2, 1]));
    assert!(vec![vec![1], vec![2, 3]].walk().eq([1, 2, 3]));
    let mut sums = sums();
    sums.start();
    sums.send(2);
    assert_eq!(sums.send(0).complete().as_deref(), Some("2"));
}

macro_rules! continue_now {
    () => {
        continue
    };
}

/// What a macro that jumps has come to has a type before edition 2024.
#[generator]
fn even(numbers: Vec<Option<u32>>) -> u32 {
    for number in numbers {
        let Some(number) = number else {
            continue_now!()
        };
        let number = if number % 2 == 1 {
            continue_now!()
        } else {
            number
        };
        yield_!(number);
    }
}

#[test]
fn macros_that_jump() {
    let numbers = vec![Some(1), None, Some(2), Some(4)];
    assert!(even(numbers).eq([2, 4]));
}
