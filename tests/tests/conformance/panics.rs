//! Panics: out of `next()`, everything dropped, the end afterwards. The panic at each operation of every
//! other test is in [`both!`]; here are those that bodies do by themselves.

use crate::both::*;

both! {
    /// A panic of the body's own, after some items.
    fn panics_by_itself(k: i32) -> i32 {
        let _a = d("a");
        yield_!(1);
        let _b = d("b");
        if k > 2 {
            panic!("k is {k}");
        }
        yield_!(2);
    }
    called (1), (3)
}

both! {
    /// While the yielded expression is evaluated: no item, operands dropped.
    fn in_the_item(k: i32) -> (N, N, i32) {
        let _a = d("a");
        for i in 0..3 {
            yield_!((n(i), n(10 + i), 6 / (k - i)));
        }
    }
    called (1), (0), (5)
}

both! {
    /// In conditions, guards and the heads of loops.
    fn in_heads(k: i32) -> i32 {
        let _a = d("a");
        let list = [1, 2, 3];
        let mut i = 0;
        while list[i] < 3 {
            yield_!(list[i]);
            i += k as usize;
        }
        match k {
            x if list[x as usize] == 2 => yield_!(2),
            _ => yield_!(3),
        }
    }
    called (1), (2), (3)
}

both! {
    /// In a loop over values: the rest of them is dropped too.
    fn in_a_loop_over_values(list: Vec<N>, bad: i32) -> i32 {
        for (i, x) in list.into_iter().enumerate() {
            let _local = n(100 + i as i32);
            yield_!(num(&x));
            assert_ne!(x.0, bad, "bad one at {i}");
        }
        note(0);
    }
    called (vec![N(1), N(2), N(3)], 2), (vec![N(1), N(2)], 9)
}

both! {
    /// Between the halves of an aggregate.
    fn half_way(k: usize) -> i32 {
        let one = [n(1)];
        let pair = (d("left"), { yield_!(1); num(&one[k]) }, { yield_!(2); d("right") });
        yield_!(pair.1);
    }
    called (0), (1)
}

both! {
    /// Caught inside the body, around code that does not yield: life goes on.
    fn caught_inside(k: i32) -> i32 {
        let _a = d("a");
        yield_!(1);
        let caught = std::panic::catch_unwind(|| {
            let _inner = d("inner");
            std::panic::resume_unwind(Box::new(op(k)))
        });
        let Err(payload) = caught;
        yield_!(payload.downcast_ref().copied().unwrap_or(-1));
    }
    called (5)
}

both! {
    /// `unwrap`, `expect`, `unreachable!` and `todo!` with values alive.
    fn other_ways_to_panic(k: i32) -> i32 {
        let _a = d("a");
        yield_!(0);
        let x = (k != 1).then_some(k).unwrap();
        yield_!(x);
        let y: i32 = (k != 2).then_some(Ok(k)).unwrap_or(Err("no")).expect("two");
        yield_!(y);
        let z = match k { 3 => unreachable!("three"), 4 => todo!(), k => k };
        yield_!(z);
    }
    called (1), (2), (3), (4), (5)
}

#[cfg(not(rustc_gen))]
mod destructors {
    use super::*;
    use crate::trace::{Outcome, Plan, attempt, record};

    /// Panics when it is dropped, unless something else panics already.
    struct Bad;

    impl Drop for Bad {
        fn drop(&mut self) {
            log("-bad");
            if !std::thread::panicking() {
                std::panic::resume_unwind(Box::new("in drop"));
            }
        }
    }

    #[generator]
    fn holds_a_bad_one(at_the_end: bool) -> i32 {
        let _a = D("a");
        let _bad = Bad;
        let _b = D("b");
        yield_!(1);
        if !at_the_end {
            yield_!(2);
        }
    }

    fn trace(work: impl FnOnce()) -> String {
        record(Plan::default(), work).trace
    }

    #[test]
    fn one_that_panics_on_cancel_keeps_the_others_from_nothing() {
        let trace = trace(|| {
            let mut generator = holds_a_bad_one(false);
            generator.next();
            let dropped = attempt(move || drop(generator));
            assert!(matches!(dropped, Outcome::Panicked));
        });
        assert_eq!(trace, "-b -bad -a !in drop");
    }

    #[test]
    fn one_that_panics_at_the_end_ends_the_generator() {
        let trace = trace(|| {
            let mut generator = holds_a_bad_one(true);
            generator.next();
            assert!(matches!(attempt(|| generator.next()), Outcome::Panicked));
            ev!("{:?}", generator.next());
        });
        assert_eq!(trace, "-b -bad -a !in drop None");
    }
}

both! {
    /// The message of an `assert!` is the text of its condition; it was that of the condition rewritten.
    fn asserted(k: i32) -> i32 {
        let list = vec![n(1), n(2)];
        let some = Some(k);
        yield_!(0);
        match k {
            0 => assert!(list.is_empty()),
            1 => assert!(list.len() == 1 && !list.iter().any(|x| x.0 == -1)),
            2 => assert!(matches!(some, Some(x) if x > 5), ),
            3 => debug_assert!({ let x = list[0].0; x > 2 }),
            _ => assert!(list[1].0 == 1, "no {{}} {}", list.len()),
        }
        yield_!(1);
        drop((list, some));
    }
    called (0), (1), (2), (3), (4)
}

both! {
    /// In the last field of a tuple that is taken apart: the fields that are there already were dropped first one first.
    fn in_the_last_field(k: i32) -> i32 {
        let t = (n(1), n(2), n(6 / k));
        yield_!(num(&t.0));
        drop(t.1);
        let u = (n(3), { yield_!(2); n(4) }, n(6 / (k - 1)));
        yield_!(num(&u.2));
        drop(u.0);
    }
    called (0), (1), (2)
}

both! {
    /// An element that is borrowed in front of an operand that yields, and is not there: it panicked behind the yield.
    fn in_an_element_in_front_of_a_yield(list: &mut [i32], k: usize) -> i32 {
        let _a = d("a");
        yield_!(0);
        let old = std::mem::replace(&mut list[k], { yield_!(1); 2 });
        yield_!(old);
        yield_!(list[0]);
    }
    called (&mut [4, 5], 0), (&mut [4, 5], 2)
}

both! {
    /// The same of an element with a name that is borrowed anew wherever it is used.
    fn in_an_element_with_a_name(list: &mut [i32], k: usize) -> i32 {
        let _a = d("a");
        yield_!(0);
        let last = &mut list[k];
        yield_!(1);
        *last += op(2);
        yield_!(*last);
        list[0] = op(3);
        yield_!(list[0]);
    }
    called (&mut [4, 5], 1), (&mut [4, 5], 2)
}
