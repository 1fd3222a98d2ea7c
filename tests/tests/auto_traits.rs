//! Which auto traits a generator has is decided by what it saves at a suspension, not by what merely existed: each
//! expectation is pinned at compile time, both ways.
#![forbid(unsafe_code)]
#![deny(warnings)]

use gen_core::{Generator, gen_, generator};
use std::cell::{Cell, RefCell};
use std::marker::PhantomPinned;
use std::panic::{RefUnwindSafe, UnwindSafe};
use std::rc::Rc;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// `has!(value => Send, not Sync, ..)`.
///
/// The absence is shown by a call that would be ambiguous if the trait were there.
macro_rules! has {
    ($value:expr => $($rest:tt)*) => {
        match &$value {
            value => { has!(@ value $($rest)*); }
        }
    };
    (@ $value:ident not $bound:ident $(, $($rest:tt)*)?) => {
        {
            trait Ambiguous<A> {
                fn absent(&self) {}
            }
            impl<T: ?Sized> Ambiguous<()> for T {}
            #[allow(dead_code)]
            struct Present;
            impl<T: ?Sized + $bound> Ambiguous<Present> for T {}
            Ambiguous::<_>::absent($value);
        }
        $(has!(@ $value $($rest)*);)?
    };
    (@ $value:ident $bound:ident $(, $($rest:tt)*)?) => {
        {
            const fn present<T: ?Sized + $bound>(_: &T) {}
            present($value);
        }
        $(has!(@ $value $($rest)*);)?
    };
    (@ $value:ident) => {};
}

#[generator]
fn plain(n: u32) -> u32 {
    for n in 0..n {
        yield_!(n);
    }
}

#[test]
fn nothing_special_has_all_but_clone() {
    has!(plain(1) => Send, Sync, Unpin, UnwindSafe, RefUnwindSafe);
}

/// `Clone` is there when the signature says so.
#[generator]
fn copied(n: u32) -> impl Iterator<Item = u32> + Clone {
    yield_!(n);
}

/// And not otherwise, though everything in it could be cloned.
#[test]
fn clone_is_asked_for() {
    has!(copied(1) => Clone, Send, Sync, Unpin);
    has!(plain(1) => not Clone);
}

#[generator]
fn parameter<T>(value: T) -> u32 {
    yield_!(1);
    drop(value);
}

#[test]
fn parameters_decide() {
    has!(parameter(1) => Send, Sync, Unpin, UnwindSafe, RefUnwindSafe);
    has!(parameter(Rc::new(1)) => not Send, not Sync, Unpin);
    has!(parameter(Cell::new(1)) => Send, not Sync, Unpin, UnwindSafe, not RefUnwindSafe);
    has!(parameter(&Cell::new(1)) => not Send, not Sync, not UnwindSafe);
    has!(parameter(&mut 1) => Send, Sync, Unpin, not UnwindSafe);
    has!(parameter(PhantomPinned) => Send, Sync);
}

/// Frames are never pinned: what they hold is moved whenever they are.
#[test]
fn always_unpin() {
    has!(parameter(PhantomPinned) => Unpin);
}

#[generator]
fn dead_at_the_yield(n: u32) -> u32 {
    let counter = Rc::new(Cell::new(n));
    counter.set(counter.get() + 1);
    let seen = counter.get();
    drop(counter);
    yield_!(seen);
    {
        let again = Rc::new(seen);
        if *again == 0 {
            return;
        }
    }
    yield_!(seen + 1);
}

#[generator]
fn alive_at_the_yield(n: u32) -> u32 {
    let counter = Rc::new(Cell::new(n));
    yield_!(n);
    counter.set(1);
    yield_!(counter.get());
}

#[generator]
fn only_in_the_item(n: u32) -> Rc<u32> {
    for n in 0..n {
        yield_!(Rc::new(n));
    }
}

#[test]
fn what_is_dead_does_not_count() {
    has!(dead_at_the_yield(1) => Send, Sync);
    has!(alive_at_the_yield(1) => not Send, not Sync);
    has!(only_in_the_item(1) => Send, Sync);
}

