//! Temporaries that live as long as the variable which a `let` declares, wherever they stand in its initialiser.

use crate::both::*;
use std::cell::RefCell;

/// What is borrowed, and a number.
struct Beside<'a> {
    of: &'a N,
    by: i32,
}

both! {
    /// In branches, blocks, casts, and under further borrows: they were dropped before the first yield, or were no temporaries
    /// of the variable at all (E0716).
    fn of_branches_and_blocks(k: i32) -> i32 {
        let either = if k == 1 { &n(1) } else { &n(2) };
        let seen = num(either);
        yield_!(seen);
        let matched = match op(k) { 1 => &n(3), _ => { yield_!(0); &n(4) } };
        let seen = num(matched);
        yield_!(seen);
        let of_block = { note(5); &n(5) };
        let seen = num(of_block);
        yield_!(seen);
        let cast = &n(6) as &dyn std::fmt::Debug;
        note(6);
        yield_!(6);
        let twice = &&n(7);
        let again = &*&n(8);
        let seen = num(twice) + num(again);
        yield_!(seen);
        note(9);
    }
    called (1), (2)
}

both! {
    /// Of which a field or an element is borrowed.
    fn of_parts(k: i32) -> i32 {
        let field = &n(1).0;
        yield_!(1);
        let inner = &(n(2), n(3)).1.0;
        yield_!(2);
        let element = &[n(4), n(5)][1];
        let seen = num(element);
        yield_!(seen);
        let made = &vec![n(6)][..];
        let seen = made.len() as i32;
        yield_!(seen);
        let evaluated = &{ yield_!(0); n(7) }.0;
        yield_!(3);
        note(8);
    }
    called (1)
}

/// Refers to the first.
fn first(pair: &mut (i32, i32)) -> &mut (i32, i32) {
    pair
}

both! {
    /// What a function returns may be a reference: that is no temporary which is dropped, and what it refers to may be used
    /// behind a yield.
    fn of_parts_of_what_a_reference_refers_to(pair: &mut (i32, i32)) -> i32 {
        let number = &mut first(pair).1;
        *number += 1;
        yield_!(*number);
        *number += 1;
        yield_!(*number);
        note(*number);
    }
    called { let mut pair = (1, 2); } (&mut pair)
}

both! {
    /// Behind something else that is evaluated: they were made before it.
    fn made_in_their_turn(k: i32) -> i32 {
        let tuple = (op(1), &n(2), op(3), &n(4));
        let seen = num(tuple.1) + num(tuple.3);
        yield_!(seen);
        let array = [&n(5), { note(6); &n(7) }];
        let seen = num(array[1]);
        yield_!(seen);
        let behind_a_yield = ({ yield_!(8); op(8) }, &n(9));
        let seen = num(behind_a_yield.1);
        yield_!(seen);
        let maybe = Some(if op(k) == 1 { &n(10) } else { &n(11) });
        let seen = maybe.map_or(0, num);
        yield_!(seen);
        for i in 0..2 {
            let skipped = (i, &n(12), if i == 0 { continue } else { 13 });
            let seen = num(skipped.1);
            yield_!(seen);
        }
        note(14);
    }
    called (1), (2)
}

both! {
    /// Guards whose contents are borrowed: they were given back at the next yield.
    fn guards_of_what_is_borrowed(cell: &RefCell<Vec<i32>>) -> i32 {
        {
            let all = &*cell.borrow();
            let seen = all.len() as i32;
            yield_!(seen);
            note(cell.try_borrow_mut().is_ok() as i32);
        }
        {
            let all = &mut *cell.borrow_mut();
            yield_!(1);
            note(cell.try_borrow().is_ok() as i32);
        }
        {
            let none = &cell.borrow()[0..0];
            yield_!(2);
            note(cell.try_borrow_mut().is_ok() as i32);
        }
        yield_!(3);
        note(cell.try_borrow_mut().is_ok() as i32);
    }
    called { let cell = RefCell::new(vec![]); } (&cell)
}

both! {
    /// An element or a field behind a lock, in a head: the lock was given back at the first yield.
    fn locks_of_elements_in_heads(cell: &RefCell<(i32, [i32; 2])>) -> i32 {
        match cell.borrow().1[0] {
            first => {
                yield_!(first);
                note(cell.try_borrow_mut().is_ok() as i32);
            }
        }
        for i in 0..cell.borrow().1.len() {
            yield_!(i as i32);
            note(cell.try_borrow_mut().is_ok() as i32);
        }
        let sum = cell.borrow().0 + { yield_!(3); note(cell.try_borrow_mut().is_ok() as i32); 1 };
        yield_!(sum);
        note(cell.try_borrow_mut().is_ok() as i32);
        let [first, 2] = cell.borrow().1 else { return };
        yield_!(first);
        note(cell.try_borrow_mut().is_ok() as i32);
    }
    called { let cell = RefCell::new((7, [1, 2])); } (&cell)
}

/// Looks at one value, and returns another.
fn beside(seen: &N, by: i32) -> Result<N, N> {
    match num(seen) + by {
        sum if sum > 3 => Err(n(sum)),
        sum => Ok(n(sum)),
    }
}

both! {
    /// A `let` with an `else` that yields: what does not match is dropped before what it was made of, which came first.
    fn before_an_else_that_yields(k: i32) -> i32 {
        let Ok(made) = beside(&n(1), k) else {
            note(2);
            yield_!(2);
            note(3);
            return;
        };
        yield_!(num(&made));
    }
    called (1), (5)
}

