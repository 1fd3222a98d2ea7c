//! Macros of one's own: in patterns, and beside others of the same name.

use crate::both::*;

macro_rules! shadowed {
    () => {
        8
    };
}

struct Point {
    x: i32,
    y: Option<i32>,
}

macro_rules! some {
    ($inner:pat) => {
        Some($inner)
    };
}

macro_rules! pair {
    (of $first:pat, $second:pat) => {
        ($first, $second)
    };
}

both! {
    /// What a macro in a pattern binds was no variable after a yield (E0425).
    fn bindings_of_macros_in_patterns(k: Option<(i32, i32)>, text: Option<String>) -> i32 {
        if let some!((a, b)) = k {
            yield_!(a);
            yield_!(b);
        }
        match text {
            some!(text) if text.len() > 3 => {
                yield_!(text.len() as i32);
                op(1);
                drop(text);
            }
            some!(_) => yield_!(4),
            None => yield_!(5),
        }
        for (i, pair!(of x, y)) in [(1, n(2)), (3, n(4))].into_iter().enumerate() {
            yield_!(x + i as i32);
            yield_!(num(&y));
        }
        let pair!(of held, mut count) = (n(6), 7);
        count += 1;
        yield_!(count);
        let some!((low, of)) = k else {
            return;
        };
        yield_!(low);
        yield_!(of + num(&held));
    }
    called (Some((1, 2)), Some("long text".to_string())), (None, Some("ab".to_string())), (Some((8, 9)), None)
}

both! {
    /// A variable that a macro in a pattern binds was taken for another one of its name, around it: the wrong value.
    fn macros_in_patterns_shadow(k: Option<i32>) -> i32 {
        let x = 100;
        yield_!(x);
        if let some!(x) = k {
            note(x);
        }
        yield_!(x + matches!(k, some!(x) if x > 1) as i32);
        match (Point { x: 1, y: k }, 2) {
            pair!(of Point { x, y: some!(y) }, _) => yield_!(x + y),
            (Point { x, .. }, _) => yield_!(x),
        }
        yield_!(x);
    }
    called (Some(1)), (Some(2)), (None)
}

both! {
    /// A call in front of a `macro_rules!` of the same name means another macro, outside of the body.
    fn macro_called_before_one_of_its_name(k: i32) -> i32 {
        macro_rules! outside { () => { 100 }; }
        yield_!(outside!());
        {
            yield_!(outside!());
            let base = n(k);
            macro_rules! outside {
                ($first:expr) => { num(&base) + $first };
                ($first:expr, $($others:expr),*) => { outside!($first) + outside!($($others),*) };
            }
            yield_!(outside!(1));
            yield_!(outside!(1, 2));
        }
        yield_!(outside!());
        yield_!(shadowed!());
        macro_rules! shadowed { () => { 9 }; }
        yield_!(shadowed!());
        yield_!(shadowed!() + op(1));
    }
    called (1)
}

macro_rules! joined {
    ($first:expr; $second:expr) => {
        format!("{}-{}", $first, $second)
    };
}

macro_rules! smaller {
    ($first:expr, $second:expr) => {{
        let (first, second) = ($first, $second);
        if first < second { first } else { second }
    }};
}

both! {
    /// A variable was empty (a panic) that gets what a macro makes of it, where that is its last mention but for the assignment.
    fn variable_given_what_a_macro_makes_of_it(mut text: String, k: i32) -> usize {
        for i in 0..k {
            text = joined!(text; i);
            yield_!(joined!(text; op(k)).len());
            log(joined!(i; joined!(text; k)));
        }
        yield_!(text.len());
    }
    called ("x".to_string(), 2)
}

both! {
    /// The same where it is assigned in the next statement.
    fn variable_assigned_behind_a_macro(numbers: Vec<i32>) -> i32 {
        let mut last = numbers[0];
        let mut best = last;
        for i in 1..numbers.len() {
            best = smaller!(best + 1, last);
            last = numbers[i];
            if smaller!(last, best) == 0 {
                yield_!(100);
            }
        }
        yield_!(best);
    }
    called (vec![3, 0, 4]), (vec![1])
}

fn made(k: i32) -> N {
    n(k)
}

both! {
    /// A function that a macro calls was taken for a variable that the macro declares, and what it makes for what that borrows.
    fn functions_called_in_macros_are_no_variables(k: i32) -> i32 {
        ev!("{}", num(&made(1)));
        match (num(&made(k)), num(&made(3))) {
            (2, 3) => {
                yield_!(4);
                note(5);
            }
            (left, right) => yield_!(left + right),
        }
    }
    called (1), (2)
}

both! {
    /// The text of a variable that hides another one was that of the name it has in the expansion.
    fn texts_of_names(k: i32) -> String {
        let held = n(k);
        yield_!(stringify!(k + held).to_string());
        let k = n(2);
        yield_!(stringify!(k, held.0).to_string());
        for held in 0..2 {
            yield_!(format!("{} {held} {}", stringify!(held), concat!(std::stringify!(k), 1)));
        }
        note(num(&k));
    }
    called (1)
}

macro_rules! same {
    ($value:expr) => {
        $value
    };
}

both! {
    /// What a macro borrows through a `&mut` parameter, for the last time, was borrowed from the variable (E0506, E0521).
    fn borrow_through_a_mut_reference_in_a_macro(list: &mut Vec<i32>, other: &mut [i32], rest: &mut Vec<i32>) -> i32 {
        let items = same!(list.iter_mut());
        for item in items {
            *item += 1;
            yield_!(op(*item));
        }
        yield_!(same!(other[0]));
        let (first, more) = same!(other.split_at_mut(1));
        same!(first[0] += 5);
        yield_!(first[0] + op(1));
        for item in same!(more) {
            *item += 1;
            yield_!(*item);
        }
        for item in same!(rest).iter_mut() {
            yield_!(*item);
        }
    }
    called (&mut vec![1, 2], &mut [3, 4], &mut vec![5])
}

macro_rules! shown {
    ($value:expr) => {
        format!("{} = {}", stringify!($value), $value)
    };
}

both! {
    /// So was what a macro shows, though nothing shows the hidden one.
    fn texts_of_names_in_macros(k: i32) -> String {
        yield_!(word(k));
        let k = op(k) + 1;
        yield_!(shown!(k));
        for turn in 0..1 {
            yield_!(word(turn));
        }
        for turn in 0..2 {
            yield_!(shown!(turn + k));
        }
        let held = shown!(k);
        yield_!(held);
    }
    called (1)
}
