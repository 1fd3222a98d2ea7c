//! Generators in a crate of edition 2018: what differs there is left as it is, what the macro adds does not mind.
#![deny(warnings, missing_docs)]

use gen_core::{generator, Generator};
use std::collections::HashMap;
use std::convert::TryFrom;

/// A lifetime that is elided and captured by the returned type, which edition 2018 does only if it is told to.
#[generator]
pub fn words(text: &str) -> String {
    for word in text.split(' ') {
        yield_!(word.to_owned());
    }
}

/// The same with the iterator spelled out.
#[generator]
pub fn lengths(text: &str) -> impl Iterator<Item = usize> {
    for word in text.split(' ') {
        yield_!(word.len());
    }
}

/// Two lifetimes, a type parameter and an argument without a name for its type.
#[generator]
pub fn filtered<'a, T: PartialEq>(
    items: &'a [T],
    unwanted: &T,
    mut wanted: impl FnMut(&T) -> bool,
) -> &'a T {
    for item in items {
        if item != unwanted && wanted(item) {
            yield_!(item);
        }
    }
}

/// A field that a closure captures.
#[derive(Debug)]
pub struct Basket {
    /// A name.
    pub name: String,
    /// Numbers.
    pub numbers: Vec<u32>,
}

impl Basket {
    /// Borrows by an elided lifetime.
    #[generator]
    pub fn labels(&self) -> impl Iterator<Item = (&str, u32)> {
        for number in &self.numbers {
            yield_!((self.name.as_str(), *number));
        }
    }

    /// In edition 2018 a closure captures the whole variable.
    #[generator]
    pub fn scaled(self, factor: u32) -> u32 {
        let basket = self;
        let scale = move |n: u32| n * factor + u32::try_from(basket.numbers.len()).unwrap_or(0);
        yield_!(scale(1));
        yield_!(scale(2));
    }
}

/// What a closure looks at is moved and assigned again in the same statement.
#[generator]
pub fn replaced(mut text: String, words: Vec<String>) -> usize {
    yield_!({
        let length = || text.len();
        let twice = length() + length();
        for word in words {
            drop(text);
            text = word;
        }
        twice
    });
    yield_!(text.len());
}

/// An array, by reference and by value.
#[generator]
pub fn array(values: [u32; 3], more: &[u32; 3]) -> u32 {
    for value in more.iter() {
        yield_!(*value);
    }
    for value in values {
        yield_!(value);
    }
}

/// Names that are keywords later.
#[generator]
pub fn later_keywords(gen: u32) -> u32 {
    let mut r#try = gen;
    while r#try > 0 {
        yield_!(r#try);
        r#try -= 1;
    }
}

/// Patterns without `|` in front of macros, paths without `dyn`-less types; format captures work in any edition.
#[generator]
pub fn captures(name: &str, count: usize) -> String {
    for index in 0..count {
        yield_!(format!("{name}{index:>3}"));
        let line = format!("{0}-{0} {name:?}", index);
        yield_!(line);
    }
}

/// `?`, let-else, `if let` with a temporary in its head, whose life is longer there.
#[generator]
pub fn numbers(text: &str, names: &HashMap<String, i32>) -> Result<i32, std::num::ParseIntError> {
    for word in text.split(' ') {
        let Some(first) = word.chars().next() else {
            continue;
        };
        if let Some(number) = names.get(&word.to_lowercase()) {
            yield_!(Ok(*number));
        } else if first == '-' || first.is_ascii_digit() {
            let number = word.parse::<i32>()?;
            yield_!(Ok(number));
        }
    }
}

/// The whole protocol.
#[generator]
pub fn sums() -> impl Generator<u32, Yield = u32, Return = String> {
    let mut sum = 0;
    loop {
        let value = yield_!(sum);
        if value == 0 {
            return format!("{sum}");
        }
        sum += value;
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

/// Boxed.
#[generator]
pub fn boxed(text: &str) -> Box<dyn Iterator<Item = char> + '_> {
    for c in text.chars() {
        yield_!(c);
    }
}

/// Is consumed by a method.
pub struct Job(u32);

impl Job {
    fn finish(self, more: u32) -> u32 {
        self.0 + more
    }
}

/// Methods that take their receiver by value: which they are, rustc is asked.
#[generator]
pub fn finished(first: Job, second: Job) -> u32 {
    yield_!(0);
    yield_!(first.finish(1));
    let last = second.finish({
        yield_!(2);
        3
    });
    yield_!(last);
}

#[test]
fn methods_consume() {
    assert!(finished(Job(1), Job(2)).eq([0, 2, 2, 5]));
}

#[test]
fn lifetimes_are_captured() {
    let text = String::from("ab c");
    assert!(words(&text).eq(["ab", "c"].iter().copied()));
    assert!(lengths(&text).eq([2, 1].iter().copied()));
    let items = [1, 2, 3, 4];
    let rest = filtered(&items, &2, |n| n % 2 == 0);
    assert_eq!(rest.collect::<Vec<_>>(), [&4]);
    assert_eq!(boxed(&text).count(), 4);
}

#[test]
fn methods_and_closures() {
    let basket = Basket {
        name: String::from("a"),
        numbers: vec![1, 2],
    };
    assert_eq!(basket.labels().collect::<Vec<_>>(), [("a", 1), ("a", 2)]);
    assert_eq!(basket.scaled(10).collect::<Vec<_>>(), [12, 22]);
    let words = vec![String::from("a"), String::from("bc")];
    let replaced = replaced(String::from("text"), words);
    assert_eq!(replaced.collect::<Vec<_>>(), [8, 2]);
}

#[test]
fn the_rest() {
    assert_eq!(
        array([1, 2, 3], &[1, 2, 3]).collect::<Vec<_>>(),
        [1, 2, 3, 1, 2, 3]
    );
    assert_eq!(later_keywords(2).collect::<Vec<_>>(), [2, 1]);
    assert_eq!(captures("n", 1).collect::<Vec<_>>(), ["n  0", "0-0 \"n\""]);
    let mut names = HashMap::new();
    names.insert(String::from("one"), 1);
    let items: Vec<_> = numbers("One -2 x 3", &names).map(Result::ok).collect();
    assert_eq!(items, [Some(1), Some(-2), Some(3)]);
    assert_eq!(numbers("1x 2", &names).count(), 1);
    assert_eq!(ruler(3).collect::<Vec<_>>(), [1, 2, 1, 3, 1, 2, 1]);
    let mut sums = sums();
    sums.start();
    sums.send(2);
    sums.send(3);
    assert_eq!(sums.send(0).complete().as_deref(), Some("5"));
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
        let number = match number {
            Some(number) => number,
            None => continue_now!(),
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
    assert_eq!(even(numbers).collect::<Vec<_>>(), [2, 4]);
}
