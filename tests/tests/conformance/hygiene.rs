//! Names of the user and names of the expansion do not meet.

use crate::both::*;

both! {
    /// Variables and labels with names that an expansion might use.
    fn suspicious_names(state: i32, frame: N, __state: i32) -> i32 {
        let (this, __self, __frame, iter, __iter) = (1, 2, n(3), 4, 5);
        yield_!(state + __state + this);
        let (resume, pc, item, value, __gen, step, machine) = (6, 7, 8, 9, 10, 11, 12);
        yield_!(num(&frame) + num(&__frame) + __self + iter + __iter);
        'machine: for slot in 0..2 {
            '__loop: loop {
                let DONE = slot;
                yield_!(resume + pc + DONE);
                if slot == 1 { break 'machine; }
                break '__loop;
            }
        }
        yield_!(item + value + __gen + step + machine);
    }
    called (100, N(200), 300)
}

both! {
    /// Generics and lifetimes that an expansion might use.
    fn suspicious_generics [<'frame, 'a, A, B: Clone, F: Fn(A) -> B, const N0: usize>] (x: &'frame [A], y: &'a F, _z: [u8; N0]) -> (usize, B)
    where [A: Copy, B: std::fmt::Debug] {
        for (i, a) in x.iter().enumerate() {
            let b = y(*a);
            yield_!((i, b.clone()));
            yield_!((N0, b));
        }
    }
    called (&[1, 2], &|k| op(k) * 2, [0; 3])
}

/// The macro's `x` and the user's `x` are two variables with one text.
macro_rules! with_own_x {
    ($name:ident, $users:ident) => {
        both! {
            fn $name($users: i32) -> i32 {
                let x = n(100);
                yield_!($users);
                {
                    let $users = $users + 1;
                    yield_!(num(&x) + $users);
                    let x = $users;
                    yield_!(x * 2);
                }
                drop(x);
                yield_!($users);
            }
            called (1)
        }
    };
}

with_own_x!(same_text_from_a_macro, x);
with_own_x!(other_text_from_a_macro, y);

/// A statement macro whose local has the text of the body's.
macro_rules! swap_with {
    ($a:expr, $b:expr) => {{
        let t = $a;
        $a = $b;
        $b = t;
    }};
}

both! {
    /// A local of a statement macro does not capture the body's variable.
    fn local_of_a_statement_macro(k: i32) -> i32 {
        let (mut t, mut u) = (k, 10);
        yield_!(t);
        swap_with!(t, u);
        yield_!(t);
        swap_with!(u, t);
        yield_!(op(t));
    }
    called (1)
}

both! {
    /// Names of the prelude and of the standard macros are shadowed by the user's items.
    fn shadowed_prelude(k: i32) -> i32 {
        #[derive(Debug)]
        enum Option { None, Some(i32) }
        #[allow(non_camel_case_types)]
        struct Iterator;
        fn drop(x: i32) -> i32 { op(x) + 1000 }
        mod core {}
        mod std {}
        let own = if k > 0 { Option::Some(k) } else { Option::None };
        let _it = Iterator;
        yield_!(drop(k));
        match own {
            Option::Some(x) => { yield_!(x); yield_!(x + 1); }
            Option::None => yield_!(0),
        }
    }
    called (0), (5)
}

/// Two generators in one scope, and one in the other: no item of an expansion has a name that clashes.
#[cfg(not(rustc_gen))]
mod together {
    use super::generator;

    struct Frame;
    struct F;

    #[generator]
    fn f() -> i32 {
        yield_!(1);
    }

    impl F {
        #[generator]
        fn f(&self) -> i32 {
            #[generator]
            fn f() -> i32 {
                yield_!(2);
            }
            for x in f() {
                yield_!(x);
            }
            yield_!(3);
        }
    }

    #[test]
    fn of_one_name() {
        let _ = Frame;
        assert_eq!(f().chain(F.f()).collect::<Vec<_>>(), [1, 2, 3]);
    }
}

/// Looks at a value of generic type.
trait Look {
    fn look(&self) -> i32;
}

impl Look for N {
    fn look(&self) -> i32 {
        num(self)
    }
}

both! {
    /// A user's `iter` was taken for the iterator of a loop, and what it was made from dropped early.
    fn a_variable_called_iter [<T: Look>] (x: T) -> i32 {
        let iter = { yield_!(1); x.look() };
        yield_!(iter);
        note(2);
    }
    called (N(3))
}

macro_rules! labelled {
    ($outer:lifetime, $stmt:stmt) => {
        both! {
            /// A label of a macro, and one of the same name that it is given: jumps to the latter went to the former.
            fn labels_of_one_name(k: i32) -> i32 {
                $outer: for i in 0..k {
                    'around: for j in 0..3 {
                        let kept = n(10 * i + j);
                        if j == 1 {
                            continue $outer;
                        }
                        $stmt;
                        yield_!(num(&kept));
                        let mut turns = 0;
                        'again: loop {
                            turns += 1;
                            loop {
                                if op(turns) == 2 { break 'again; }
                                if i == 2 { break $outer; }
                                continue 'again;
                            }
                        }
                    }
                }
                note(9);
            }
            called (4)
        }
    };
}
labelled!('around, note(8));

macro_rules! adder {
    ($by:ident) => {
        move |n: i32| n + $by
    };
}

both! {
    /// A closure that a macro makes has one type in each of the bodies (E0308).
    fn closures_of_a_macro(by: i32) -> i32 {
        let add = adder!(by);
        yield_!(add(op(1)));
        yield_!(add(op(2)));
        for i in 0..2 {
            let again = adder!(i);
            yield_!(again(op(i)));
            yield_!(again(add(i)));
        }
    }
    called (3)
}

/// Hands its arguments on.
macro_rules! logged {
    ($($t:tt)*) => { ev!($($t)*) };
}

both! {
    /// A macro of the body means its own `n` where the format string beside its call means a later one: it was the later one.
    fn a_macro_beside_a_format_string_with_another_variable(n: i32, s: String) -> i32 {
        macro_rules! add { ($a:expr) => { $a + n + s.len() as i32 }; }
        macro_rules! shown { ($a:expr) => { format!("{n}{s}{}", $a) }; }
        let n = 100;
        let s = String::from("other");
        yield_!(0);
        logged!("{} {n} {s}", add!(0));
        yield_!(1);
        logged!("{} {n} {s}", shown!(add!(n)));
        macro_rules! add { ($a:expr) => { $a - n - s.len() as i32 }; }
        let n = 7;
        logged!("{} {n} {s}", shown!(add!(1)));
        yield_!(add!(n));
        let f = |n: i32| { logged!("{n} {} {s}", add!(n)); n };
        yield_!(f(1));
        logged!("{n} {s} {}", shown!(1));
    }
    called (5, "a".to_string())
}

both! {
    /// `{type}` is what `r#type` says: the name is a keyword, and was taken for none (E0425).
    fn raw_names_in_format_strings(r#match: i32) -> String {
        let r#while = op(r#match + 1);
        let r#type = n(5);
        yield_!(word(1));
        yield_!(format!("{while} {type:?} {match:>0$} {in}", r#while as usize, in = 6));
        for r#for in 0..2 {
            let r#if = op(r#for);
            yield_!(format!("{if}{for}{type}", type = r#while));
        }
        let shown = move |r#box: i32| format!("{box}{while}{type:?}");
        yield_!(shown(9));
        let same = op(r#match);
        let r#same = same + 1;
        yield_!(format!("{same}{}", r#same));
        assert!(r#match > 5, "{match} and {while}");
    }
    called (1), (9)
}
