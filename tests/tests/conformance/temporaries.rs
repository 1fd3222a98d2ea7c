//! How long unnamed values live.

use crate::both::*;
use std::cell::RefCell;

fn touch(_: &D) {}

fn same<'a>(value: &'a D) -> &'a D {
    op(0);
    value
}

both! {
    /// Temporaries of a statement die at its end.
    fn of_statements(k: i32) -> i32 {
        let x = len(&d("let"));
        yield_!(x);
        touch(&d("call"));
        yield_!(1);
        d("alone");
        yield_!(2);
        let y = len(same(&d("nested"))) + len(&d("second"));
        yield_!(y);
    }
    called (0)
}

both! {
    /// Temporaries of the yielded expression are dropped before the item is handed out.
    fn of_the_item(k: i32) -> i32 {
        yield_!(len(&d("one")) + len(&d("two")));
        yield_!({ let x = d("inner"); len(&x) } + len(same(&d("three"))));
        note(1);
    }
    called (0)
}

both! {
    /// A cell that is read for the item is free while suspended.
    fn cell_free_while_suspended(cell: &RefCell<Vec<i32>>) -> usize {
        yield_!(cell.borrow().len());
        cell.borrow_mut().push(op(1));
        yield_!(cell.borrow_mut().iter().map(|x| *x as usize).sum());
        let last = cell.borrow().last().copied();
        yield_!(last.unwrap_or(9) as usize);
        yield_!(cell.try_borrow_mut().is_ok() as usize);
    }
    called { let cell = RefCell::new(vec![4]); } (&cell)
}

both! {
    /// Temporaries of conditions die with the condition.
    fn of_conditions(k: i32) -> i32 {
        if len(&d("if")) > k {
            yield_!(1);
        } else {
            yield_!(2);
        }
        let mut i = 0;
        while i + len(&d("while")) < 7 {
            yield_!(i);
            i += 1;
        }
        if len(&d("x")) == 1 && { yield_!(3); true } && len(&d("yy")) == 2 || len(&d("z")) == 0 {
            yield_!(4);
        }
    }
    called (0), (9)
}

both! {
    /// Temporaries in operands live to the end of the statement, across a yield in a later operand.
    fn of_operands(k: i32) -> i32 {
        let x = len(&d("first")) + { yield_!(1); len(&d("second")) } + { yield_!(2); 3 };
        yield_!(x);
        note(len(&d("third")) + { yield_!(4); 5 });
        yield_!(6);
    }
    called (0)
}

both! {
    /// In the tail of a block they die before its locals.
    fn of_block_tails(k: i32) -> i32 {
        let x = {
            let y = d("y");
            yield_!(1);
            len(&d("tail")) + len(&y)
        };
        yield_!(x);
        let z = if k > 0 { len(&d("then")) } else { len(&d("else")) } + { yield_!(2); 0 };
        yield_!(z);
    }
    called (0), (1)
}

both! {
    /// In the body's tail they die before its locals, which die before the parameters.
    fn of_the_bodys_tail(a: D) -> i32 {
        let _x = d("x");
        yield_!(1);
        touch(&d("tail"))
    }
    called (D("a"))
}

both! {
    /// An arm without a block is a statement of its own.
    fn of_arms(k: i32) -> i32 {
        let x = match k {
            0 => len(&d("zero")),
            1 => len(&d("one")) + { yield_!(1); 0 },
            _ => k,
        };
        yield_!(x);
    }
    called (0), (1), (2)
}

both! {
    /// The head of a `match` keeps its temporaries for the arms, `if let` only for the then-block.
    fn of_heads(k: i32) -> i32 {
        match len(&d("match")) + k {
            5 => yield_!(5),
            x => { yield_!(x); ev!("arm"); }
        }
        ev!("between");
        if let 6 = len(&d("if let")) + k {
            yield_!(6);
            ev!("then");
        } else {
            yield_!(7);
            ev!("else");
        }
        yield_!(8);
    }
    called (0), (1)
}

both! {
    /// What a `for` is over keeps its temporaries for the whole loop.
    fn of_for_heads(k: i32) -> i32 {
        for x in 0..len(&d("for")) {
            yield_!(x);
            if x == k {
                break;
            }
        }
        ev!("after");
        yield_!(9);
    }
    called (0), (9)
}

