//! What a generator is besides its items: the traits of iterators and the automatic ones.
#![cfg(not(rustc_gen))]

use crate::both::*;
use crate::trace::{Plan, record};
use std::iter::FusedIterator;
use std::rc::Rc;

#[generator]
fn up_to(k: i32) -> i32 {
    let mut x = 0;
    while x < k {
        yield_!(x);
        x += 1;
    }
}

#[generator]
fn shared(list: Rc<Vec<i32>>) -> i32 {
    for i in 0..list.len() {
        yield_!(list[i]);
    }
}

#[generator]
fn cloneable(list: Vec<i32>) -> impl Iterator<Item = i32> + Clone {
    for x in list {
        yield_!(x);
        yield_!(-x);
    }
}

fn is_fused<T: FusedIterator>(_: &T) {}
fn is_send_and_sync<T: Send + Sync>(_: &T) {}
fn is_unpin<T: Unpin>(_: &T) {}

#[test]
fn always_fused_and_unpin() {
    is_fused(&up_to(1));
    is_fused(&shared(Rc::default()));
    is_unpin(&up_to(1));
}

#[test]
fn sent_and_shared_as_what_it_holds() {
    is_send_and_sync(&up_to(1));
    is_send_and_sync(&cloneable(vec![]));
}

#[test]
fn what_is_not_alive_at_a_yield_does_not_count() {
    #[generator]
    fn uses_rc_between(k: i32) -> i32 {
        {
            let local = Rc::new(k);
            note(*local);
        }
        yield_!(k);
        let size = Rc::strong_count(&Rc::new(k));
        yield_!(size as i32);
    }
    is_send_and_sync(&uses_rc_between(1));
    assert_eq!(uses_rc_between(4).collect::<Vec<_>>(), [4, 1]);
}

#[test]
fn adapters_and_consumers() {
    assert_eq!(up_to(5).sum::<i32>(), 10);
    assert_eq!(
        up_to(5).map(|x| x * 2).filter(|x| x % 4 == 0).max(),
        Some(8)
    );
    assert_eq!(up_to(5).nth(3), Some(3));
    assert_eq!(up_to(5).last(), Some(4));
    assert_eq!(up_to(3).zip(up_to(9).skip(7)).count(), 2);
    assert_eq!(up_to(4).step_by(3).collect::<Vec<_>>(), [0, 3]);
    assert!(up_to(4).any(|x| x == 2));
    assert_eq!(up_to(4).position(|x| x == 2), Some(2));
    let (even, odd): (Vec<i32>, Vec<i32>) = up_to(5).partition(|x| x % 2 == 0);
    assert_eq!((even.len(), odd.len()), (3, 2));
    let mut list = vec![7];
    list.extend(up_to(2));
    assert_eq!(list, [7, 0, 1]);
    let mut peeked = up_to(2).peekable();
    assert_eq!(peeked.peek(), Some(&0));
    assert_eq!(peeked.count(), 2);
}

#[test]
fn part_by_next_and_the_rest_from_inside() {
    for taken in 0..5 {
        let mut items = up_to(4);
        let mut seen: Vec<i32> = items.by_ref().take(taken).collect();
        let sum = items.fold(0, |sum, x| sum * 10 + x);
        let rest = (taken as i32..4).fold(0, |sum, x| sum * 10 + x);
        assert_eq!(sum, rest);
        seen.retain(|x| *x >= taken as i32);
        assert!(seen.is_empty());
    }
}

#[test]
fn short_circuits_leave_it_usable() {
    let mut items = up_to(6);
    assert_eq!(items.find(|x| *x == 2), Some(2));
    assert_eq!(
        items.try_fold(0, |sum, x| if x < 5 { Ok(sum + x) } else { Err(sum) }),
        Err(7)
    );
    assert_eq!(items.next(), None);
}

#[test]
fn a_clone_goes_its_own_way() {
    let mut first = cloneable(vec![1, 2]);
    assert_eq!(first.next(), Some(1));
    let second = first.clone();
    assert_eq!(first.collect::<Vec<_>>(), [-1, 2, -2]);
    assert_eq!(second.collect::<Vec<_>>(), [-1, 2, -2]);
}

#[test]
fn as_trait_objects_and_behind_references() {
    let mut boxed: Box<dyn Iterator<Item = i32>> = Box::new(up_to(3));
    assert_eq!(boxed.next(), Some(0));
    let mut items = up_to(3);
    let borrowed: &mut dyn Iterator<Item = i32> = &mut items;
    assert_eq!(borrowed.next(), Some(0));
    assert_eq!(items.len_of_the_rest(), 2);
    assert_eq!(boxed.count(), 2);
}

trait LenOfTheRest: Iterator + Sized {
    fn len_of_the_rest(self) -> usize {
        self.count()
    }
}
impl<I: Iterator> LenOfTheRest for I {}

#[test]
fn the_shared_value_is_let_go_with_the_generator() {
    let list = Rc::new(vec![1, 2]);
    let mut items = shared(Rc::clone(&list));
    assert_eq!(items.next(), Some(1));
    assert_eq!(Rc::strong_count(&list), 2);
    drop(items);
    assert_eq!(Rc::strong_count(&list), 1);
    let mut items = shared(Rc::clone(&list));
    while items.next().is_some() {}
    assert_eq!(Rc::strong_count(&list), 1);
}

#[test]
fn zipped_generators_stop_with_the_shorter() {
    #[generator]
    fn logged(tag: &'static str, k: i32) -> i32 {
        let _guard = D(tag);
        for x in 0..k {
            yield_!(x);
        }
    }
    let trace = record(Plan::default(), || {
        for (a, b) in logged("long", 5).zip(logged("short", 1)) {
            ev!("{a}{b}");
        }
    });
    assert_eq!(trace.trace, "00 -short -long");
}
