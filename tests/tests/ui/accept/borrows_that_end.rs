#![deny(warnings, clippy::all, clippy::pedantic, unsafe_code, missing_docs)]
#![forbid(unsafe_code)]
//! Borrows that look like those of a local over a yield, and are none.

use gen_core::generator;
use std::cell::RefCell;
use std::collections::HashMap;

struct Cursor<'a> {
    text: &'a str,
}

fn shared() -> &'static [usize] {
    &[1, 2]
}

fn kind(_: &str) -> &'static str {
    "kind"
}

/// Through a reference that a local holds.
#[generator]
pub fn through_references<'a>(text: &'a str, words: &'a [&'a str]) -> usize {
    let list = shared();
    let first = &list[0];
    let word: &str = &words[0];
    let cursor = Cursor { text: &text };
    let copies = vec![text];
    let copied: &str = &copies[0];
    let unwrapped: &str = copies.first().unwrap();
    let option = copies.first().copied();
    yield_!(*first + word.len());
    yield_!(*first + word.len() + cursor.text.len());
    yield_!(copied.len() + unwrapped.len() + option.map_or(0, str::len));
    for part in copies[0].split(' ') {
        yield_!(part.len());
    }
}

/// What the function returns does not come from its argument.
#[generator]
pub fn unrelated_results(text: &str) -> usize {
    let owned = text.to_string();
    let kind = kind(&owned);
    let length = owned.as_str().len();
    yield_!(kind.len());
    yield_!(kind.len() + length);
}

/// Borrowed and given back before the yield.
#[generator]
pub fn ended(text: &str) -> usize {
    let (owned, other) = (text.to_string(), String::new());
    let mut borrowed = &owned;
    let length = borrowed.len();
    borrowed = &other;
    yield_!(length + borrowed.len());
    let cell = RefCell::new(5);
    {
        let value = cell.borrow();
        let copy = *value;
        drop(value);
        yield_!(copy);
    }
    let mut map = HashMap::new();
    map.insert(1, text);
    if let Some(found) = map.get(&1) {
        let length = found.len();
        yield_!(length);
    }
    if let Some(found) = map.get(&1).copied() {
        yield_!(1);
        yield_!(found.len());
    }
    let mut total = 0;
    let mut add = |x: usize| total += x;
    add(3);
    yield_!(total);
    let least = total;
    let raised: Vec<usize> = (0..2).map(|x| x + least).collect();
    let more = move |x: usize| x + least;
    yield_!(more(1));
    yield_!(more(2));
    for x in raised {
        yield_!(x);
    }
}

/// Patterns against references.
#[generator]
pub fn patterns<'a>(option: &'a Option<String>, word: Option<&'a str>) -> usize {
    if let Some(text) = option {
        yield_!(text.len());
        yield_!(text.len());
    }
    let again = option;
    match again {
        Some(text) => {
            yield_!(1);
            yield_!(text.len());
        }
        None => {}
    }
    if let Some(text) = word {
        yield_!(1);
        yield_!(text.len());
    }
}

fn main() {
    assert_eq!(through_references("a b", &["c"]).count(), 5);
    assert_eq!(unrelated_results("a").count(), 2);
    assert_eq!(ended("ab").count(), 10);
    assert_eq!(patterns(&Some("a".to_string()), Some("b")).count(), 6);
}