both! {
    /// A reference to a temporary makes it live as long as the name.
    fn extended_by_let(k: i32) -> i32 {
        let x = &d("extended");
        note(len(x));
        yield_!(1);
        let y = (&d("in a tuple"), 2);
        note(len(y.0));
        yield_!(y.1);
    }
    called (0)
}

both! {
    /// Temporaries in macro arguments.
    fn in_macros(k: i32) -> String {
        let text = format!("{}-{}", len(&d("a")), d("b").0);
        yield_!(text);
        assert!(len(&d("c")) == 1, "{}", len(&d("unused")));
        yield_!(format!("{:?}", d("e")));
        let list = vec![len(&d("f")), { yield_!(String::new()); 2 }];
        yield_!(format!("{list:?}"));
    }
    called (0)
}

both! {
    /// Temporaries of `return` and `break` values.
    fn of_jumps(k: i32) -> i32 {
        let _a = d("a");
        let x = loop {
            let _b = d("b");
            yield_!(1);
            break len(&d("break"));
        };
        yield_!(x);
        if k > 0 {
            return touch(&d("return"));
        }
        yield_!(2);
    }
    called (0), (1)
}

both! {
    /// An unnamed iterator in a `for`, a named one, and one behind a reference.
    fn iterators(k: i32) -> i32 {
        for x in vec![n(1), n(2)].into_iter().map(|x| num(&x)) {
            yield_!(x);
        }
        ev!("between");
        let mut named = count(n(3), 2);
        for x in named.by_ref() {
            note(x);
        }
        yield_!(num(&n(4)));
        for x in named {
            yield_!(x);
        }
    }
    called (0)
}

both! {
    /// What the fields of a tuple had borrowed was dropped field by field, not at the end of the `let`.
    fn in_a_tuple_used_by_field(k: i32) -> i32 {
        let t = (num(&n(k)) + 1, len(&d("two")), n(num(&n(3))));
        yield_!(t.0);
        yield_!(t.1);
        let last = t.2;
        let u = (n(num(&n(5))), n(num(&n(6))));
        ev!("made");
        let _first = u.0;
        yield_!(num(&last));
        yield_!(num(&u.1));
    }
    called (0)
}

both! {
    /// An operand was dropped after the temporaries of its own evaluation, which are older than its value.
    fn operand_is_younger_than_its_temporaries(k: i32) -> i32 {
        let pair = (
            Duo { left: n(8), right: num(&{ yield_!(1); n(9) }) },
            if k > 1 { yield_!(2); 1 } else { yield_!(3); 2 },
        );
        yield_!(num(&pair.0.left));
        yield_!(eat(n(14).plus(num(&n(16)))) + num(&{ yield_!(4); n(5) }));
        let picked = pick(Some(n(20).plus(num(&n(21)))), n({ yield_!(5); 22 }));
        yield_!(num(&picked));
    }
    called (1), (2)
}

both! {
    /// What the receiver of a method borrows lives as long as the statement, also where the arguments yield no more.
    fn receiver_keeps_what_it_borrows(k: i32, old: N) -> i32 {
        let c = Some(op(({ yield_!(7); k }) - num(&{ old }))).unwrap_or(num(&n(8)));
        yield_!(c);
        let d = Some(op(({ yield_!(9); k }) - num(&n(10)))).map_or(eat(n(11)), |x| x + eat(n(12)));
        yield_!(d);
    }
    called (1, N(5))
}

both! {
    /// What an operand borrows was dropped with its operator, where the expression around it yields again.
    fn operands_keep_what_they_borrow(k: i32) -> i32 {
        yield_!(((if k > 0 { yield_!(1); 1 } else { 2 }) - num(&n(46))) + { yield_!(8); 1 });
    }
    called (0), (1)
}

both! {
    /// What a borrowed temporary has borrowed itself was dropped before it.
    fn temporaries_of_temporaries(k: i32) -> i32 {
        let shape = Shape::Two(num(&n({ yield_!(1); k } | num(&n(24)))), n(25));
        yield_!(2);
        note(num(&n(eat(n({ yield_!(3); 4 }).plus(num(&n(5)))) + num(&n(6)))));
        drop(shape);
    }
    called (1)
}

