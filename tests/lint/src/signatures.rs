//! Functions, methods and traits.

use gen_core::generator;
use std::fmt::Display;

/// No parameters, no suspension but one.
#[generator]
pub fn once() -> u8 {
    yield_!(1);
}

/// No item at all.
#[generator]
pub fn nothing() -> u8 {}

/// A parameter that is changed.
#[generator]
pub fn countdown(mut n: u32) -> u32 {
    while n > 0 {
        yield_!(n);
        n -= 1;
    }
}

/// A borrowed parameter, its lifetime elided.
#[generator]
pub fn lines(text: &str) -> &str {
    for line in text.lines() {
        yield_!(line.trim());
    }
}

/// A named lifetime.
#[generator]
pub fn either<'a>(left: &'a [u8], right: &'a [u8]) -> &'a u8 {
    for (l, r) in left.iter().zip(right) {
        yield_!(l.max(r));
    }
}

/// A mutable reference at its last use.
#[generator]
pub fn cleared(values: &mut [u32]) -> u32 {
    for value in values.iter_mut() {
        yield_!(std::mem::take(value));
    }
}

/// A type parameter with bounds.
#[generator]
pub fn repeated<T: Clone>(value: T, times: usize) -> T {
    for _ in 0..times {
        yield_!(value.clone());
    }
}

/// A where-clause and a parameter that is an iterator.
#[generator]
pub fn doubled<I>(items: I) -> I::Item
where
    I: Iterator,
    I::Item: Copy,
{
    for item in items {
        yield_!(item);
        yield_!(item);
    }
}

/// `impl Trait` in argument position.
#[generator]
pub fn shown(items: impl IntoIterator<Item = impl Display>) -> String {
    for item in items {
        yield_!(format!("<{item}>"));
    }
}

/// A const parameter.
#[generator]
pub fn squares<const N: usize>() -> usize {
    for n in 0..N {
        yield_!(n * n);
    }
}

/// A pattern as a parameter.
#[generator]
pub fn span((from, to): (u32, u32)) -> u32 {
    for n in from..to {
        yield_!(n);
    }
}

/// The iterator spelled out.
#[generator]
pub fn naturals() -> impl Iterator<Item = u64> + Clone {
    let mut n = 0;
    loop {
        yield_!(n);
        n += 1;
    }
}

/// Boxed.
#[generator]
pub fn boxed(text: &str) -> Box<dyn Iterator<Item = char> + '_> {
    for c in text.chars().rev() {
        yield_!(c);
    }
}

/// A promise about the number of items.
#[generator(exact_size = n)]
pub fn zeros(n: usize) -> u8 {
    for _ in 0..n {
        yield_!(0);
    }
}

/// Generators as methods.
#[derive(Debug, Clone, Default)]
pub struct Basket {
    /// What is in it.
    pub fruits: Vec<String>,
    /// How heavy each is.
    pub weights: [u32; 2],
}

impl Basket {
    /// By reference.
    #[generator]
    pub fn iter(&self) -> &str {
        for fruit in &self.fruits {
            yield_!(fruit);
        }
    }

    /// By mutable reference.
    #[generator]
    pub fn sorted(&mut self) -> &mut String {
        self.fruits.sort();
        for fruit in &mut self.fruits {
            yield_!(fruit);
        }
    }

    /// By value.
    #[generator]
    pub fn into_fruits(self) -> String {
        let Self { fruits, weights: _ } = self;
        for fruit in fruits {
            yield_!(fruit);
        }
    }

    /// No `self`, but `Self`.
    #[generator]
    pub fn growing(count: usize) -> Self {
        let mut basket = Self::default();
        for n in 0..count {
            basket.fruits.push(n.to_string());
            yield_!(basket.clone());
        }
    }

    /// Does not say `self`, as a method that only has to be one.
    #[generator]
    #[allow(clippy::unused_self)]
    pub fn constant(&self) -> u8 {
        yield_!(1);
    }

    #[generator]
    fn private(&self) -> u32 {
        let [first, second] = self.weights;
        yield_!(first);
        yield_!(second);
    }

    /// Calls the private one.
    pub fn weight(&self) -> u32 {
        self.private().sum()
    }
}

/// Generators as items of a trait.
pub trait Shelf {
    /// What stands on it.
    type Book: Clone;

    /// A method the implementor gives.
    fn books(&self) -> impl Iterator<Item = Self::Book>;

    /// A provided one.
    #[generator]
    fn twice(&self) -> impl Iterator<Item = Self::Book> {
        for book in self.books() {
            yield_!(book.clone());
            yield_!(book);
        }
    }
}

impl Shelf for Basket {
    type Book = String;

    #[generator]
    fn books(&self) -> impl Iterator<Item = String> {
        for fruit in &self.fruits {
            yield_!(fruit.to_uppercase());
        }
    }
}

impl<'a> IntoIterator for &'a Basket {
    type Item = &'a str;
    type IntoIter = Box<dyn Iterator<Item = &'a str> + 'a>;

    #[generator]
    fn into_iter(self) -> Box<dyn Iterator<Item = &'a str> + 'a> {
        for fruit in &self.fruits {
            yield_!(fruit.as_str());
        }
    }
}
