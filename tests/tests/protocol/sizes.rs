//! `size_hint = ..` and `exact_size = ..`.

use gen_core::{Generator, generator};
use std::panic::{AssertUnwindSafe, catch_unwind};

#[generator(size_hint = (n, Some(2 * n)))]
fn some(n: usize) -> usize {
    for i in 0..n {
        yield_!(i);
        if i % 2 == 0 {
            yield_!(i);
        }
    }
}

#[test]
fn a_hint_shrinks_and_ends_at_nothing() {
    let mut g = some(3);
    assert_eq!(g.size_hint(), (3, Some(6)));
    g.next();
    assert_eq!(g.size_hint(), (2, Some(5)));
    g.by_ref().for_each(drop);
    assert_eq!(g.size_hint(), (0, Some(0)));
    assert_eq!(g.next(), None);
    assert_eq!(some(4).count(), 6);
}

#[generator(exact_size = words.len())]
fn upper(words: &[&str]) -> String {
    for word in words {
        yield_!(word.to_uppercase());
    }
}

#[test]
fn an_exact_size_makes_it_an_exact_size_iterator() {
    let mut g = upper(&["a", "b"]);
    assert_eq!(g.len(), 2);
    assert_eq!(g.next(), Some("A".to_string()));
    assert_eq!(g.len(), 1);
    assert_eq!(g.next(), Some("B".to_string()));
    assert_eq!((g.next(), g.len()), (None, 0));
    assert_eq!(upper(&["x"]).into_vec(), ["X"]);
}

trait IntoVec: ExactSizeIterator + Sized {
    fn into_vec(self) -> Vec<Self::Item> {
        let mut all = Vec::with_capacity(self.len());
        all.extend(self);
        all
    }
}
impl<I: ExactSizeIterator> IntoVec for I {}

#[generator(exact_size = 2)]
fn too_few() -> u8 {
    yield_!(1);
}

#[generator(exact_size = 1)]
fn too_many() -> u8 {
    yield_!(1);
    yield_!(2);
}

fn message(run: impl FnOnce()) -> String {
    let panic = catch_unwind(AssertUnwindSafe(run)).unwrap_err();
    *panic.downcast::<String>().unwrap()
}

#[test]
#[cfg(debug_assertions)]
fn a_wrong_promise_is_caught_and_named() {
    assert!(message(|| too_few().for_each(drop)).contains("`too_few`"));
    assert!(
        message(|| {
            too_few().nth(1);
        })
        .contains("`too_few`")
    );
    assert!(message(|| too_many().for_each(drop)).contains("`too_many`"));
    assert!(
        message(|| {
            too_many().nth(1);
        })
        .contains("`too_many`")
    );
}

struct Numbers(Vec<u32>);
impl Numbers {
    #[generator(exact_size = self.0.len())]
    fn iter(&self) -> &u32 {
        yield_from!(&self.0);
    }
}

#[test]
fn self_is_in_scope() {
    let numbers = Numbers(vec![1, 2]);
    assert_eq!(numbers.iter().len(), 2);
    assert!(numbers.iter().eq(&[1, 2]));
}

#[generator(exact_size = 2)]
fn full(size: u8) -> impl Generator<Yield = u8, Return = u8> {
    yield_!(1);
    yield_!(size);
    3
}

#[test]
fn a_promise_keeps_the_protocol() {
    let mut g = full(2);
    assert_eq!(g.len(), 2);
    assert!(g.by_ref().eq([1, 2]));
    assert_eq!(g.take_return(), Some(3));
    let mut g = full(2);
    g.start();
    assert_eq!(g.len(), 1);
}

#[generator(size_hint = (0, None))]
fn boxed() -> Box<dyn Iterator<Item = u8>> {
    yield_!(1);
}

#[test]
fn a_boxed_one_has_its_size() {
    assert_eq!(boxed().size_hint(), (0, None));
    assert!(boxed().eq([1]));
}

#[generator(size_hint = (1, Some(1)))]
fn panics(when: bool) -> u8 {
    assert!(!when, "now");
    yield_!(1);
}

#[test]
fn nothing_is_left_after_a_panic() {
    let mut g = panics(true);
    assert!(message_of_str(|| {
        g.next();
    }));
    assert_eq!(g.size_hint(), (0, Some(0)));
    assert_eq!(g.next(), None);
}

fn message_of_str(run: impl FnOnce()) -> bool {
    catch_unwind(AssertUnwindSafe(run)).is_err()
}