#[generator]
fn moved_out(n: u32) -> Rc<u32> {
    let shared = Rc::new(n);
    yield_!(shared);
    yield_!(Rc::new(n));
}

#[generator]
fn temporaries(lock: &Mutex<Vec<u32>>) -> u32 {
    while let Some(n) = { lock.lock().unwrap_or_else(PoisonError::into_inner).pop() } {
        yield_!(n);
    }
}

#[generator]
fn guard<'a>(guard: MutexGuard<'a, u32>) -> u32 {
    yield_!(*guard);
    yield_!(*guard + 1);
}

#[test]
fn moved_values_and_guards() {
    let (lock, number) = (Mutex::new(vec![1]), Mutex::new(1));
    has!(moved_out(1) => Send, Sync);
    has!(temporaries(&lock) => Send, Sync);
    has!(guard(number.lock().unwrap_or_else(PoisonError::into_inner)) => not Send, Sync);
    assert!(temporaries(&lock).eq([1]));
}

#[generator]
fn with_closure<T: Copy>(value: T) -> u32 {
    let get = move || {
        let _value = value;
        1
    };
    yield_!(get());
    yield_!(get());
}

#[generator]
fn with_iterator(cells: Vec<Cell<u32>>) -> u32 {
    for cell in cells {
        yield_!(cell.get());
    }
}

#[test]
fn unnameable_types_count() {
    has!(with_closure(1) => Send, Sync);
    has!(with_closure(&Cell::new(1)) => not Send, not Sync);
    has!(with_iterator(Vec::new()) => Send, not Sync);
}

#[generator]
fn receives() -> impl Generator<Rc<u32>, Yield = u32, Return = Rc<u32>> {
    let first = *yield_!(0);
    let second = yield_!(first);
    Rc::clone(&second)
}

#[generator]
fn holds_what_it_received() -> impl Generator<Rc<u32>, Yield = u32, Return = ()> {
    let first = yield_!(0);
    yield_!(1);
    drop(first);
}

#[generator]
fn returns() -> impl Generator<Yield = u32, Return = u32> {
    yield_!(1);
    2
}

#[test]
fn what_is_sent_counts_if_it_stays() {
    has!(holds_what_it_received() => not Send, not Sync, Unpin);
    has!(returns() => Send, Sync, Unpin, UnwindSafe);
    drop(receives());
}

#[generator(recursive)]
fn recursive(values: Vec<u32>, depth: u32) -> u32 {
    yield_!(depth);
    if depth > 0 {
        yield_from!(recursive(values.clone(), depth - 1));
    }
    yield_!(u32::try_from(values.len()).unwrap_or(0));
}

#[generator(recursive)]
fn recursive_shared(value: Rc<u32>, depth: u32) -> u32 {
    if depth > 0 {
        yield_from!(recursive_shared(Rc::clone(&value), depth - 1));
    }
    yield_!(*value);
}

#[test]
fn recursion() {
    has!(recursive(vec![], 1) => Send, Sync, Unpin);
    has!(recursive_shared(Rc::new(1), 1) => not Send, not Sync, Unpin);
}

#[generator]
fn delegates(inner: impl Iterator<Item = u32>) -> u32 {
    yield_from!(inner);
}

#[test]
fn delegation() {
    has!(delegates(plain(1)) => Send, Sync);
    has!(delegates(alive_at_the_yield(1)) => not Send, not Sync);
}

#[test]
fn blocks() {
    let shared = Rc::new(RefCell::new(1));
    let number = 1;
    has!(gen_!(move { yield_!(number); yield_!(number + 1); }) => Send, Sync);
    has!(gen_!(move { yield_!(1); yield_!(*shared.borrow()); }) => not Send, not Sync);
}

/// The harness can fail: both forms are decided by the type.
#[test]
fn the_macro_tells_apart() {
    has!(1 => Send, Clone);
    has!(Rc::new(1) => not Send, Clone);
}
