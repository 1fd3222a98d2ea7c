//! When each value is dropped, and in which order.

use crate::both::*;

/// An iterator whose drop shows when a loop lets go of it.
struct Source {
    left: i32,
    tag: D,
}

impl Iterator for Source {
    type Item = N;
    fn next(&mut self) -> Option<N> {
        self.left -= 1;
        (self.left >= 0).then(|| n(self.left))
    }
}

fn source(left: i32, tag: &'static str) -> Source {
    Source { left, tag: d(tag) }
}

both! {
    /// Locals newest first, then parameters newest first.
    fn locals_before_parameters(a: D, b: D, _c: D) -> i32 {
        let x = d("x");
        yield_!(1);
        let y = d("y");
        let _z = d("z");
        yield_!(len(&x));
        ev!("end");
    }
    called (D("a"), D("b"), D("c"))
}

both! {
    /// Parameters that no name is bound to are dropped last but one, in their place.
    fn unnamed_parameters(a: D, _: D, (b, _): (D, D), c: D) -> i32 {
        yield_!(len(&b));
        let x = d("x");
        yield_!(len(&a) + len(&c));
    }
    called (D("a"), D("u"), (D("b"), D("v")), D("c"))
}

both! {
    /// Each scope drops its own at its end.
    fn scopes(k: i32) -> i32 {
        let _a = d("a");
        {
            let _b = d("b");
            yield_!(1);
            {
                let _c = d("c");
                yield_!(2);
            }
            yield_!(3);
            let _e = d("e");
        }
        yield_!(4);
    }
    called (0)
}

both! {
    /// A shadowed value lives on to the end of its scope.
    fn shadowed_values(k: i32) -> i32 {
        let x = d("first");
        let x = (len(&x), d("second"));
        yield_!(x.0);
        let x = d("third");
        yield_!(len(&x));
    }
    called (0)
}

both! {
    /// Loop locals in each round; on `continue`, `break` and the natural end of it.
    fn loop_locals(rounds: i32) -> i32 {
        for k in 0..rounds {
            let _x = n(k);
            if k == 1 {
                continue;
            }
            let _y = n(10 + k);
            yield_!(k);
            if k == 3 {
                break;
            }
            ev!("tail{k}");
        }
        yield_!(-1);
    }
    called (2), (6)
}

both! {
    /// The iterator is dropped when the loop is over, however it ends.
    fn iterator_after_the_loop(stop: i32) -> i32 {
        for x in source(3, "source") {
            yield_!(num(&x));
            if x.0 == stop {
                break;
            }
        }
        ev!("after");
        for x in source(1, "other") {
            yield_!(eat(x));
        }
        yield_!(9);
    }
    called (1), (-1)
}

both! {
    /// Nested iterators, dropped from the inside out by a `return`.
    fn nested_iterators(stop: i32) -> i32 {
        for x in source(2, "outer") {
            for y in source(2, "inner") {
                yield_!(num(&x) * 10 + num(&y));
                if y.0 == stop {
                    return;
                }
            }
            ev!("between");
        }
    }
    called (0), (7)
}

both! {
    /// Bindings of an arm go at its end, what the pattern left at the end of the match.
    fn arms_and_their_leftovers(k: i32) -> i32 {
        match (d("a"), d("b"), k) {
            (a, _, 0) => {
                let _inner = d("inner");
                yield_!(len(&a));
            }
            (_, b, 1) => yield_!(len(&b)),
            (_, _, k) => yield_!(k),
        }
        ev!("after");
    }
    called (0), (1), (2)
}

both! {
    /// `if let`: the rest of the value is dropped before the `else` block.
    fn if_let_leftovers(k: i32) -> i32 {
        if let (Some(x), _) = ((k > 0).then(|| d("some")), d("rest")) {
            yield_!(len(&x));
            ev!("then");
        } else {
            yield_!(0);
            ev!("else");
        }
        ev!("after");
    }
    called (0), (1)
}

both! {
    /// `while let`: leftovers go at the end of each round.
    fn while_let_leftovers(rounds: i32) -> i32 {
        let mut k = 0;
        while let (true, _) = (k < rounds, n(k)) {
            let _inner = n(100 + k);
            yield_!(k);
            k += 1;
        }
        ev!("after");
    }
    called (0), (2)
}

both! {
    /// `let`-`else`: on the way out the value is gone before the block runs.
    fn let_else_leftovers(k: i32) -> i32 {
        let (Some(x), _) = ((k > 0).then(|| d("some")), d("rest")) else {
            yield_!(0);
            ev!("else");
            return;
        };
        yield_!(len(&x));
        ev!("after");
    }
    called (0), (1)
}

