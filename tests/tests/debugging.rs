//! What a debugger, a panic and a backtrace say of a body: the user's file and lines, however the generator is run.

use gen_core::generator;
use std::backtrace::Backtrace;
use std::panic::{self, AssertUnwindSafe, Location};
use std::sync::Mutex;

#[track_caller]
fn here() -> u32 {
    Location::caller().line()
}

/// The items by `next` and by internal iteration.
fn both_ways<T>(make: impl Fn() -> Box<dyn Iterator<Item = T>>) -> (Vec<T>, Vec<T>) {
    let mut lazy = Vec::new();
    for item in make() {
        lazy.push(item);
    }
    let mut eager = Vec::new();
    make().for_each(|item| eager.push(item));
    (lazy, eager)
}

#[test]
fn lines_are_those_of_the_user() {
    #[generator]
    fn lines(list: Vec<u32>) -> (u32, u32) {
        yield_!((line!(), here()));
        for item in list {
            let before = line!() + item;
            yield_!((before, here()));
            let after = (line!(), here());
            yield_!(after);
        }
    }
    let first = line!() - 8;
    let expected = vec![
        (first, first),
        (first + 2, first + 3),
        (first + 4, first + 4),
    ];
    let (lazy, eager) = both_ways(|| Box::new(lines(vec![0])));
    assert_eq!(lazy, expected);
    assert_eq!(eager, expected);
}

static LAST_PANIC: Mutex<Option<(String, u32)>> = Mutex::new(None);

/// Where `run` panics.
fn panic_line(run: impl FnOnce()) -> u32 {
    let old = panic::take_hook();
    panic::set_hook(Box::new(|info| {
        let at = info.location().expect("a location");
        *LAST_PANIC.lock().expect("unpoisoned") = Some((at.file().to_string(), at.line()));
    }));
    let result = panic::catch_unwind(AssertUnwindSafe(run));
    panic::set_hook(old);
    assert!(result.is_err(), "no panic");
    let (file, line) = LAST_PANIC
        .lock()
        .expect("unpoisoned")
        .take()
        .expect("a panic");
    assert!(file.ends_with("debugging.rs"), "{file}");
    line
}

#[test]
fn panics_name_the_line_of_the_body() {
    #[generator]
    fn panics(kind: u32, list: Vec<u32>, none: Option<u32>) -> u32 {
        let first = list.len() as u32;
        yield_!(first);
        if kind == 0 {
            panic!("on purpose");
        }
        if kind == 1 {
            yield_!(none.unwrap());
        }
        if kind == 2 {
            yield_!(list[7]);
        }
        if kind == 3 {
            yield_!(1 / (first - 2));
        }
        assert_eq!(first, 0);
    }
    let start = line!() - 18;
    for (kind, line) in [(0, 5), (1, 8), (2, 11), (3, 14), (4, 16)] {
        let make = || panics(kind, vec![1, 2], None);
        let expected = start + line;
        assert_eq!(
            panic_line(|| {
                make().nth(1);
            }),
            expected,
            "next, {kind}"
        );
        assert_eq!(
            panic_line(|| make().for_each(drop)),
            expected,
            "for_each, {kind}"
        );
    }
}

/// An operator one of whose operands yields stands in the step of the generator, and named the line of the attribute.
#[test]
fn panics_of_operators_whose_operands_yield_name_the_line() {
    #[generator]
    fn panics(kind: u32, zero: u32, most: i32) -> u32 {
        let mut total = most;
        yield_!(0);
        match kind {
            0 => {
                let _ = most + {
                    yield_!(1);
                    1
                };
            }
            1 => {
                total += {
                    yield_!(1);
                    1
                };
            }
            2 => {
                let _ = {
                    yield_!(1);
                    1
                } / zero;
            }
            3 => {
                let _ = -{
                    yield_!(1);
                    total - most + i32::MIN
                };
            }
            _ => {
                let _ = [zero][{
                    yield_!(1);
                    3 + zero as usize
                }];
            }
        }
        assert!(total > 0);
    }
    let start = line!() - 37;
    for (kind, line) in [(0, 5), (1, 11), (2, 17), (3, 23), (4, 29)] {
        let make = || panics(kind, 0, i32::MAX);
        assert_eq!(
            panic_line(|| {
                make().nth(2);
            }),
            start + line,
            "{kind}"
        );
    }
}

#[test]
fn backtraces_name_the_lines_of_the_body() {
    #[generator]
    fn traces(list: Vec<u32>) -> String {
        let sum: u32 = list.iter().sum();
        yield_!(Backtrace::force_capture().to_string());
        let text = Backtrace::force_capture().to_string();
        yield_!(format!("{text}{sum}"));
    }
    let first = line!() - 4;
    let (lazy, eager) = both_ways(|| Box::new(traces(vec![1])));
    for (way, traces) in [("next", lazy), ("for_each", eager)] {
        for (trace, line) in traces.iter().zip([first, first + 1]) {
            let expected = format!("debugging.rs:{line}:");
            assert!(
                trace.contains(&expected),
                "{way}: no {expected} in\n{trace}"
            );
        }
    }
}
