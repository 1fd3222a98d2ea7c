//! Items of other iterators and generators.

use crate::both::*;

/// An iterator that shows what is done with it.
fn inner(tag: &'static str, k: i32) -> impl Iterator<Item = i32> {
    let guard = D(tag);
    (0..k).map(move |x| op(x) + 10 * guard.0.len() as i32)
}

both! {
    /// By a loop, twice, around other items.
    fn by_a_loop(k: i32) -> i32 {
        let _outer = d("outer");
        yield_!(-1);
        for x in inner("in", k) {
            yield_!(x);
        }
        ev!("between");
        for x in inner("other", 1) {
            yield_!(x);
        }
        yield_!(-2);
    }
    called (2), (0)
}

both! {
    /// A boxed iterator that is chosen at run time and goes into the loop.
    fn boxed(k: i32) -> i32 {
        let items: Box<dyn Iterator<Item = i32>> = match k {
            0 => Box::new(std::iter::empty()),
            1 => Box::new(inner("one", 1)),
            _ => Box::new((0..k).chain(inner("two", 1))),
        };
        yield_!(9);
        for x in items {
            yield_!(x);
        }
    }
    called (0), (1), (3)
}

both! {
    /// The same iterator in parts, by value and by reference.
    fn in_parts(mut items: std::ops::Range<i32>, more: &mut dyn Iterator<Item = i32>) -> i32 {
        yield_!(items.next().unwrap_or(-1));
        let first = more.next();
        yield_!(first.unwrap_or(-2));
        let rest = items.next_back();
        yield_!(rest.unwrap_or(-3));
        for x in more {
            yield_!(x);
        }
        for x in items {
            yield_!(x);
        }
    }
    called { let mut more = [7, 8, 9].into_iter(); } (0..4, &mut more)
}

both! {
    /// Two iterators step by step: a merge.
    fn merged(a: Vec<i32>, b: Vec<i32>) -> i32 {
        let (mut a, mut b) = (a.into_iter().peekable(), b.into_iter().peekable());
        loop {
            let left = match (a.peek(), b.peek()) {
                (Some(x), Some(y)) => op(*x) <= *y,
                (Some(_), None) => true,
                (None, Some(_)) => false,
                (None, None) => return,
            };
            let next = if left { a.next() } else { b.next() };
            if let Some(x) = next {
                yield_!(x);
            }
        }
    }
    called (vec![1, 4, 5], vec![2, 3, 9]), (vec![], vec![1])
}

#[cfg(not(rustc_gen))]
mod by_attribute {
    use super::*;
    use crate::trace::{Plan, record};

    #[generator]
    fn leaf(tag: &'static str, k: i32) -> i32 {
        let _guard = D(tag);
        for x in 0..k {
            yield_!(x);
        }
    }

    #[generator]
    fn by_loop(k: i32) -> i32 {
        let _outer = D("outer");
        for x in leaf("leaf", k) {
            yield_!(x);
        }
        yield_!(100);
    }

    #[generator]
    fn by_yield_from(k: i32) -> i32 {
        let _outer = D("outer");
        yield_from!(leaf("leaf", k));
        yield_!(100);
    }

    fn traces(generator: impl Iterator<Item = i32>, taken: usize) -> String {
        let work = || {
            let mut generator = generator;
            for _ in 0..taken {
                ev!("{:?}", generator.next());
            }
            ev!("/");
            drop(generator);
        };
        record(Plan::default(), work).trace
    }

    #[test]
    fn yield_from_is_the_loop() {
        for taken in 0..6 {
            assert_eq!(
                traces(by_yield_from(2), taken),
                traces(by_loop(2), taken),
                "{taken} taken"
            );
        }
        assert_eq!(traces(by_loop(2), 1), "Some(0) / -leaf -outer");
        assert_eq!(
            traces(by_yield_from(1), 3),
            "Some(0) -leaf Some(100) -outer None /"
        );
    }

    #[generator]
    fn levels(k: i32) -> Box<dyn Iterator<Item = i32>> {
        yield_!(k);
        if k > 0 {
            yield_from!(levels(k - 1));
            yield_from!([10 * k, 11 * k]);
        }
    }

    #[test]
    fn yield_from_itself_in_a_box() {
        assert_eq!(levels(2).collect::<Vec<_>>(), [2, 1, 0, 10, 11, 20, 22]);
        assert_eq!(levels(200).count(), 601);
    }

    #[generator]
    fn nested_in_adapters(k: i32) -> i32 {
        let inner = leaf("a", k).zip(leaf("b", k + 1)).map(|(a, b)| a + b);
        yield_from!(inner);
        let rest: Vec<i32> = leaf("c", k).collect();
        yield_from!(rest.into_iter().rev());
    }

    #[test]
    fn generators_in_adapters() {
        assert_eq!(nested_in_adapters(2).collect::<Vec<_>>(), [0, 2, 1, 0]);
    }
}

both_methods! {
    /// The iterator of a loop is made by a method of a reference that a method has returned.
    mod a_returned_reference_is_iterated;
    {
        pub struct Store { items: Vec<i32> }
        impl Store {
            fn fuller(&mut self) -> &mut Vec<i32> { self.items.push(9); &mut self.items }
        }
    }
    impl [] Store {
        fn (&mut self) -> i32 {
            let items = self.fuller();
            yield_!(0);
            items.push(7);
            let rest = items.iter_mut().skip(1);
            yield_!(1);
            for item in rest {
                *item += 1;
                yield_!(*item);
            }
        }
    }
    called { let mut store = Store { items: vec![1, 2] }; } store.()
}

both_methods! {
    /// The same of a shared one.
    mod a_returned_shared_reference_is_iterated;
    {
        pub struct Seen { items: Vec<i32> }
        impl Seen {
            fn all(&self) -> &Vec<i32> { &self.items }
        }
    }
    impl [] Seen {
        fn (&self) -> i32 {
            let seen = self.all();
            yield_!(seen.len() as i32);
            for item in seen.iter().rev() {
                yield_!(*item);
            }
            note(2);
        }
    }
    called { let seen = Seen { items: vec![1, 2] }; } seen.()
}

both! {
    /// What is delegated to may be written as a struct, which no head of a `match` may be.
    fn delegate_written_as_a_struct(k: i32) -> i32 {
        struct Down { left: i32 }
        impl Iterator for Down {
            type Item = i32;
            fn next(&mut self) -> Option<i32> {
                self.left -= 1;
                (self.left >= 0).then_some(self.left)
            }
        }
        for x in (Down { left: k }) { yield_!(x); }
        match (Down { left: k }) { Down { left } => yield_!(left) }
        yield_!(if (Down { left: 3 }).left == { yield_!(9); k } { 1 } else { 2 });
    }
    called (0), (3)
}

#[test]
fn a_delegate_may_be_written_as_a_struct() {
    struct Down {
        left: i32,
    }
    impl Iterator for Down {
        type Item = i32;
        fn next(&mut self) -> Option<i32> {
            self.left -= 1;
            (self.left >= 0).then_some(self.left)
        }
    }
    #[gen_core::generator]
    fn twice() -> i32 {
        yield_from!(Down { left: 2 });
        yield_from!(Down { left: 1 });
    }
    assert_eq!(twice().collect::<Vec<_>>(), [1, 0, 0]);
    assert_eq!(twice().by_ref().collect::<Vec<_>>(), [1, 0, 0]);
}
