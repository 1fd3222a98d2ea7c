//! Macros that nobody knows beside borrows of what they mention: where they only look at it, and where they may do anything.

use crate::both::*;

struct Page {
    number: i32,
    items: Vec<N>,
}

fn page(k: i32) -> Page {
    Page {
        number: k,
        items: vec![n(k), n(k + 1)],
    }
}

/// Says what was written, and what it is.
macro_rules! show {
    ($x:ident) => {
        ev!("{}={:?}", stringify!($x), $x)
    };
    ($e:expr) => {
        ev!("{} is {:?}", stringify!($e), $e)
    };
}

/// May be anything.
macro_rules! own {
    ($e:expr) => {
        $e
    };
}

both! {
    /// E0499 and E0506: `q` was taken out for `ev!`, while `most` borrows from it.
    fn a_borrow_in_front_of_the_macro(k: i32) -> i32 {
        let q = vec![k, 2];
        yield_!(0);
        let most = q.iter().max();
        ev!("{:?} of {}", most, q.len());
        ev!("{most:?} of {q:?}, {}", q[0] + 1);
        yield_!(q[0]);
    }
    called (3)
}

both! {
    /// The same in a loop over what is borrowed that may be left early.
    fn a_loop_over_what_the_macro_looks_at(words: Vec<N>) -> i32 {
        for i in 0..2 {
            yield_!(i);
            for word in words.iter() {
                if num(word) > 4 { return; }
                ev!("{} of {}", num(word), words.len());
                ev!("{word:?} {words:?}");
            }
        }
        yield_!(words.len() as i32);
    }
    called (vec![N(1), N(2)]), (vec![N(1), N(7)])
}

both! {
    fn a_let_else_in_front_of_the_macro(q: Vec<N>) -> i32 {
        for i in 0..2 {
            yield_!(i);
            let Some(x) = q.first() else { return };
            ev!("{x:?}{}", q.len());
        }
    }
    called (vec![N(1)]), (vec![])
}

both! {
    fn arms_with_macros(q: Vec<N>) -> i32 {
        for i in 0..2 {
            yield_!(i);
            match q.first() {
                Some(x) if num(x) > 5 => return,
                Some(x) => ev!("{x:?}{}", q.len()),
                None => {}
            }
            if let Some(x) = q.last() {
                if num(x) > 3 { break; }
                ev!("{} of {}", x.0, q.len());
            }
        }
        yield_!(q.len() as i32);
    }
    called (vec![N(1)]), (vec![N(7)]), (vec![N(1), N(4)]), (vec![])
}

both! {
    fn a_way_out_between_the_borrow_and_the_macro(q: Vec<N>) -> i32 {
        for i in 0..2 {
            yield_!(i);
            let most = q.iter().map(num).max();
            let first = q.first();
            if most.is_none() { return; }
            ev!("{most:?} {first:?} {}", q.len());
        }
    }
    called (vec![N(1), N(3)]), (vec![])
}

both! {
    /// One field is changed by the loop, the other one printed.
    fn fields_beside_a_borrow_of_another(k: i32) -> i32 {
        let mut p = page(k);
        loop {
            for item in p.items.iter_mut() {
                if item.0 < 0 { return; }
                ev!("p{}", p.number);
                item.0 -= 2;
            }
            p.number += 1;
            yield_!(p.number);
        }
    }
    called (3)
}

both! {
    /// E0500: the closure took all of `p`.
    fn fields_in_a_closure_beside_a_borrow_of_another(k: i32) -> i32 {
        let mut p = page(k);
        yield_!(0);
        let sum = p.items.iter_mut().map(|item| { ev!("p{}{item:?}", p.number); item.0 += 1; item.0 }).sum::<i32>();
        yield_!(sum);
        yield_!(p.number);
    }
    called (3)
}

both! {
    /// E0596: the closure took the variables out, and had to be `mut`.
    fn a_closure_that_prints(k: i32) -> i32 {
        let (a, list) = (n(k), vec![n(4)]);
        let show = |by: i32| ev!("{by} {a:?} {} {list:?}", list.len());
        show(1);
        show(2);
        yield_!(num(&a));
        let both_of = || own!(list.len() as i32 + a.0);
        let twice = both_of() + both_of();
        yield_!(twice);
        note(list.len() as i32 + num(&a));
    }
    called (3)
}

