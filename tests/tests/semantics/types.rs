//! Types of locals, of the generator, and what it implements.

use crate::trace::{all, log};
use gen_core::generator;
use std::collections::HashMap;
use std::fmt::Debug;
use std::rc::Rc;

#[test]
fn everything_is_inferred() {
    #[generator]
    fn inferred(n: u8) -> (usize, i64) {
        let mut list = Vec::new();
        let scale = |x| x * 3;
        let mut steps = (0..n).map(usize::from).filter(|x| x % 2 == 0).enumerate();
        let mut total = 0;
        while let Some((i, x)) = steps.next() {
            list.push(scale(x));
            total += 1;
            yield_!((list[i], total));
        }
        let index: HashMap<_, _> = list.into_iter().zip(0..).collect();
        yield_!((index.len(), i64::from(index[&6])));
    }
    assert_eq!(all(inferred(3)), "(0, 1) (6, 2) (2, 1) end");
}

#[test]
fn the_generator_captures_what_its_signature_names() {
    struct Bag<'a, T>(&'a [T]);
    impl<T: Clone> Bag<'_, T> {
        #[generator]
        fn paired<U>(&self, others: impl Iterator<Item = U>) -> (T, U) {
            for (mine, other) in self.0.iter().zip(others) {
                yield_!((mine.clone(), other));
            }
        }
    }
    let numbers = [1, 2];
    let bag = Bag(&numbers);
    let text = String::from("x y");
    assert_eq!(all(bag.paired(text.split(' '))), r#"(1, "x") (2, "y") end"#);
}

trait Source {
    type Item;
    fn items(&self) -> impl Iterator<Item = Self::Item>;
}

struct Repeat<T>(T, u32);

impl<T: Copy> Source for Repeat<T> {
    type Item = T;

    #[generator]
    fn items(&self) -> impl Iterator<Item = T> {
        for _ in 0..self.1 {
            yield_!(self.0);
        }
    }
}

#[test]
fn methods_of_traits_and_types() {
    fn shown<S: Source<Item: Debug>>(source: &S) -> String {
        all(source.items())
    }
    assert_eq!(shown(&Repeat('x', 2)), "'x' 'x' end");
}

#[test]
fn clone_when_the_signature_asks() {
    #[generator]
    fn countdown(mut n: u32) -> impl Iterator<Item = u32> + Clone {
        while n > 0 {
            yield_!(n);
            n -= 1;
        }
    }
    let mut items = countdown(3);
    items.next();
    let twin = items.clone();
    assert_eq!(all(items), "2 1 end");
    assert_eq!(all(twin), "2 1 end");
}

#[test]
fn send_by_what_is_saved() {
    fn sent<T: Send>(value: T) -> T {
        value
    }
    #[generator]
    fn local(n: u32) -> u32 {
        let doubled = {
            let shared = Rc::new(n);
            *shared * 2
        };
        yield_!(doubled);
    }
    let items = sent(local(4));
    let sum = std::thread::spawn(move || items.sum::<u32>());
    assert_eq!(sum.join().unwrap(), 8);
}

#[test]
fn it_is_neither_boxed_nor_pinned() {
    fn unpin<T: Unpin>(value: T) -> T {
        value
    }
    #[generator]
    fn three() -> u32 {
        for n in 0..3 {
            yield_!(n);
        }
    }
    let mut items = unpin(three());
    assert_eq!(items.next(), Some(0));
    let mut moved = Some(items);
    assert_eq!(moved.as_mut().and_then(Iterator::next), Some(1));
    log(moved.into_iter().flatten().count());
    assert_eq!(crate::trace::events(), "1");
}

#[test]
fn integers_fall_back_to_i32() {
    #[generator]
    fn sizes() -> usize {
        let n = 1;
        yield_!(size_of_val(&n));
        let _ = n + 1;
    }
    assert_eq!(all(sizes()), "4 end");
}
