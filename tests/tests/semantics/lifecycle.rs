//! Start, end, panic.

use crate::trace::{Noisy, all, events, log, noisy, part};
use gen_core::generator;
use std::iter::FusedIterator;
use std::panic::{AssertUnwindSafe, catch_unwind};

#[generator]
fn pair(first: Noisy, second: Noisy) -> usize {
    log("body");
    yield_!(first.len());
    yield_!(second.len() * 10);
    log("last");
}

#[test]
fn the_call_evaluates_arguments_only() {
    let items = pair(noisy("a"), noisy("b"));
    assert_eq!(events(), "+a +b");
    assert_eq!(all(items), "body 1 10 last -b -a end");
}

#[test]
fn the_body_runs_from_item_to_item() {
    let mut items = pair(Noisy("a"), Noisy("b"));
    assert_eq!(items.next(), Some(1));
    assert_eq!(events(), "body");
    assert_eq!(items.next(), Some(10));
    assert_eq!(events(), "");
    assert_eq!(items.next(), None);
    assert_eq!(events(), "last -b -a");
}

#[test]
fn the_end_is_for_ever() {
    fn fused<I: FusedIterator>(items: I) -> I {
        items
    }
    let mut items = fused(pair(Noisy("a"), Noisy("b")));
    assert_eq!(items.size_hint(), (0, None));
    assert_eq!(items.by_ref().count(), 2);
    for _ in 0..3 {
        assert_eq!(items.next(), None);
        assert_eq!(items.size_hint(), (0, Some(0)));
    }
}

#[test]
fn everything_is_dropped_before_none() {
    let mut items = pair(Noisy("a"), Noisy("b"));
    items.by_ref().take(2).for_each(drop);
    assert_eq!(events(), "body");
    assert_eq!(items.next(), None);
    assert_eq!(events(), "last -b -a");
    drop(items);
    assert_eq!(events(), "");
}

#[test]
fn a_body_without_yield_is_empty() {
    #[generator]
    fn silent(_value: Noisy) -> u32 {
        log("body");
    }
    let items = silent(Noisy("a"));
    assert_eq!(events(), "");
    assert_eq!(all(items), "body -a end");
}

#[test]
fn return_ends() {
    #[generator]
    fn until(limit: u32) -> u32 {
        let _guard = Noisy("guard");
        for n in 0.. {
            if n == limit {
                return;
            }
            yield_!(n);
        }
    }
    assert_eq!(all(until(0)), "-guard end");
    assert_eq!(all(until(2)), "0 1 -guard end");
}

#[test]
fn a_panic_drops_and_ends() {
    #[generator]
    fn fails(_parameter: Noisy) -> u32 {
        let _old = Noisy("old");
        yield_!(1);
        let _new = Noisy("new");
        assert!(std::hint::black_box(false), "on purpose");
        yield_!(2);
    }
    let mut items = fails(Noisy("parameter"));
    assert_eq!(items.next(), Some(1));
    assert!(catch_unwind(AssertUnwindSafe(|| items.next())).is_err());
    assert_eq!(events(), "-new -old -parameter");
    assert_eq!(items.next(), None);
    drop(items);
    assert_eq!(events(), "");
}

#[test]
fn internal_iteration_is_the_same_body() {
    #[generator]
    fn each(values: Vec<Noisy>) -> usize {
        for value in values {
            yield_!(value.len());
        }
    }
    let lazy = all(each(vec![Noisy("a"), Noisy("bb")]));
    each(vec![Noisy("a"), Noisy("bb")]).for_each(log);
    log("end");
    assert_eq!(events(), lazy);
    assert_eq!(lazy, "1 -a 2 -bb end");
}

#[test]
fn a_generator_that_never_started_drops_its_parameters() {
    assert_eq!(part(0, pair(Noisy("a"), Noisy("b"))), "/ -b -a");

    #[generator]
    fn through(items: impl Iterator<Item = i32>, _last: Noisy) -> i32 {
        for item in items {
            yield_!(item);
        }
    }
    let items = || {
        let items = Noisy("items");
        (1..3).inspect(move |_| log(items.len()))
    };
    assert_eq!(part(0, through(items(), Noisy("last"))), "/ -items -last");
    assert_eq!(
        part(1, through(items(), Noisy("last"))),
        "5 1 / -items -last"
    );
}