both! {
    /// Assignment drops the old value after the new one is made.
    fn assignment(k: i32) -> i32 {
        let mut x = d("one");
        x = { yield_!(len(&x)); d("two") };
        yield_!(len(&x));
        let mut pair = (d("left"), d("right"));
        pair.1 = d("new right");
        yield_!(2);
        pair = (d("p"), d("q"));
        yield_!(3);
    }
    called (0)
}

both! {
    /// Deferred variables are dropped by declaration, not by assignment.
    fn deferred(flag: bool) -> i32 {
        let a;
        let b;
        let c;
        b = d("b");
        yield_!(1);
        if flag {
            c = d("c");
            yield_!(len(&c));
        }
        a = d("a");
        yield_!(len(&a) + len(&b));
    }
    called (true), (false)
}

both! {
    /// Fields in order of declaration, elements from the first.
    fn aggregates(k: i32) -> i32 {
        let tuple = (d("t0"), d("t1"));
        let list = vec![d("l0"), d("l1")];
        let array = [d("a0"), d("a1")];
        let boxed = Box::new((d("b0"), d("b1")));
        yield_!(1);
        yield_!(len(&list[0]));
        drop(tuple);
        yield_!(3);
    }
    called (0)
}

both! {
    /// Half-built aggregates are dropped newest first.
    fn half_built(k: i32) -> i32 {
        let whole = (d("a"), { yield_!(1); d("b") }, [d("c"), { yield_!(2); d("e") }]);
        yield_!(len(&whole.0));
        let list = vec![d("f"), { if k == 1 { return } yield_!(3); d("g") }];
        yield_!(list.len() as i32);
    }
    called (0), (1)
}

both! {
    /// `drop` by hand, `mem::take`, `Option::take`: nothing twice.
    fn dropped_by_hand(k: i32) -> i32 {
        let a = d("a");
        let mut b = Some(d("b"));
        let mut list = vec![d("c"), d("e")];
        yield_!(1);
        drop(a);
        yield_!(2);
        b.take();
        list.truncate(k as usize);
        yield_!(3);
        std::mem::take(&mut list);
        yield_!(4);
    }
    called (1)
}

both! {
    /// A guard that runs a closure when its scope ends, whichever way.
    fn scope_guards(k: i32) -> i32 {
        struct Finally<F: FnMut()>(F);
        impl<F: FnMut()> Drop for Finally<F> {
            fn drop(&mut self) {
                (self.0)();
            }
        }
        let _outer = Finally(|| ev!("outer"));
        for i in 0..3 {
            let _inner = Finally(move || ev!("inner{i}"));
            yield_!(i);
            if i == k {
                return;
            }
        }
        ev!("done");
    }
    called (1), (5)
}

both! {
    /// Values that block, `break` and `if` give survive the locals of their block.
    fn values_survive_their_block(k: i32) -> i32 {
        let a = { let _t = d("t"); yield_!(1); d("a") };
        let b = loop { let _u = d("u"); yield_!(2); break d("b"); };
        let c = if k > 0 { let _v = d("v"); yield_!(3); d("c") } else { d("other") };
        let e = match k { 0 => d("zero"), _ => { let _w = d("w"); yield_!(4); d("e") } };
        yield_!(len(&a) + len(&b) + len(&c) + len(&e));
    }
    called (0), (1)
}

both! {
    /// A mutex guard held by a name is held while suspended, and let go at the end of its scope.
    fn guards_by_name(lock: &std::sync::Mutex<i32>) -> bool {
        yield_!(lock.try_lock().is_ok());
        {
            let mut held = lock.lock().unwrap();
            *held += op(1);
            yield_!(lock.try_lock().is_ok());
            yield_!(*held == 2);
        }
        yield_!(lock.try_lock().is_ok());
        let held = lock.lock().unwrap();
        drop(held);
        yield_!(lock.try_lock().is_ok());
    }
    called { let lock = std::sync::Mutex::new(1); } (&lock)
}

both! {
    /// The iterator of a loop went after the variables declared before it, where it is a parameter.
    fn a_parameter_as_the_iterator_of_a_loop(items: impl Iterator<Item = N>, k: i32) -> i32 {
        let _before = d("before");
        for x in items {
            let _each = d("each");
            yield_!(num(&x));
            if num(&x) == k {
                return;
            }
            yield_!(k);
        }
        yield_!(4);
    }
    called (Source { left: 3, tag: D("s") }, 9), (Source { left: 3, tag: D("s") }, 1)
}

