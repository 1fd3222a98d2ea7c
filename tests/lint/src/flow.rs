//! Loops, branches, early ends.

use gen_core::generator;
use std::num::ParseIntError;

/// `loop` with `break` and `continue`, labelled.
#[generator]
pub fn labelled(width: u32) -> (u32, u32) {
    let mut row = 0;
    'rows: loop {
        row += 1;
        for column in 0.. {
            if column > row {
                continue 'rows;
            }
            if row == width {
                break 'rows;
            }
            yield_!((row, column));
        }
    }
}

/// An early `return`.
#[generator]
pub fn until_zero(values: &[u32]) -> u32 {
    for &value in values {
        if value == 0 {
            return;
        }
        yield_!(value);
    }
    yield_!(u32::MAX);
}

/// `while let` over a stack.
#[generator]
pub fn collatz(start: Vec<u64>) -> u64 {
    let mut stack = start;
    while let Some(n) = stack.pop() {
        yield_!(n);
        if n > 1 {
            stack.push(if n % 2 == 0 { n / 2 } else { 3 * n + 1 });
        }
    }
}

/// `?` on a result.
#[generator]
pub fn parsed(text: &str) -> Result<i64, ParseIntError> {
    for word in text.split_whitespace() {
        let number: i64 = word.parse()?;
        yield_!(Ok(number));
    }
}

/// `?` on an option.
#[generator]
pub fn initials(names: &[&str]) -> Option<char> {
    for name in names {
        yield_!(Some(name.chars().next()?));
    }
}

/// let-else with each way to leave.
#[generator]
pub fn fields(text: &str) -> (&str, &str) {
    for line in text.lines() {
        let Some((key, value)) = line.split_once('=') else {
            continue;
        };
        let Some(value) = value.strip_suffix(';') else {
            return;
        };
        yield_!((key, value));
    }
}

/// `if let` with chains and else.
#[generator]
pub fn chained(values: &[Option<u32>], limit: u32) -> u32 {
    for value in values {
        if let Some(value) = value
            && *value < limit
        {
            yield_!(*value);
        } else if value.is_none() {
            yield_!(0);
        } else {
            break;
        }
    }
}

/// A block with a value, a loop with one, a labelled block.
#[generator]
pub fn values(limit: u32) -> u32 {
    let start = {
        let half = limit / 2;
        yield_!(half);
        half + 1
    };
    let mut n = start;
    let found = loop {
        n += 1;
        yield_!(n);
        if n % 7 == 0 {
            break n;
        }
    };
    let rest = 'search: {
        for n in found.. {
            yield_!(n);
            if n % 5 == 0 {
                break 'search n;
            }
        }
        0
    };
    yield_!(rest + start);
}

/// Deferred initialisation.
#[generator]
pub fn deferred(flag: bool) -> String {
    let text;
    if flag {
        text = String::from("yes");
        yield_!(text.clone());
    } else {
        text = String::from("no");
    }
    yield_!(text);
}

/// Shadowing, in blocks and in loops.
#[generator]
pub fn shadowed(value: &str) -> String {
    let value = value.trim();
    yield_!(value.to_owned());
    let value = value.len();
    yield_!(value.to_string());
    for value in 0..value {
        let value = value * 2;
        yield_!(value.to_string());
    }
    yield_!(value.to_string());
}

/// Ends in an endless loop.
#[generator]
pub fn fibonacci() -> u64 {
    let (mut a, mut b) = (0_u64, 1_u64);
    loop {
        yield_!(a);
        (a, b) = (b, a.wrapping_add(b));
    }
}

/// Ends in a panic.
///
/// # Panics
/// After the items.
#[generator]
pub fn panics(items: Vec<u8>) -> u8 {
    for item in items {
        yield_!(item);
    }
    panic!("there is no end");
}

/// Both branches end it.
#[generator]
pub fn both_end(flag: bool) -> u8 {
    yield_!(0);
    if flag {
        yield_!(1);
        return;
    }
    match flag {
        true => unreachable!(),
        false => yield_!(2),
    }
}

macro_rules! ensure {
    ($holds:expr) => {
        if !$holds {
            return;
        }
    };
}

macro_rules! parsed_or_continue {
    ($text:expr) => {
        match $text.parse() {
            Ok(number) => number,
            Err(_) => continue,
        }
    };
}

/// Macros that jump, out of the function and in a loop.
#[generator]
pub fn numbers_in(lines: Vec<String>) -> u32 {
    let mut total = 0;
    for line in lines {
        ensure!(total < 100);
        let number: u32 = parsed_or_continue!(line);
        total += number;
        yield_!(number);
    }
    yield_!(total);
}
