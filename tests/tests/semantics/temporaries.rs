//! How long what has no name lives.

use crate::trace::{Noisy, all, log, noisy};
use gen_core::generator;
use std::cell::RefCell;

#[test]
fn temporaries_of_the_yielded_expression_die_first() {
    #[generator]
    fn lengths() -> usize {
        yield_!(Noisy("t").len());
        log("resumed");
    }
    assert_eq!(all(lengths()), "-t 1 resumed end");
}

#[test]
fn nothing_is_locked_by_accident() {
    #[generator]
    fn values(cell: &RefCell<u32>) -> u32 {
        yield_!(*cell.borrow());
        yield_!(*cell.borrow());
    }
    let cell = RefCell::new(1);
    for value in values(&cell) {
        *cell.borrow_mut() += value;
    }
    assert_eq!(cell.into_inner(), 4);

    let cell = RefCell::new(1);
    values(&cell).for_each(|value| *cell.borrow_mut() += value);
    assert_eq!(cell.into_inner(), 4);
}

#[test]
fn a_guard_with_a_name_is_held() {
    #[generator]
    fn locked(cell: &RefCell<u32>) -> u32 {
        let guard = cell.borrow_mut();
        yield_!(*guard);
        yield_!(2);
        drop(guard);
        yield_!(3);
    }
    let cell = RefCell::new(1);
    let mut items = locked(&cell);
    assert_eq!(items.next(), Some(1));
    assert!(cell.try_borrow().is_err());
    assert_eq!(items.next(), Some(2));
    assert!(cell.try_borrow().is_err());
    assert_eq!(items.next(), Some(3));
    assert!(cell.try_borrow().is_ok());
}

#[test]
fn guards_of_a_head_are_held() {
    #[generator]
    fn by_match(cell: &RefCell<Vec<u32>>) -> u32 {
        match cell.borrow().len() {
            0 => yield_!(0),
            _ => yield_!(1),
        }
        yield_!(9);
    }
    #[generator]
    fn by_if_let(cell: &RefCell<Vec<u32>>) -> u32 {
        if let Some(value) = cell.borrow().first().copied() {
            yield_!(value);
        }
        yield_!(9);
    }
    #[generator]
    fn by_for(cell: &RefCell<Vec<u32>>) -> u32 {
        for value in cell.borrow().clone() {
            yield_!(value);
        }
        yield_!(9);
    }
    fn held(items: &mut dyn Iterator<Item = u32>, cell: &RefCell<Vec<u32>>) {
        assert_eq!(items.next(), Some(1));
        assert!(cell.try_borrow_mut().is_err());
        assert_eq!(items.next(), Some(9));
        assert!(cell.try_borrow_mut().is_ok());
    }
    let cell = RefCell::new(vec![1]);
    held(&mut by_match(&cell), &cell);
    held(&mut by_if_let(&cell), &cell);
    held(&mut by_for(&cell), &cell);
}

#[test]
fn conditions_drop_their_temporaries_first() {
    #[generator]
    fn conditions() -> u32 {
        if Noisy("if").len() == 2 {
            yield_!(1);
        }
        let mut rounds = 0;
        while Noisy("while").len() + rounds < 6 {
            rounds += 1;
            yield_!(2);
        }
    }
    assert_eq!(all(conditions()), "-if 1 -while 2 -while end");
}

#[test]
fn operands_wait_for_the_yield() {
    fn join(a: &Noisy, b: &Noisy) -> usize {
        log("call");
        a.len() + b.len()
    }
    #[generator]
    fn operands() -> usize {
        let pair = (noisy("a"), {
            yield_!(0);
            noisy("b")
        });
        yield_!(join(&pair.0, &pair.1));
    }
    assert_eq!(all(operands()), "+a 0 +b call 2 -a -b end");
    assert_eq!(crate::trace::part(1, operands()), "+a 0 / -a");
}

/// A statement that is taken apart for a pattern in it, not for a yield, keeps its temporaries, too.
#[test]
fn temporaries_beside_a_pattern_that_takes_a_variable() {
    fn borrowed(value: &Noisy) -> usize {
        value.len()
    }
    #[generator]
    fn added(shape: Result<Noisy, Noisy>) -> usize {
        let sum = borrowed(&Noisy("one"))
            + if shape.is_ok() {
                let Ok(right) = shape else { return };
                log("taken");
                right.len()
            } else {
                0
            };
        yield_!(sum);
    }
    assert_eq!(all(added(Ok(Noisy("right")))), "taken -right -one 8 end");
    assert_eq!(all(added(Err(Noisy("wrong")))), "-one 3 -wrong end");
}