both! {
    /// What is printed is the value, whatever stands for it: operators, arguments, methods that take copies.
    fn expressions_behind_a_format_string(k: i32) -> i32 {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        struct Copied(i32);
        impl std::ops::Add for Copied {
            type Output = Copied;
            fn add(self, other: Copied) -> Copied { Copied(self.0 + other.0) }
        }
        fn copied(k: i32) -> Copied { Copied(op(k)) }
        let (q, mut r) = (copied(k), copied(1));
        let width: usize = "6".parse().unwrap();
        yield_!(0);
        let (s, t, w) = (&q, &r, &width);
        ev!("{:?} {} {:?}", q + *t, q == *s, q.max(Copied(7)));
        ev!("{:?} {a:?} {:?} {w:>2$}", &q, { t }, width, a = q);
        ev!("{w:>width$}{:.*}{:?}", width, 1.5, (q.0..r.0, [r.0; 2]));
        ev!("{}", [1, 2].iter().filter(|&q| *q > 1).map(|q| q + 1).sum::<i32>());
        r = copied(5);
        ev!("{:?}", r + q);
        yield_!(q.0 + r.0 + width as i32);
    }
    called (3)
}

both! {
    /// The name of what a macro looks at stays what it was.
    fn names_that_are_written_down(k: i32) -> i32 {
        let q = vec![n(k), n(2)];
        yield_!(0);
        for item in q.iter() {
            if num(item) > 5 { break; }
            show!(q.len());
            show!(q.is_empty());
        }
        yield_!(q[0].0);
    }
    called (3), (6)
}

both! {
    /// A macro that may do anything with a variable has the variable itself, around all that borrows from it.
    fn anything_beside_borrows(k: i32) -> i32 {
        let (q, r) = (vec![n(k), n(2)], n(7));
        yield_!(0);
        {
            let most = q.iter().map(num).max();
            let first = q.first();
            show!(q);
            let between = n(5);
            let last = own!({ let all = &q; all.last() });
            ev!("{first:?} {most:?} {last:?}");
            show!(r);
        }
        yield_!(1);
        let looked = num(&r);
        let text = own!(format!("{r:?} {}", { let it = &r; num(it) }));
        yield_!(text.len() as i32 + looked);
    }
    called (3)
}

both! {
    /// What a macro gives may be borrowed from the variable, as long as it is used.
    fn borrows_that_a_macro_gives(k: i32) -> i32 {
        let mut q = vec![n(k), n(2)];
        yield_!(0);
        {
            let list = own!({ let list = &mut q; list.push(n(4)); list });
            let between = n(5);
            let first = list.first_mut().unwrap();
            first.0 += 1;
            list.push(n(6));
        }
        {
            let first: &mut N = own!(&mut q[0]);
            first.0 += 1;
            let last = own!(q.last_mut());
            if let Some(last) = last { *last = n(8); }
        }
        own!(q[1] = n(9));
        let n = q.len();
        ev!("{n} {:?}", q.pop());
        yield_!(q.len() as i32);
    }
    called (3)
}

both! {
    /// A guard that is alive where the run may end.
    fn guards_beside_macros(cell: std::cell::RefCell<Vec<i32>>, out: bool) -> i32 {
        yield_!(0);
        {
            let guard = cell.borrow();
            if out { return; }
            ev!("{} {}", guard.len(), cell.borrow().len());
            drop(guard);
        }
        {
            let guard = cell.borrow_mut();
            let free = own!({ let cell = &cell; cell.try_borrow().is_ok() });
            note(free as i32 + guard[0]);
        }
        yield_!(1);
        let boxed: i32 = {
            let items: Box<dyn Iterator<Item = i32>> = Box::new(0..cell.borrow().len() as i32);
            items.sum()
        };
        yield_!(boxed);
    }
    called (std::cell::RefCell::new(vec![1, 2]), false), (std::cell::RefCell::new(vec![1, 2]), true)
}

both! {
    /// A boxed iterator has a drop that may use what it borrows.
    fn a_boxed_iterator_that_borrows(q: Vec<i32>) -> i32 {
        yield_!(0);
        let items: Box<dyn Iterator<Item = &i32>> = Box::new(q.iter());
        for x in items {
            if *x > 3 { break; }
            ev!("{x}{}", q.len());
        }
        yield_!(q[0]);
    }
    called (vec![1, 2]), (vec![1, 5])
}

