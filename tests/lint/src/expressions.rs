//! Yields inside of expressions; closures; macros.

use gen_core::generator;
use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt::Write as _;
use std::rc::Rc;
use std::sync::Mutex;

/// A yield as the operand of this and that.
#[generator]
pub fn operands(n: u32) -> u32 {
    let list = [
        n,
        {
            yield_!(1);
            n + 1
        },
        n + 2,
    ];
    let sum = list.iter().sum::<u32>() + {
        yield_!(2);
        n
    };
    if sum > 10 && {
        yield_!(3);
        n < 5
    } {
        yield_!(sum);
    }
    let text = format!("{n} {sum}");
    yield_!(u32::try_from(text.len()).unwrap_or(0));
}

/// Closures that borrow, that move, that are kept.
#[generator]
pub fn closures(words: Vec<String>) -> usize {
    let longest = words.iter().map(String::len).max().unwrap_or(0);
    let factor = 2;
    let scale = move |n: usize| n * factor;
    yield_!(scale(longest));
    let mut counter = 0;
    let mut next = move || {
        counter += 1;
        counter
    };
    for word in words {
        yield_!(scale(word.len()) + next());
    }
}

/// A function that is given.
#[generator]
pub fn mapped<T, U, F: FnMut(T) -> U>(items: Vec<T>, mut f: F) -> U {
    for item in items {
        yield_!(f(item));
    }
}

/// Macros: format family, vec, assert, matches.
///
/// # Panics
/// If a word is empty.
#[generator]
pub fn macros(words: &[&str]) -> String {
    let mut all = vec![String::new(); 2];
    for (index, word) in words.iter().enumerate() {
        assert!(!word.is_empty(), "word {index} is empty");
        if matches!(word.chars().next(), Some('a'..='m')) {
            yield_!(format!("{word:>8}{index}"));
        }
        all[index % 2].push_str(word);
        debug_assert_ne!(all.len(), 0);
    }
    let mut text = String::new();
    let _ = write!(text, "{}", all.len());
    yield_!(text);
    yield_!(concat!("a", "b").to_owned());
}

/// Shared state that is locked for a moment.
#[generator]
pub fn shared(cell: Rc<RefCell<Vec<u32>>>, lock: &Mutex<u32>) -> u32 {
    loop {
        let Some(value) = cell.borrow_mut().pop() else {
            break;
        };
        if let Ok(mut guard) = lock.lock() {
            *guard += value;
        }
        yield_!(value);
    }
    yield_!(lock.lock().map_or(0, |guard| *guard));
}

/// Indices, fields, compound assignment, casts, ranges.
#[generator]
pub fn places(mut grid: Vec<Vec<u32>>, steps: u8) -> u64 {
    let mut position = (0_usize, 0_usize);
    for step in 0..steps {
        position.0 += 1;
        position.1 += usize::from(step);
        let (row, column) = (position.0 % grid.len(), position.1);
        let width = grid[row].len();
        grid[row][column % width] += u32::from(step);
        yield_!(u64::from(grid[row][column % width]));
        grid.swap(0, row);
    }
    yield_!(grid.iter().flatten().map(|n| u64::from(*n)).sum());
}

/// Values that are moved under a condition, and given back.
#[generator]
pub fn conditional(mut text: String, times: u32) -> String {
    for n in 0..times {
        let length = text.len();
        if length > 3 {
            yield_!(text);
            text = n.to_string();
        } else {
            text.push_str("..");
        }
    }
    yield_!(text);
}

/// Counts words, then tells them in order.
#[generator]
pub fn counts(text: &str) -> (String, usize) {
    let mut counts = HashMap::new();
    for word in text.split_whitespace() {
        *counts.entry(word.to_lowercase()).or_insert(0) += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_unstable();
    for pair in counts {
        yield_!(pair);
    }
}

/// Numbers of several types, and a reference to a constant.
#[generator]
pub fn scalars(limit: u8) -> f64 {
    let mut small = 0_u8;
    let mut ratio = 1.0;
    let step = &0.5;
    let mut odd = false;
    while small < limit {
        small += 1;
        odd = !odd;
        ratio *= *step;
        yield_!(if odd { ratio } else { f64::from(small) });
    }
}

/// A list of words under a heading.
#[derive(Debug)]
pub struct Section {
    heading: String,
    words: Vec<String>,
}

impl Section {
    fn close(self, mark: char) -> String {
        format!("{}{mark}{}", self.heading, self.words.concat())
    }

    const fn count(&self) -> usize {
        self.words.len()
    }
}

/// Methods that take their receiver by value: after a yield, and behind an argument that yields.
#[generator]
pub fn closed(first: Section, second: Section, third: Section) -> String {
    yield_!(String::new());
    yield_!(first.close(':'));
    yield_!(second.count().to_string());
    let text = third.close({
        yield_!(String::from("mark"));
        '.'
    });
    assert!(second.words.len() > 1);
    yield_!(text);
}
