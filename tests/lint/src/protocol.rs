//! Delegation, sending, recursion.

use gen_core::{Generator, generator};

/// Delegates to an iterator and to a generator.
#[generator]
pub fn delegated(numbers: &[u32]) -> u32 {
    yield_from!(numbers.iter().copied());
    yield_from!(super::signatures::countdown(3));
}

/// Is sent numbers, tells the mean.
#[generator]
pub fn averager() -> impl Generator<f64, Yield = Option<f64>, Return = ()> {
    let mut total = 0.0;
    let mut count = 0.0;
    let mut average = None;
    loop {
        total += yield_!(average);
        count += 1.0;
        average = Some(total / count);
    }
}

/// Asks, and returns what it was told.
#[generator]
pub fn ask(
    question: &'static str,
) -> impl Generator<String, Yield = &'static str, Return = String> {
    let answer = yield_!(question);
    if answer.is_empty() {
        return yield_!("really?");
    }
    answer
}

/// A dialogue of two such.
#[generator]
pub fn dialogue() -> impl Generator<String, Yield = &'static str, Return = String> {
    let name = yield_from!(ask("name?"));
    let age = yield_from!(ask("age?"));
    format!("{name} {age}")
}

/// Returns a result, with `?`.
#[generator]
pub fn sum() -> impl Generator<String, Yield = i64, Return = Result<i64, std::num::ParseIntError>> {
    let mut sum = 0;
    loop {
        let text = yield_!(sum);
        if text.is_empty() {
            return Ok(sum);
        }
        sum += text.parse::<i64>()?;
    }
}

/// An iterator with a return value.
#[generator]
pub fn counted(text: &str) -> impl Generator<Yield = char, Return = usize> {
    let mut count = 0;
    for c in text.chars() {
        yield_!(c);
        count += 1;
    }
    count
}

/// A tree.
#[derive(Debug)]
pub struct Tree {
    /// On this level.
    pub value: u32,
    /// Below.
    pub children: Vec<Self>,
}

impl Tree {
    /// All values, by recursion.
    #[generator(recursive)]
    pub fn values(&self) -> u32 {
        yield_!(self.value);
        for child in &self.children {
            yield_from!(child.values());
        }
    }
}

/// The moves of the towers of Hanoi.
#[generator(recursive)]
pub fn hanoi(n: u32, from: char, to: char, via: char) -> (char, char) {
    if n > 0 {
        yield_from!(hanoi(n - 1, from, via, to));
        yield_!((from, to));
        yield_from!(hanoi(n - 1, via, to, from));
    }
}