both! {
    /// The variable leaves its place no sooner than what has been borrowed before is used up.
    fn borrows_that_end_in_front_of_the_macro(k: i32) -> i32 {
        let q = vec![n(k), n(2)];
        yield_!(0);
        {
            let first = q.first();
            let Some(first) = first else { return };
            if num(first) > 5 { return; }
            let sum = num(first) + q.len() as i32;
            show!(q);
            note(sum);
        }
        yield_!(1);
        let mut best = None;
        for item in q.iter() {
            if num(item) > 3 { return; }
            best = Some(item);
        }
        let sum = num(best.unwrap()) + q.len() as i32;
        show!(q);
        yield_!(sum);
        match q.last() {
            Some(last) => {
                let sum = num(last) + q.len() as i32;
                show!(q);
                let first = q.first();
                show!(q);
                yield_!(sum);
            }
            None => {}
        }
        note(q.len() as i32);
    }
    called (3), (6), (4)
}

/// Gives back what it is given.
fn same(list: &mut Vec<i32>) -> &mut Vec<i32> {
    list
}

fn raise(list: &mut [i32]) -> i32 {
    list.iter_mut().for_each(|item| *item += 1);
    op(list.len() as i32)
}

both! {
    /// A part of what a `&mut` without a written type refers to is borrowed from there, and not from the variable.
    fn parts_of_a_reference_without_a_type(list: &mut Vec<i32>) -> i32 {
        let data = same(list);
        yield_!(0);
        let count = raise(&mut data[..]);
        yield_!(count);
        let tail = &mut data[1..];
        yield_!(tail[0]);
        tail[0] += 1;
        yield_!(raise(tail));
    }
    called { let mut list = vec![1, 2, 3]; } (&mut list)
}

/// Two values, without a `Drop` of its own.
struct Both {
    left: N,
    right: N,
    size: i32,
}

fn made() -> Both {
    Both {
        left: N(1),
        right: N(2),
        size: 3,
    }
}

both! {
    /// E0507: the struct was left whole for the macro, though that prints a field which is still there.
    fn a_field_is_printed_beside_one_that_has_moved(flag: bool) -> i32 {
        let both = Both { left: N(1), right: N(2), size: 4 };
        yield_!(0);
        let left = both.left;
        ev!("{} {}", both.right.0, both.right.0);
        yield_!(left.0);
        if flag {
            ev!("{:?} of {size}", both.right, size = both.size);
            return;
        }
        drop(both.right);
        ev!("{}", both.size + 1);
    }
    called (true), (false)
}

both! {
    /// The same of a tuple, of a tuple in a struct, and of a field that has become a variable because of its type.
    fn a_field_of_a_tuple_is_printed_beside_one_that_has_moved(pair: (N, (N, i32))) -> i32 {
        let tuple = (N(3), N(4), 5);
        yield_!(tuple.2);
        let first = tuple.0;
        ev!("{} {}", tuple.1.0, tuple.2);
        yield_!(first.0);
        ev!("{}", tuple.1.0);
        let second = pair.0;
        ev!("{} {:?}", pair.1.1, pair.1);
        yield_!(second.0);
        ev!("{}", pair.1.0.0);
        yield_!(7);
    }
    called ((N(1), (N(2), 6)))
}

both! {
    /// A closure that is given the field in front, and one that is made of it.
    fn a_closure_takes_the_field_that_a_macro_prints(k: i32) -> i32 {
        let both = Both { left: N(1), right: N(2), size: k };
        yield_!(k);
        drop(both.left);
        let show = || ev!("{}", both.right.0);
        show();
        yield_!(both.size);
        let show = move || ev!("{} {}", both.right.0, both.size);
        show();
    }
    called (4)
}

both! {
    /// A field is printed while another one is borrowed by the loop (E0503: the parameter had to be whole for the macro).
    fn a_field_of_a_parameter_is_printed_in_a_loop_over_another(both: &mut (Vec<i32>, i32)) -> i32 {
        for item in &both.0 {
            both.1 += item;
            ev!("{} after {item}", both.1);
            yield_!(both.1);
        }
        both.0.clear();
    }
    called (&mut (vec![1, 2], 3))
}

both! {
    /// What the macro is given is more than a field: the struct stays whole.
    fn a_macro_that_is_given_the_whole(k: i32) -> i32 {
        let both = made();
        yield_!(k);
        show!(both.left);
        ev!("{}", own!(both.size));
        yield_!(both.right.0);
    }
    called (1)
}

both! {
    /// E0282: a field that has become a variable is printed in front of where it is made, as far as the text goes.
    fn a_field_is_printed_in_the_next_turn_of_a_loop(turns: i32) -> i32 {
        let mut last: Option<N> = None;
        for turn in 0..turns {
            let pair = (n(turn), n(turn + 10));
            note(last.is_some() as i32);
            yield_!(pair.0.0);
            last = Some(pair.1);
            ev!("{}", pair.0.0);
            yield_!(turn);
        }
    }
    called (2), (0)
}
