//! What may stand in front of a body.

use crate::both::*;
use std::fmt::Debug;

both_methods! {
    /// `&self`, with helpers and constants of the type.
    mod by_shared_reference;
    {
        #[derive(Debug)]
        struct Words { text: String, rounds: i32 }
        impl Words {
            const EXTRA: i32 = 40;
            fn size(&self, word: &str) -> i32 { op(word.len() as i32) }
        }
    }
    impl [] Words {
        fn (&self, skip: usize) -> i32 {
            for round in 0..self.rounds {
                for word in self.text.split(' ').skip(skip) {
                    yield_!(self.size(word) + round * 10);
                }
            }
            yield_!(Self::EXTRA);
        }
    }
    called { let words = Words { text: "a bc def".into(), rounds: 2 }; } words.(1)
}

both_methods! {
    /// `&mut self`, one field borrowed while another changes; the first has a raw name.
    mod by_fields_of_a_mutable_reference;
    {
        struct Typed { r#type: Vec<i32>, sum: i32 }
    }
    impl [] Typed {
        fn (&mut self, step: i32) -> i32 {
            for item in &self.r#type {
                self.sum += op(*item) + step;
                yield_!(self.sum);
            }
        }
    }
    called { let mut typed = Typed { r#type: vec![1, 2], sum: 10 }; } typed.(5)
}

both_methods! {
    /// `&mut self`, changed between the items.
    mod by_mutable_reference;
    {
        struct Bank { money: i32, log: Vec<i32> }
    }
    impl [] Bank {
        fn (&mut self, step: i32) -> i32 {
            while self.money > 0 {
                self.money -= op(step);
                yield_!(self.money);
                self.log.push(self.money);
            }
            yield_!(self.log.len() as i32);
        }
    }
    called { let mut bank = Bank { money: 5, log: vec![] }; } bank.(2),
        { let mut bank = Bank { money: 0, log: vec![] }; } bank.(2)
}

both_methods! {
    /// `mut self`: the value is the generator's.
    mod by_value;
    {
        struct Stack { items: Vec<N>, tag: D }
    }
    impl [] Stack {
        fn (mut self, keep: usize) -> N {
            while self.items.len() > keep {
                let Some(top) = self.items.pop() else { return };
                yield_!(top);
            }
            note(len(&self.tag));
        }
    }
    called { let stack = Stack { items: vec![N(1), N(2), N(3)], tag: D("tag") }; } stack.(1)
}

both_methods! {
    /// `self: Box<Self>`, taken apart.
    mod by_box;
    {
        struct Pair { left: N, right: N }
    }
    impl [] Pair {
        fn (self: Box<Self>) -> i32 {
            let Self { left, right } = *self;
            yield_!(num(&left));
            drop(left);
            yield_!(num(&right));
        }
    }
    called { let pair = Box::new(Pair { left: N(1), right: N(2) }); } pair.()
}

both_methods! {
    /// Generic type, its lifetime in the item.
    mod generic_type;
    {
        struct Chunks<'a, T> { data: &'a [T], size: usize }
    }
    impl [<'a, T: Debug>] Chunks<'a, T> {
        fn (&self) -> &'a [T] {
            let mut rest = self.data;
            while rest.len() > self.size {
                let (head, tail) = rest.split_at(self.size);
                yield_!(head);
                rest = tail;
                op(0);
            }
            yield_!(rest);
        }
    }
    called { let chunks = Chunks { data: &[1, 2, 3, 4, 5], size: 2 }; } chunks.()
}

both! {
    /// Elided lifetimes in every kind of parameter.
    fn elided_lifetimes(a: &str, b: &[N], c: std::slice::Iter<'_, i32>, e: &dyn Fn(i32) -> i32, f: &mut dyn Iterator<Item = i32>) -> i32 {
        yield_!(a.len() as i32);
        for x in b {
            yield_!(num(x));
        }
        for x in c {
            yield_!(e(*x));
        }
        for x in f {
            yield_!(e(x));
        }
    }
    called { let mut items = 5..7; } ("text", const { &[constant(1), constant(2)] }, [3, 4].iter(), &|x| op(x) * 10, &mut items)
}

both! {
    /// An unsized type behind a reference, a bound for all lifetimes, a predicate on an array.
    fn unusual_bounds [<'a, T: ?Sized + AsRef<str> + 'a, F, const K: usize>] (text: &'a T, cut: F, _: [(); K]) -> String
    where [F: for<'x> Fn(&'x str) -> &'x str, [u8; K]: Default] {
        let sizes = <[u8; K]>::default();
        yield_!(cut(text.as_ref()).to_string());
        for (i, x) in sizes.into_iter().enumerate() {
            op(i as i32);
            yield_!(format!("{x}{}", cut(&text.as_ref()[i..])));
        }
    }
    called { fn first(text: &str) -> &str { &text[..1] } } ("abc", first, [(); 2])
}

both! {
    /// Arguments that are generators, closures, function items and nothing at all.
    fn higher_order(items: impl Iterator<Item = i32>, f: fn(i32) -> i32, mut g: impl FnMut(i32) -> i32, unit: ()) -> i32 {
        for x in items {
            yield_!(g(f(x)));
        }
        let () = unit;
    }
    called { let mut sum = 0; } (1..3, op, |x| { sum += x; sum }, ())
}

#[cfg(not(rustc_gen))]
mod spelled_out {
    use super::*;

    #[generator]
    fn as_impl<'a>(list: &'a [i32]) -> impl Iterator<Item = &'a i32> + Clone + 'a {
        for x in list {
            yield_!(x);
        }
    }

    #[generator]
    fn as_box(k: i32) -> Box<dyn Iterator<Item = i32>> {
        yield_!(k);
        if k > 0 {
            for x in as_box(k - 1) {
                yield_!(x * 10);
            }
        }
    }

    #[generator]
    fn as_send(list: Vec<String>) -> impl Iterator<Item = String> + Send {
        for x in list {
            yield_!(x);
        }
    }

    trait Shapes {
        fn sizes(&self) -> impl Iterator<Item = i32>;
        fn doubled(&self) -> Box<dyn Iterator<Item = i32> + '_>;
    }

    impl Shapes for [i32] {
        #[generator]
        fn sizes(&self) -> impl Iterator<Item = i32> {
            for x in self {
                yield_!(*x);
            }
        }

        #[generator]
        fn doubled(&self) -> Box<dyn Iterator<Item = i32> + '_> {
            for x in self {
                yield_!(*x * 2);
            }
        }
    }

    #[generator]
    pub(crate) fn documented(k: i32) -> i32 {
        yield_!(k);
    }

    #[test]
    fn return_types_as_written() {
        let mut first = as_impl(&[1, 2, 3]);
        assert_eq!(first.next(), Some(&1));
        let again = first.clone();
        assert!(first.eq(&[2, 3]));
        assert!(again.eq(&[2, 3]));

        assert_eq!(as_box(2).collect::<Vec<_>>(), [2, 10, 0]);
        let sent = as_send(vec!["a".into()]);
        let thread = std::thread::spawn(move || sent.collect::<Vec<_>>());
        assert_eq!(thread.join().unwrap(), ["a"]);
    }

    #[test]
    fn trait_methods() {
        assert_eq!([1, 2][..].sizes().collect::<Vec<_>>(), [1, 2]);
        assert_eq!([1, 2][..].doubled().collect::<Vec<_>>(), [2, 4]);
    }

    #[test]
    fn visibility_and_path_stay() {
        assert_eq!(
            documented(1)
                .chain((2..4).flat_map(documented))
                .sum::<i32>(),
            6
        );
    }
}

both! {
    fn the_longer_of_two(left: &str, right: &str) -> usize {
        let longer = if left.len() > right.len() { left } else { right };
        yield_!(longer.len());
        for text in [left, right] {
            yield_!(text.len());
        }
    }
    called ("a", "bb"), ("ccc", "d")
}

both! {
    fn slices_one_behind_the_other(left: &[i32], right: &[i32], more: Option<&[i32]>) -> i32 {
        let mut rest = left.iter().chain(right).chain(more.unwrap_or(left));
        while let Some(k) = rest.next() {
            yield_!(*k);
        }
    }
    called (&[1], &[2, 3], None), (&[], &[4], Some(&[5]))
}