both! {
    /// Where a statement is left in its middle, rustc drops its operands before what they have borrowed from.
    fn operands_are_younger_than_temporaries(k: i32) -> i32 {
        let pair = (
            Shape::Two(k, n(24).plus(k)),
            Shape::Two(num(&n(25)) - { yield_!(1); 2 }, { yield_!(3); n(27) }),
        );
        yield_!(4);
        drop(pair);
        note(eat(pick(Some(n(5).plus(1)), n(num(&n(7)) + { yield_!(8); 9 }))));
    }
    called (1)
}

both! {
    /// The guard of a lock that may be taken lives to the end of its statement.
    fn guards_that_are_tried_for(lock: &std::sync::RwLock<Vec<i32>>) -> i32 {
        note(lock.try_write().unwrap()[0] + {
            yield_!(1);
            lock.try_write().is_err() as i32
        });
        note(lock.try_read().unwrap().first().copied().unwrap_or(op(2)) + {
            yield_!(2);
            lock.try_write().is_err() as i32
        });
        note(lock.try_write().is_ok() as i32);
    }
    called (&std::sync::RwLock::new(vec![1]))
}

/// A struct that is made where it is used: an iterator, which its methods take or look at.
pub struct Ladder {
    at: i32,
    end: i32,
    held: N,
}

impl Iterator for Ladder {
    type Item = N;
    fn next(&mut self) -> Option<N> {
        self.at += 1;
        (self.at <= self.end).then(|| n(self.at))
    }
}

impl Ladder {
    fn left(&self) -> Option<i32> {
        Some(op(self.end - self.at))
    }
    fn into_left(self) -> Option<i32> {
        Some(op(self.end - self.at))
    }
}

both! {
    /// A struct literal in the head of a loop was lent to the adapter that takes it (E0521, E0507), and kept for a method that takes it.
    fn adapter_of_a_struct_made_on_the_spot(k: i32) -> i32 {
        for step in (Ladder { at: 0, end: k, held: n(50) }).zip(Ladder { at: 5, end: 9, held: n(60) }) {
            yield_!(step.0.0 + step.1.0);
        }
        for step in Wrapped(n(k), 4).take(2) {
            yield_!(step);
        }
        if let Some(left) = (Ladder { at: 0, end: k, held: n(70) }).into_left() {
            yield_!(left);
            note(1);
        }
        if let Some(left) = (Ladder { at: 0, end: k, held: n(80) }).left() {
            yield_!(left);
            note(2);
        }
        match (Ladder { at: 0, end: k, held: n(90) }).count() {
            all => yield_!(all as i32),
        }
    }
    called (0), (2)
}

/// The same without names.
pub struct Wrapped(N, i32);

impl Iterator for Wrapped {
    type Item = i32;
    fn next(&mut self) -> Option<i32> {
        self.1 -= 1;
        (self.1 > 0).then(|| op(self.1))
    }
}

/// Its fields cannot be moved out of it.
pub struct Sealed {
    left: N,
    right: N,
}

impl Drop for Sealed {
    fn drop(&mut self) {
        log("seal");
    }
}

fn sealed(k: i32) -> Sealed {
    Sealed {
        left: n(k),
        right: n(k + 1),
    }
}

fn two(k: i32) -> (N, N) {
    (n(k), n(k + 1))
}

both! {
    /// Of what a head or an operand borrows a part of, only that part was kept (and moved out, E0509), or nothing if it was an element.
    fn all_of_what_a_part_is_borrowed_of(k: i32) -> i32 {
        match num(&two(k).0) {
            seen => {
                yield_!(seen);
                note(1);
            }
        }
        for turn in 0..num(&[n(1), n(2)][1]) {
            yield_!(turn);
            note(2);
        }
        if let 11 = num(&vec![n(10), n(11)][1]) {
            yield_!(3);
            note(3);
        }
        match num(&sealed(20).left) {
            seen => yield_!(seen),
        }
        let sum = num(&sealed(30).right) + { yield_!(4); 5 } + num(&two(40).1);
        yield_!(sum);
    }
    called (1)
}

fn made_of(given: &N) -> Made {
    made(num(given))
}

/// Made by functions; some of its methods take it.
pub struct Made {
    held: N,
    by: i32,
}

fn made(k: i32) -> Made {
    Made { held: n(k), by: k }
}

impl Made {
    fn size(&self) -> i32 {
        op(self.by)
    }
    fn plus(&self, k: i32) -> i32 {
        op(self.by + k)
    }
    fn into_size(self) -> i32 {
        op(self.by)
    }
    fn given(self, k: i32) -> i32 {
        op(self.by + k)
    }
}

