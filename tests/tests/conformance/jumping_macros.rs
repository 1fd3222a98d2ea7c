//! Macros that jump: by themselves, in their arguments, and as `macro_rules!` of the body.

use crate::both::*;

macro_rules! skip_if {
    ($holds:expr) => {
        if $holds {
            continue;
        }
    };
}

macro_rules! break_if {
    ($holds:expr) => {
        if $holds {
            break;
        }
    };
}

macro_rules! ensure {
    ($holds:expr, $($text:tt)*) => {
        if !$holds {
            log(format!($($text)*));
            return;
        }
    };
}

macro_rules! some_or_continue {
    ($value:expr) => {
        match $value {
            Some(value) => value,
            None => continue,
        }
    };
}

macro_rules! continue_now {
    () => {
        continue
    };
}

macro_rules! some_or_return {
    ($value:expr) => {
        match $value {
            Some(value) => value,
            None => return,
        }
    };
}

macro_rules! parsed_or {
    ($text:expr, $otherwise:expr) => {
        match $text.parse::<i32>() {
            Ok(value) => value,
            Err(_) => $otherwise,
        }
    };
}

both! {
    /// A `continue` in a macro went on with a loop of the state machine, for ever.
    fn macro_that_goes_on_with_a_loop(count: i32) -> i32 {
        let mut i = 0;
        while i < count {
            i += 1;
            if i % 3 == 0 {
                continue;
            }
            yield_!(op(i));
            skip_if!(i == 4);
            log("not four");
        }
        yield_!(99);
    }
    called (8)
}

both! {
    /// The loop that a macro jumps in is the innermost one of the body.
    fn macros_in_inner_loops(count: i32) -> i32 {
        for i in 0..count {
            let outer = n(i);
            let mut k = 0;
            loop {
                let inner = n(10 + k);
                k += 1;
                skip_if!(k == 2);
                break_if!(k > i);
                yield_!(num(&inner) + op(k));
                for j in 0.. {
                    break_if!(j > k);
                    skip_if!(j == 1);
                    log(format!("{j}"));
                }
            }
            skip_if!(i == 2);
            yield_!(num(&outer));
        }
        yield_!(99);
    }
    called (4)
}

both! {
    /// A macro that returns was E0069.
    fn macro_that_returns(list: Vec<i32>) -> i32 {
        let held = n(7);
        for x in list {
            let inner = n(x);
            ensure!(x > 0, "{x} beside {}", num(&inner));
            yield_!(op(x));
            ensure!(x < 5, "large");
            yield_!(num(&inner));
        }
        yield_!(num(&held));
    }
    called (vec![1, 2]), (vec![1, 0, 2]), (vec![4, 6, 2])
}

both! {
    fn value_of_a_macro_that_may_jump(list: Vec<Option<i32>>) -> i32 {
        let mut seen = Vec::new();
        for x in list {
            let held = n(20);
            let x = some_or_continue!(x);
            seen.push(x);
            yield_!(x + some_or_continue!(seen.first().copied().filter(|first| *first < x)));
            let Some(y) = Some(x).filter(|x| *x > 2) else {
                continue_now!()
            };
            yield_!(y + num(&held));
        }
        yield_!(seen.iter().sum());
    }
    called (vec![Some(1), None, Some(2), Some(3)])
}

both! {
    /// Jumps in the arguments of a macro were E0267 and E0426.
    fn jumps_in_the_arguments_of_a_macro(rows: Vec<Vec<&'static str>>) -> i32 {
        let mut errors = 0;
        'rows: for row in rows {
            let held = n(30);
            for cell in row {
                let number = parsed_or!(cell, {
                    errors += 1;
                    match cell {
                        "row" => continue 'rows,
                        "end" => break 'rows,
                        "all" => return,
                        "rest" => break,
                        _ => continue,
                    }
                });
                yield_!(op(number) + errors);
            }
            yield_!(num(&held));
        }
        yield_!(errors);
    }
    called (vec![vec!["1", "x", "2"], vec!["3", "row", "4"], vec!["5", "rest"], vec!["end"], vec!["6"]]),
        (vec![vec!["1"], vec!["all"]])
}

both! {
    /// A `macro_rules!` of the body that jumps was E0267.
    fn jumping_macros_of_the_body(count: i32) -> i32 {
        let mut total = 0;
        macro_rules! add {
            ($number:expr) => {{
                total += $number;
                if total > 20 {
                    return;
                }
                if total % 4 == 0 {
                    continue;
                }
                total
            }};
        }
        macro_rules! twice {
            ($number:expr) => {
                add!($number);
                add!($number);
            };
        }
        for i in 0..count {
            let held = n(i);
            yield_!(add!(i));
            twice!(op(1));
            yield_!(num(&held) + total);
        }
        yield_!(-total);
    }
    called (3), (9)
}

both! {
    /// A method among the arguments was taken for a variable that the macro declares, if a function of its name was called later.
    fn methods_among_the_arguments_of_a_macro(list: Vec<i32>) -> i32 {
        ensure!(list.len() > 1, "{} {}", list.len(), op(1));
        yield_!(len(&list));
        ensure!(len(&list) > 2, "few");
        yield_!(len(&list) + 1);
    }
    called (vec![1]), (vec![1, 2]), (vec![1, 2, 3])
}

fn len(list: &[i32]) -> i32 {
    list.len() as i32
}

both! {
    /// A borrow that a macro gives or returns without.
    fn borrow_out_of_a_macro_that_returns(words: &Vec<String>, at: usize) -> usize {
        let word = some_or_return!(words.get(at));
        yield_!(word.len());
        let next = some_or_return!(words.get(at + 1));
        yield_!(next.len() + word.len());
    }
    called (&vec!["a".to_string(), "bc".to_string()], 0), (&vec![], 0), (&vec!["a".to_string()], 0)
}
