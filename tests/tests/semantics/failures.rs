//! `?`

use crate::trace::{Noisy, all, log};
use gen_core::{Generator, GeneratorState, generator};
use std::fmt;
use std::num::ParseIntError;

#[derive(Debug)]
struct Bad;

impl From<ParseIntError> for Bad {
    fn from(_: ParseIntError) -> Self {
        Self
    }
}

impl fmt::Display for Bad {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("bad")
    }
}

#[test]
fn an_error_is_the_last_item() {
    #[generator]
    fn numbers(text: &str) -> Result<u32, Bad> {
        let _guard = Noisy("guard");
        for word in text.split(' ') {
            let n: u32 = word.parse()?;
            yield_!(Ok(n));
        }
        log("done");
    }
    assert_eq!(all(numbers("1 2")), "Ok(1) Ok(2) done -guard end");
    assert_eq!(all(numbers("1 x 2")), "Ok(1) -guard Err(Bad) end");
    assert_eq!(numbers("1 x 2").count(), 2);
}

#[test]
fn none_is_the_last_item() {
    #[generator]
    fn heads(words: &[&'static str]) -> Option<char> {
        let _guard = Noisy("guard");
        for word in words {
            let head = word.chars().next()?;
            yield_!(Some(head));
        }
    }
    assert_eq!(all(heads(&["ab", "", "c"])), "Some('a') -guard None end");
}

#[test]
fn a_failure_completes_a_generator_with_a_return_value() {
    #[generator]
    fn total() -> impl Generator<&'static str, Yield = u32, Return = Result<u32, Bad>> {
        let _guard = Noisy("guard");
        let mut sum = 0;
        loop {
            let text = yield_!(sum);
            if text.is_empty() {
                return Ok(sum);
            }
            let n: u32 = text.parse()?;
            sum += n;
        }
    }
    let mut g = total();
    g.start();
    assert_eq!(g.send("4").yielded(), Some(4));
    assert!(matches!(g.send("x"), GeneratorState::Complete(Err(Bad))));
    assert_eq!(crate::trace::events(), "-guard");
    assert!(g.is_done());
}

#[test]
fn let_else_ends_without_an_item() {
    #[generator]
    fn numbers(text: &str) -> u32 {
        for word in text.split(' ') {
            let Ok(n) = word.parse() else { return };
            yield_!(n);
        }
    }
    assert_eq!(all(numbers("1 x 2")), "1 end");
}
