//! The other forms of a generator, held against eager twins that are written out: recursive, anonymous and
//! full ones, and those that delegate to each other.

use crate::both::*;
use gen_core::{Generator, gen_};

/// Each level holds values over the delegation, and uses them afterwards.
#[generator(recursive)]
fn walk(depth: i32, name: N) -> N {
    let held = n(depth);
    yield_!(n(10 + depth));
    for k in 0..depth {
        let inner = n(20 + k);
        yield_from!(walk(depth - 1, n(30 + k)));
        note(num(&inner));
    }
    note(num(&held) + num(&name));
}

fn walked(depth: i32, name: N) {
    let held = n(depth);
    hand_out(n(10 + depth));
    for k in 0..depth {
        let inner = n(20 + k);
        walked(depth - 1, n(30 + k));
        note(num(&inner));
    }
    note(num(&held) + num(&name));
}

#[test]
fn recursive() {
    agree(&[(
        |visit| visit(Box::new(walk(2, N(40)))),
        || {
            let name = N(40);
            begin();
            walked(2, name);
        },
    )]);
}

/// Returns what it was given, so that the caller goes on with it.
#[generator]
fn lends(value: N) -> impl Generator<Yield = N, Return = N> {
    let _held = n(1);
    yield_!(n(num(&value)));
    yield_!(n(2));
    value
}

fn lent(value: N) -> N {
    let _held = n(1);
    hand_out(n(num(&value)));
    hand_out(n(2));
    value
}

#[generator]
fn delegates(value: N) -> impl Generator<Yield = N, Return = ()> {
    let outer = n(3);
    let value = yield_from!(lends(value));
    yield_!(value);
    let _ = yield_from!(lends(outer));
    note(4);
}

#[test]
fn full_and_delegating() {
    agree(&[(
        |visit| visit(Box::new(delegates(N(5)))),
        || {
            let value = N(5);
            begin();
            let outer = n(3);
            let value = lent(value);
            hand_out(value);
            let _ = lent(outer);
            note(4);
        },
    )]);
}

#[test]
fn anonymous() {
    agree(&[(
        |visit| {
            let (times, used_up) = (3, N(2));
            visit(Box::new(gen_!(move {
                let _local = n(3);
                yield used_up;
                for k in 0..times {
                    yield n(k);
                    note(times);
                }
            })));
        },
        || {
            let (times, used_up) = (3, N(2));
            begin();
            let _local = n(3);
            hand_out(used_up);
            for k in 0..times {
                hand_out(n(k));
                note(times);
            }
        },
    )]);
}

/// What a block with a `move` only looks at was once dropped with the generator, and not at the end of the body.
#[test]
fn captured_in_place() {
    agree(&[(
        |visit| {
            let (second, first) = (N(2), N(1));
            visit(Box::new(gen_!(move {
                let _local = n(3);
                yield n(num(&first));
                yield n(num(&second));
                note(4);
            })));
        },
        || {
            let (second, first) = (N(2), N(1));
            begin();
            let _local = n(3);
            hand_out(n(num(&first)));
            hand_out(n(num(&second)));
            note(4);
        },
    )]);
}

/// Of what it takes, the first that it mentions was once dropped last.
#[test]
fn captured_by_value() {
    agree(&[(
        |visit| {
            let (second, first) = (N(2), N(1));
            visit(Box::new(gen_!(move {
                yield n(3);
                if op(4) == 5 {
                    yield first;
                    yield second;
                } else {
                    note(6);
                }
            })));
        },
        || {
            let (second, first) = (N(2), N(1));
            begin();
            hand_out(n(3));
            if op(4) == 5 {
                hand_out(first);
                hand_out(second);
            } else {
                note(6);
            }
        },
    )]);
}

#[generator]
fn opens(inner: Box<dyn Generator<Yield = N, Return = ()>>) -> N {
    let _around = n(6);
    yield_from!(inner);
    note(7);
}

#[test]
fn in_a_box() {
    agree(&[(
        |visit| visit(Box::new(opens(Box::new(delegates(N(5)))))),
        || {
            let value = N(5);
            begin();
            let _around = n(6);
            {
                let value = value;
                let outer = n(3);
                let value = lent(value);
                hand_out(value);
                let _ = lent(outer);
                note(4);
            }
            note(7);
        },
    )]);
}

#[generator]
fn squares(end: u64) -> u64 {
    for k in 0..end {
        let square = k * k;
        yield_!(square);
        yield_!(square + 1);
    }
}

#[generator(recursive)]
fn halves(k: u64) -> u64 {
    yield_!(k);
    if k > 0 {
        yield_from!(halves(k / 2));
    }
}

#[test]
#[cfg_attr(miri, ignore = "under Miri nothing is counted")]
fn nothing_is_allocated_but_for_recursion() {
    use crate::heap::counted;
    let by_next = counted(|| {
        let mut generator = squares(10);
        while generator.next().is_some() {}
    });
    assert_eq!(by_next.made, 0);
    let by_fold = counted(|| assert_eq!(squares(10).sum::<u64>(), 2 * 285 + 10));
    assert_eq!(by_fold.made, 0);
    let anonymous = counted(|| assert_eq!(gen_!(k * 2 for k in 0..10).count(), 10));
    assert_eq!(anonymous.made, 0);
    let recursive = counted(|| assert_eq!(halves(9).count(), 5));
    assert!(recursive.made > 0 && recursive.is_clean());
}
