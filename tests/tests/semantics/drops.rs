//! Each value is dropped once, where the plain function drops it.

use crate::trace::{Noisy, all, events, log, part};
use gen_core::generator;

#[test]
fn scopes_drop_newest_first() {
    #[generator]
    fn scopes(_p: Noisy, _q: Noisy) -> u32 {
        let _a = Noisy("a");
        {
            let _b = Noisy("b");
            let _c = Noisy("c");
            yield_!(1);
        }
        yield_!(2);
        let _d = Noisy("d");
        yield_!(3);
    }
    assert_eq!(
        all(scopes(Noisy("p"), Noisy("q"))),
        "1 -c -b 2 3 -d -a -q -p end"
    );
}

#[test]
fn a_suspended_generator_drops_what_is_alive() {
    #[generator]
    fn nested(_p: Noisy) -> u32 {
        let _a = Noisy("a");
        for n in 0..2 {
            let _b = Noisy("b");
            yield_!(n);
        }
        let _c = Noisy("c");
        yield_!(2);
    }
    assert_eq!(part(1, nested(Noisy("p"))), "0 / -b -a -p");
    assert_eq!(part(2, nested(Noisy("p"))), "0 -b 1 / -b -a -p");
    assert_eq!(part(3, nested(Noisy("p"))), "0 -b 1 -b 2 / -c -a -p");
}

#[test]
fn assignment_drops_the_old_value_at_once() {
    #[generator]
    fn replaced() -> usize {
        let mut value = Noisy("old");
        yield_!(value.len());
        value = Noisy("newer");
        log("assigned");
        yield_!(value.len());
    }
    assert_eq!(all(replaced()), "3 -old assigned 5 -newer end");
}

#[test]
fn conditional_moves_are_exact() {
    #[generator]
    fn maybe(early: bool) -> u32 {
        let _first = Noisy("first");
        let value = Noisy("value");
        let _last = Noisy("last");
        yield_!(1);
        if early {
            drop(value);
            yield_!(2);
        }
        yield_!(3);
    }
    assert_eq!(all(maybe(true)), "1 -value 2 3 -last -first end");
    assert_eq!(all(maybe(false)), "1 3 -last -value -first end");
    assert_eq!(part(2, maybe(true)), "1 -value 2 / -last -first");
}

#[test]
fn moved_in_a_loop_and_assigned_again() {
    #[generator]
    fn rounds() -> usize {
        let mut value = Noisy("a");
        for name in ["bb", "ccc"] {
            yield_!(value.len());
            drop(value);
            value = Noisy(name);
        }
        log("loop ends");
    }
    assert_eq!(all(rounds()), "1 -a 2 -bb loop ends -ccc end");
    assert_eq!(part(2, rounds()), "1 -a 2 / -bb");
}

#[test]
fn jumps_leave_scopes() {
    #[generator]
    fn jumps() -> u32 {
        'outer: for n in 0..3 {
            let _round = Noisy("round");
            loop {
                let _inner = Noisy("inner");
                if n == 1 {
                    continue 'outer;
                }
                yield_!(n);
                if n == 2 {
                    break 'outer;
                }
                break;
            }
            log("tail");
        }
    }
    assert_eq!(
        all(jumps()),
        "0 -inner tail -round -inner -round 2 -inner -round end"
    );
}

#[test]
fn shadowed_values_live_on() {
    #[generator]
    fn shadowed() -> usize {
        let x = Noisy("a");
        let x = (x.len(), Noisy("b"));
        yield_!(x.0);
        let x = x.1.len() + 1;
        yield_!(x);
    }
    assert_eq!(all(shadowed()), "1 2 -b -a end");
}

#[test]
fn underscore_drops_at_once_and_a_name_does_not() {
    #[generator]
    fn names(_: Noisy, _named: Noisy) -> u32 {
        let _ = Noisy("at once");
        let _kept = Noisy("kept");
        yield_!(1);
    }
    assert_eq!(
        all(names(Noisy("unnamed"), Noisy("named"))),
        "-at once 1 -kept -named -unnamed end"
    );
}

#[test]
fn parts_moved_out_of_a_value_at_its_last_use() {
    struct Pair {
        a: Noisy,
        b: Noisy,
    }
    #[generator]
    fn parts(pair: Pair) -> usize {
        yield_!(pair.b.len());
        drop(pair.a);
        log("taken");
    }
    let pair = Pair {
        a: Noisy("a"),
        b: Noisy("b"),
    };
    assert_eq!(all(parts(pair)), "1 -a taken -b end");
}

#[test]
fn a_destructor_that_panics_keeps_the_others_from_nothing() {
    struct Bad;
    impl Drop for Bad {
        fn drop(&mut self) {
            log("-bad");
            std::panic::resume_unwind(Box::new("as planned"));
        }
    }
    #[generator]
    fn body(_p: Noisy, to_the_end: bool) -> u32 {
        let _a = Noisy("a");
        let _bad = Bad;
        let _b = Noisy("b");
        yield_!(1);
        if !to_the_end {
            yield_!(2);
        }
    }
    let panics = |work: &mut dyn FnMut()| {
        assert!(std::panic::catch_unwind(std::panic::AssertUnwindSafe(work)).is_err());
    };

    let mut suspended = Some(body(Noisy("p"), false));
    suspended.as_mut().map(Iterator::next);
    panics(&mut || suspended = None);
    assert_eq!(events(), "-b -bad -a -p");

    let mut ending = body(Noisy("p"), true);
    assert_eq!(ending.next(), Some(1));
    panics(&mut || assert_eq!(ending.next(), None));
    assert_eq!(events(), "-b -bad -a -p");
    assert_eq!(ending.next(), None);
}
