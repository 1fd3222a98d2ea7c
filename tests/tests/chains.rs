//! Generators over an `impl Iterator`: internal iteration goes through the whole chain, with the same trace as `next`.

use gen_core::generator;
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;

type Log = Rc<RefCell<Vec<String>>>;

/// A source that says what is asked of it and when it is dropped, and may panic.
struct Source {
    left: u64,
    log: Log,
    panics_at: u64,
}

impl Iterator for Source {
    type Item = u64;
    fn next(&mut self) -> Option<u64> {
        self.log.borrow_mut().push(format!("next {}", self.left));
        assert!(self.left != self.panics_at, "as told");
        self.left = self.left.checked_sub(1)?;
        Some(self.left)
    }
}

impl Drop for Source {
    fn drop(&mut self) {
        self.log.borrow_mut().push("dropped".to_string());
    }
}

#[generator]
fn counted(source: impl Iterator<Item = u64>, step: u64) -> u64 {
    let mut at = 0;
    for item in source {
        at += step;
        if item % 2 == 0 {
            yield_!(item * at);
        }
        yield_!(at);
    }
    yield_!(at);
}

#[generator]
fn differences(mut source: impl Iterator<Item = u64>) -> u64 {
    let mut last = source.next().unwrap_or(7);
    for item in source {
        yield_!(item.abs_diff(last));
        last = item;
    }
}

fn chain(log: &Log, panics_at: u64) -> impl Iterator<Item = u64> {
    let log = Rc::clone(log);
    let left = 5;
    differences(counted(
        Source {
            left,
            log,
            panics_at,
        },
        3,
    ))
}

/// What happens when `drive` runs the chain.
fn trace(drive: impl FnOnce(&Log)) -> Vec<String> {
    let log = Log::default();
    let outcome = catch_unwind(AssertUnwindSafe(|| drive(&log)));
    log.borrow_mut()
        .push(format!("ended well: {}", outcome.is_ok()));
    log.take()
}

#[test]
fn by_fold_and_by_next_the_same_happens() {
    for panics_at in [0, 1, 3, 5, 9] {
        let note = |log: &Log, item: u64| log.borrow_mut().push(format!("item {item}"));
        let by_next = trace(|log| {
            for item in chain(log, panics_at) {
                note(log, item);
            }
        });
        let by_fold = trace(|log| {
            chain(log, panics_at).for_each(|item| note(log, item));
        });
        assert_eq!(by_next, by_fold);
        assert!(by_next.iter().any(|line| line.starts_with("item")) || panics_at == 5);
    }
}

/// What a closure could not do stays a loop.
#[test]
fn a_loop_that_is_more_than_a_closure_compiles() {
    #[generator]
    fn lines(source: impl Iterator<Item = char>) -> String {
        let mut line = String::new();
        for letter in source {
            if letter == '/' {
                let full = line;
                line = String::new();
                yield_!(full);
            } else {
                line.push(letter);
            }
        }
        yield_!(line);
    }
    #[generator]
    fn assigned_first(source: impl Iterator<Item = u64>) -> u64 {
        let mut last: u64;
        for item in source {
            last = item + 1;
            yield_!(last);
        }
    }
    #[generator]
    fn until(source: impl Iterator<Item = u64>, end: u64) -> u64 {
        for item in source {
            if item == end {
                break;
            }
            if item == 2 {
                continue;
            }
            yield_!(item);
        }
        yield_!(end);
    }
    #[generator]
    fn parsed<'a>(source: impl Iterator<Item = &'a str>) -> Result<u8, std::num::ParseIntError> {
        for item in source {
            yield_!(Ok(item.parse()?));
        }
    }
    assert!(lines("ab/c/".chars()).eq(["ab", "c", ""]));
    assert!(lines("ab/c".chars()).collect::<Vec<_>>() == ["ab", "c"]);
    assert_eq!(assigned_first(0..3).sum::<u64>(), 6);
    assert_eq!(until(0..9, 4).collect::<Vec<_>>(), [0, 1, 3, 4]);
    assert_eq!(
        parsed(["1", "x", "2"].into_iter())
            .filter(Result::is_ok)
            .count(),
        1
    );
}
