//! Matches on what is in a box: what no arm takes stays where the box was.

use crate::both::*;

enum Step {
    Next(N, Option<Box<Step>>),
    Last(N),
    Number(i32),
    Zero,
}

fn step(k: i32) -> Box<Step> {
    Box::new(match k {
        0 => Step::Next(N(1), Some(step(1))),
        1 => Step::Last(N(2)),
        2 => Step::Number(3),
        _ => Step::Zero,
    })
}

both! {
    /// What an arm that takes nothing leaves was once dropped before the arm.
    fn arms_that_take_nothing(first: Box<Step>, k: i32) -> i32 {
        let _other = n(10);
        yield_!(0);
        match *first {
            Step::Next(value, _) if k > 0 => {
                yield_!(num(&value));
                note(1);
            }
            Step::Last(_) | Step::Zero if k > 0 => {
                yield_!(1);
                note(2);
            }
            Step::Number(number) => yield_!(number),
            _ if k == 0 => {
                yield_!(2);
                note(3);
            }
            _ => {
                yield_!(3);
                note(4);
            }
        }
        note(5);
        yield_!(4);
    }
    called (step(0), 1), (step(1), 1), (step(2), 1), (step(3), 1), (step(0), 0), (step(1), -1)
}

both! {
    /// So it was where an `if let` or a `let .. else` does not match.
    fn conditions_that_do_not_match(first: Box<Step>, second: Box<Step>) -> i32 {
        let _other = n(10);
        yield_!(0);
        if let Step::Next(value, _) = *first {
            yield_!(num(&value));
            note(1);
        } else {
            yield_!(1);
            note(2);
        }
        note(3);
        let Step::Last(last) = *second else {
            yield_!(2);
            return note(4);
        };
        note(num(&last));
        yield_!(3);
    }
    called (step(0), step(0)), (step(0), step(1)), (step(1), step(0)), (step(3), step(2))
}

both! {
    /// So it was where nothing yields in the branch.
    fn conditions_without_a_yield(first: Box<Step>) -> i32 {
        let _other = n(10);
        yield_!(0);
        if let Step::Last(last) = *first {
            note(num(&last));
        }
        note(1);
        yield_!(1);
    }
    called (step(0)), (step(1)), (step(2))
}

both! {
    /// Where the box gets another value, it goes at once.
    fn boxes_that_get_another_value(first: Box<Step>) -> i32 {
        let mut at: Box<Step> = first;
        let _other = n(10);
        for k in 0..3 {
            match *at {
                Step::Next(value, Some(next)) => {
                    yield_!(num(&value));
                    at = next;
                    note(1);
                }
                Step::Number(number) => yield_!(number),
                _ => {
                    yield_!(k);
                    note(2);
                    at = step(k);
                }
            }
            note(3);
            at = step(2 - k);
        }
        yield_!(9);
    }
    called (step(0)), (step(1)), (step(3))
}