both! {
    /// A lock whose contents do not match is given back before an `else` that yields.
    fn locks_before_an_else_that_yields(cell: &RefCell<(i32, [i32; 2])>) -> i32 {
        loop {
            let (1, [first, 1]) = *cell.borrow() else {
                note(cell.try_borrow_mut().is_ok() as i32);
                yield_!(0);
                cell.borrow_mut().1[1] = 1;
                if op(cell.borrow().0) == 2 { return; }
                continue;
            };
            yield_!(first);
            return;
        }
    }
    called { let cell = RefCell::new((1, [1, 0])); } (&cell), { let cell = RefCell::new((2, [1, 0])); } (&cell)
}

both! {
    /// A struct that borrows from a variable of the generator, and is used before the next yield only: it was kept over that,
    /// for its drop (E0521).
    fn structs_that_borrow_what_belongs_to_the_generator(by: i32) -> i32 {
        let of_temporary = Beside { of: &n(3), by };
        let seen = num(of_temporary.of) + of_temporary.by;
        yield_!(seen);
        let owned = N(op(4));
        let of = &owned;
        let of_name = Beside { of, by };
        let seen = num(of_name.of);
        yield_!(seen);
        note(4);
    }
    called (1)
}

both! {
    /// A `&mut` of a variant that holds nothing at first: what was put there was dropped before the next yield.
    fn of_a_variant_that_holds_nothing_at_first(k: i32) -> i32 {
        let slot = &mut None;
        *slot = Some(n(1));
        let of_pair = (&mut [None, None], 2);
        of_pair.0[1] = Some(n(2));
        let again = &mut *&mut None;
        *again = Some(n(3));
        let view = &mut [None, None][..];
        view[0] = Some(n(4));
        let ref mut bound = None;
        *bound = Some(n(5));
        yield_!(1);
        match &mut None {
            held => {
                *held = Some(n(6));
                yield_!(2);
                note(7);
            }
        }
        note(8);
    }
    called (1)
}

/// Puts something into the first slot.
fn filled(slots: &mut [Option<N>], value: N) -> i32 {
    slots[0] = Some(value);
    slots.len() as i32
}

both! {
    /// The same of a part of one, as an operand and in a head.
    fn of_a_part_of_what_holds_nothing_at_first(k: i32) -> i32 {
        let sum = filled(&mut [None, None][..], n(k)) + { yield_!(op(1)); 3 };
        yield_!(sum);
        match filled(&mut [None][..], n(k + 1)) {
            size => {
                yield_!(size);
                note(4);
            }
        }
        match filled(&mut (5, [None, None]).1[1..], n(k + 2)) {
            size => {
                yield_!(size);
                note(6);
            }
        }
    }
    called (10)
}

/// Makes values, and lends its own.
pub struct Store {
    pair: (N, N),
}

impl Store {
    fn made(&self) -> (N, N) {
        (n(11), n(12))
    }
    fn boxed(&self) -> Box<N> {
        Box::new(n(13))
    }
    fn pair(&self) -> &(N, N) {
        &self.pair
    }
    fn pair_mut(&mut self) -> &mut (N, N) {
        &mut self.pair
    }
    fn first(&mut self) -> &mut N {
        &mut self.pair.0
    }
}

/// Lends itself.
pub struct Counts(i32, i32);

impl Counts {
    fn counts(&mut self) -> &mut Counts {
        self
    }
}

both! {
    /// A part of what a method returns, or what `*` of it refers to, was dropped before the next yield.
    fn of_what_a_method_returns(k: i32, mut store: Store) -> i32 {
        let field = &store.made().0;
        yield_!(num(field));
        let target = &*store.boxed();
        yield_!(num(target));
        yield_!(k);
    }
    called (1, Store { pair: (N(1), N(2)) })
}

both! {
    /// Where that is a reference, it is borrowed no longer than it is used.
    fn of_a_reference_that_a_method_returns(k: i32, mut store: Store, lent: &mut Counts) -> i32 {
        let field = &store.pair().0;
        note(num(field));
        yield_!(1);
        let field = &mut store.pair_mut().1;
        *field = n(5);
        yield_!(2);
        let target = &mut *store.first();
        *target = n(6);
        yield_!(3);
        let field = &mut lent.counts().1;
        *field = op(7);
        yield_!(k);
        match op(*&lent.counts().0) {
            seen => yield_!(seen),
        }
        for turn in 0..num(&*store.first()) {
            yield_!(turn);
        }
        yield_!(num(&store.pair_mut().1) + { yield_!(4); 5 });
        lent.0 = 8;
    }
    called { let mut lent = Counts(3, 4); } (1, Store { pair: (N(1), N(2)) }, &mut lent)
}

both! {
    /// A closure that is borrowed in a branch lives as long as the variable; one that captures nothing lives for ever.
    fn closures_borrowed_in_branches(flag: bool) -> i32 {
        let k = n(3);
        {
            let g: &dyn Fn(i32) -> i32 = if flag { &|x| x + num(&k) } else { &|x| x - 1 };
            let first = g(4);
            yield_!(first);
        }
        let h: &dyn Fn(i32) -> i32 = match flag { true => &|x| x + 1, false => { yield_!(0); &|x| x * 2 } };
        yield_!(h(5));
        yield_!(h(6));
        let pair: (&dyn Fn(i32) -> i32, i32) = (&|x| x * 3, { yield_!(1); 2 });
        yield_!((pair.0)(pair.1));
    }
    called (true), (false)
}