both! {
    /// What a method in a head is called on was dropped before the first yield, unless it was the guard of a lock.
    fn receivers_of_methods_in_heads(k: i32) -> i32 {
        match made(k).size() {
            size => {
                yield_!(size);
                note(1);
            }
        }
        if let 3 = made(k).plus(2) {
            yield_!(op(3));
            note(2);
        } else {
            yield_!(op(4));
        }
        for turn in 0..vec![n(10), n(11)].len() as i32 {
            yield_!(turn);
        }
        while let 1 = [n(20), n(21)].len() as i32 - made(k).plus(0) {
            yield_!(5);
            break;
        }
        match two(30).0.0.cmp(&30) {
            std::cmp::Ordering::Equal => yield_!(6),
            _ => yield_!(7),
        }
        let Some(all) = Some(made(40).size()) else {
            yield_!(8);
            return;
        };
        yield_!(all);
        match made_of(&n(50)).size() {
            size => yield_!(size),
        }
        for turn in 0..made_of(&n(2)).into_size() {
            yield_!(turn);
        }
    }
    called (1), (2)
}

both! {
    /// Where the method takes it, nothing of it is left.
    fn receivers_that_methods_in_heads_take(k: i32) -> i32 {
        match made(k).into_size() {
            size => yield_!(size),
        }
        for turn in 0..made(k).given(1) {
            yield_!(turn);
        }
        if let Some(first) = vec![n(10), n(11)].into_iter().next() {
            yield_!(num(&first));
        }
    }
    called (1), (2)
}

both! {
    /// The same beside an operand that yields.
    fn receivers_of_methods_in_operands(k: i32) -> i32 {
        let sum = made(k).size() + { yield_!(1); 2 } + made(10).into_size();
        yield_!(sum);
        note(made(20).plus(k) - { yield_!(3); eat(n(4)) });
    }
    called (1)
}

both! {
    /// An array of constants that a method borrows is a static one, and no temporary.
    fn promoted_receivers_in_heads(k: i32) -> i32 {
        for item in [1, 2].iter().map(|item| op(item + k)) {
            yield_!(item);
        }
        if let Some(first) = [3, 4].first() {
            yield_!(*first);
            yield_!(op(*first));
        }
    }
    called (1)
}

both! {
    /// What a field is copied out of was dropped at once.
    fn fields_copied_out_of_what_is_made_on_the_spot(k: i32) -> i32 {
        match made(k).by {
            by => {
                yield_!(by);
                note(1);
            }
        }
        if let 1 = (n(10), k).1 {
            yield_!(2);
        } else {
            yield_!(3);
        }
        for turn in 0..made(2).by {
            yield_!(turn);
        }
        let sum = made(20).by + { yield_!(4); 5 } + (n(30), 31).1;
        yield_!(sum);
        match sealed(40).left.0 + 1 {
            next => yield_!(next),
        }
        note((n(50), 51).1 - { yield_!(6); eat(n(7)) });
    }
    called (1), (2)
}

both! {
    /// Where it is moved out, it lives on.
    fn fields_moved_out_of_what_is_made_on_the_spot(k: i32) -> i32 {
        match made(k).held {
            held => {
                yield_!(num(&held));
                note(1);
            }
        }
        let duo = Duo { left: made(k).held, right: { yield_!(2); 3 } };
        yield_!(num(&duo.left));
    }
    called (1)
}

both! {
    /// A reference into it was kept beside the guard, and borrowed from it.
    fn lock_is_held_while_a_part_of_it_is_matched(cell: &RefCell<Vec<i32>>) -> i32 {
        match *cell.borrow().last().unwrap() {
            4 => {
                yield_!(cell.try_borrow_mut().is_err() as i32);
                note(1);
            }
            other => yield_!(other),
        }
        while let 4 = *cell.borrow().iter().filter(|it| **it > 1).max().unwrap() {
            yield_!(cell.try_borrow_mut().is_err() as i32);
            break;
        }
        if let 7 = *cell.borrow().get(9).unwrap_or(&7) {
            yield_!(cell.try_borrow_mut().is_err() as i32);
        }
        yield_!(cell.try_borrow_mut().is_ok() as i32);
    }
    called { let cell = RefCell::new(vec![1, 4]); } (&cell)
}