both! {
    /// The same behind a yield, where the iterator is a parameter still.
    fn a_parameter_as_the_iterator_of_a_late_loop(items: impl Iterator<Item = N>, last: D) -> i32 {
        let _before = d("before");
        yield_!(1);
        let _then = d("then");
        for x in items {
            yield_!(num(&x));
        }
        yield_!(2);
    }
    called (Source { left: 2, tag: D("s") }, D("last"))
}

both! {
    /// The same with parameters behind it, and in a branch.
    fn a_parameter_as_the_iterator_of_a_loop_in_a_branch(items: impl Iterator<Item = N>, k: i32, last: D) -> i32 {
        if k > 0 {
            let _x = d("x");
            for x in items {
                yield_!(num(&x) + len(&last));
            }
        } else {
            let _y = d("y");
            yield_!(1);
            drop(items);
            yield_!(2);
        }
    }
    called (Source { left: 2, tag: D("s") }, 0, D("last")), (Source { left: 2, tag: D("s") }, 1, D("last"))
}

both! {
    /// A variable that a method is called on was dropped by a jump before younger ones, which are dropped where it leads.
    fn jumps_drop_the_youngest_first(flag: bool, old: Option<N>, young: N) -> i32 {
        yield_!(op(1));
        let pair = {
            yield_!(op(2));
            duo(n(3), 4)
        };
        let answers = vec![old.is_some(), flag];
        if flag {
            return;
        }
        note(answers.len() as i32);
    }
    called (true, Some(N(5)), N(6)), (false, Some(N(5)), N(6))
}

both! {
    /// A cast to what owns something was taken for a number, and dropped before the next yield.
    fn casts_that_coerce(k: i32) -> i32 {
        let shown = Box::new(n(k)) as Box<dyn std::fmt::Debug>;
        let any = std::rc::Rc::new(n(2)) as std::rc::Rc<dyn std::any::Any>;
        let mut none = None as Option<_>;
        note(any.is::<N>() as i32);
        yield_!(op(1));
        let other = Some(n(3)) as Option<N>;
        none.replace(n(4));
        drop(shown);
        yield_!(other.is_some() as i32);
        yield_!(op(2));
    }
    called (1)
}

both! {
    /// An item that has been peeked at is dropped with its iterator.
    fn peeked_items(ks: &[i32]) -> i32 {
        {
            let mut items = ks.iter().map(|k| n(*k)).peekable();
            ev!("peeked {}", items.peek().is_some());
            yield_!(1);
        }
        yield_!(2);
    }
    called (&[1, 2])
}

both! {
    /// What an iterator holds beside the one it adapts is dropped with it: another iterator, or a closure.
    fn held_by_adapters(ks: &[i32]) -> i32 {
        {
            let mut pairs = ks.iter().zip(vec![n(1), n(2), n(3)]);
            ev!("first {}", pairs.next().is_some());
            let base = n(4);
            let more = move |k: &i32| *k + base.0;
            let _sums = ks.iter().map(more);
            let _refs = ks.iter().enumerate().peekable();
            yield_!(1);
        }
        yield_!(2);
    }
    called (&[1, 2])
}

both! {
    /// A variable that no yield uses any more gets another value: the old one was once dropped behind the temporaries of the new one.
    fn assigned_behind_its_last_use(k: i32) -> i32 {
        let mut inferred = n(1);
        let mut written: N = n(2);
        let mut boxed: Box<dyn std::fmt::Debug> = Box::new(n(3));
        yield_!(0);
        inferred = n(num(&n(4)));
        written = n(num(&n(5)));
        boxed = Box::new(n(num(&n(6))));
        yield_!(1);
        inferred = n(7);
        note(num(&inferred));
    }
    called (0)
}

both! {
    /// The same of a variable that may be empty.
    fn assigned_where_it_may_be_empty(k: i32) -> i32 {
        let mut value: N = n(1);
        yield_!(0);
        if k > 0 {
            drop(value);
        }
        value = n(num(&n(2)));
        yield_!(num(&value));
    }
    called (0), (1)
}

both! {
    /// The same of a tuple and a struct that are taken apart.
    fn assigned_field_by_field(k: i32) -> i32 {
        let mut pair: (N, i32) = (n(1), 2);
        let mut both = Duo { left: n(3), right: 4 };
        yield_!(0);
        if k > 0 {
            drop(pair.0);
            drop(both.left);
        }
        pair = (n(num(&n(5))), num(&n(6)));
        both = Duo { left: n(num(&n(7))), right: num(&n(8)) };
        yield_!(num(&pair.0) + num(&both.left));
        pair = (n(9), { yield_!(1); num(&n(10)) });
        yield_!(num(&pair.0));
    }
    called (0), (1)
}
