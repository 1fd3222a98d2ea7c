//! When a generator runs and when it is over.

use crate::both::*;

both! {
    /// One item, code on both sides of it.
    fn code_before_and_after(k: i32) -> i32 {
        note(k);
        yield_!(k + 1);
        note(k + 2);
    }
    called (1)
}

both! {
    /// No yield at all: an empty iterator that still does its work.
    fn without_a_yield(k: i32) -> i32 {
        let kept = n(k);
        note(num(&kept));
    }
    called (4)
}

both! {
    /// The empty body.
    fn empty_but_for_its_parameters(a: D, k: i32, b: D) -> i32 {}
    called (D("a"), 2, D("b"))
}

both! {
    /// Endless: only a cancel ends it.
    fn endless(from: i32) -> i32 {
        let _guard = d("guard");
        let mut k = from;
        loop {
            yield_!(k);
            k += 2;
        }
    }
    called (0), (7)
}

both! {
    /// Many items from straight code.
    fn straight_line(a: i32) -> i32 {
        yield_!(a);
        yield_!(a + 1);
        yield_!(a + 2);
        note(a);
        yield_!(a + 3);
        yield_!(a + 4);
        yield_!(a + 5);
    }
    called (10)
}

both! {
    /// The item is `()`.
    fn nothing_to_say(rounds: i32) -> () {
        for k in 0..rounds {
            note(k);
            yield_!();
            yield_!(());
        }
    }
    called (2), (0)
}

both! {
    /// An unreachable yield makes a generator all the same.
    fn behind_a_return(flag: bool) -> i32 {
        note(1);
        if flag {
            return;
        }
        yield_!(2);
        return;
        #[allow(unreachable_code)]
        yield_!(3);
    }
    called (true), (false)
}

#[cfg(not(rustc_gen))]
mod by_attribute {
    use super::*;
    use crate::trace::{Plan, record};

    #[generator]
    fn logged(k: i32, kept: D) -> i32 {
        ev!("starts");
        yield_!(k);
        let second = N(k);
        yield_!(num(&second));
        ev!("ends");
    }

    fn traced(work: impl FnOnce()) -> String {
        record(Plan::default(), work).trace
    }

    #[test]
    fn a_call_evaluates_the_arguments_and_nothing_else() {
        let trace = traced(|| {
            let generator = logged(op(1), D("kept"));
            ev!("called");
            drop(generator);
        });
        assert_eq!(trace, "called -kept");
    }

    #[test]
    fn each_next_runs_to_the_next_yield() {
        let trace = traced(|| {
            let mut generator = logged(1, D("kept"));
            ev!("a={:?}", generator.next());
            ev!("b={:?}", generator.next());
            ev!("c={:?}", generator.next());
            ev!("d={:?}", generator.next());
        });
        assert_eq!(
            trace,
            "starts a=Some(1) b=Some(1) ends -1 -kept c=None d=None"
        );
    }

    #[test]
    fn the_end_is_for_ever_and_the_size_hint_knows() {
        let mut generator = logged(1, D("kept"));
        assert_eq!(generator.by_ref().count(), 2);
        for _ in 0..3 {
            assert_eq!(generator.next(), None);
            assert_eq!(generator.size_hint(), (0, Some(0)));
        }
    }

    #[test]
    fn parameters_of_a_generator_that_never_started_are_dropped_newest_first() {
        #[generator]
        fn three(a: D, _: D, c: D) -> i32 {
            yield_!(len(&a) + len(&c));
        }
        let trace = traced(|| drop(three(D("a"), D("b"), D("c"))));
        assert_eq!(trace, "-c -b -a");
    }

    #[test]
    fn two_of_them_do_not_know_of_each_other() {
        let trace = traced(|| {
            let (mut a, mut b) = (logged(1, D("x")), logged(2, D("y")));
            ev!("{:?}", a.next());
            ev!("{:?}", b.next());
            ev!("{:?}", b.next());
            drop(b);
            ev!("{:?}", a.next());
        });
        assert_eq!(
            trace,
            "starts Some(1) starts Some(2) Some(2) -2 -y Some(1) -1 -x"
        );
    }

    #[test]
    fn moving_it_between_items_changes_nothing() {
        let mut first = logged(5, D("kept"));
        assert_eq!(first.next(), Some(5));
        let mut boxed = Box::new(first);
        assert_eq!(boxed.next(), Some(5));
        let mut last = *boxed;
        assert_eq!(last.next(), None);
    }

    #[test]
    fn a_generator_in_a_struct_is_a_field_like_any() {
        struct Holder<I> {
            before: D,
            items: I,
        }
        let trace = traced(|| {
            let mut holder = Holder {
                before: D("field"),
                items: logged(3, D("kept")),
            };
            ev!("{:?}", holder.items.next());
        });
        assert_eq!(trace, "starts Some(3) -field -kept");
    }
}
