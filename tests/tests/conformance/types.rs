//! Types are inferred as in a plain function.

use crate::both::*;
use std::collections::BTreeMap;
use std::fmt::{Debug, Display};

both! {
    /// Inferred from what happens after a yield.
    fn inferred_later(k: i32) -> i32 {
        let mut list = Vec::new();
        let mut found = None;
        let mut map = BTreeMap::new();
        yield_!(k);
        list.push(word(k));
        yield_!(list.len() as i32);
        found.get_or_insert(op(k));
        map.insert(k, found);
        yield_!(map.values().flatten().sum());
    }
    called (3)
}

both! {
    /// The item is a coercion site.
    fn item_is_a_coercion_site(k: i32) -> &'static dyn Debug {
        yield_!(const { &1 });
        yield_!(if k > 0 { const { &"text" as &dyn Debug } } else { const { &'c' } });
        let list: &'static [i32] = &[1, 2];
        yield_!(const { &[1u8, 2] });
        note(list.len() as i32);
    }
    called (0), (1)
}

both! {
    /// Boxes of closures and of traits, coerced at annotated `let`s and at the yield.
    fn boxed_traits(k: i32) -> Box<dyn Debug> {
        let mut f: Box<dyn Fn(i32) -> i32> = Box::new(move |x| x + op(k));
        yield_!(Box::new(f(1)));
        f = Box::new(|x| x * 2);
        yield_!(Box::new(f(2)));
        yield_!(Box::new([n(f(3))]));
    }
    called (10)
}

both! {
    /// Integers without a type fall back to `i32`, floats to `f64`; the item decides others.
    fn fallback(k: u8) -> u8 {
        let mut count = 0;
        let half = 0.5;
        let big = 250 - 100;
        yield_!(k);
        count += 1;
        yield_!(big);
        yield_!((half * 4.0) as u8 + count as u8);
        op(count);
    }
    called (3)
}

both! {
    /// Closures and iterator chains have no name and still live across yields.
    fn unnameable(k: i32) -> i32 {
        let mut next = (0..).map(move |x| op(x * k)).filter(|x| x % 2 == 0);
        let twice = |x: i32| x * 2;
        yield_!(next.next().unwrap());
        yield_!(twice(next.next().unwrap()));
        while let Some(x) = next.next().filter(|x| *x < 20) {
            yield_!(twice(x));
        }
        yield_!(next.next().map_or(0, twice));
    }
    called (3)
}

both! {
    /// Generic over everything, with what the bounds say and no more.
    fn generic [<T: Debug + Clone, U>] (a: T, list: Vec<U>) -> String where [U: Display + PartialOrd] {
        yield_!(format!("{a:?}"));
        let mut largest = None;
        for x in list {
            yield_!(x.to_string());
            if largest.as_ref().is_none_or(|l| x > *l) {
                largest = Some(x);
            }
        }
        if let Some(x) = largest {
            yield_!(format!("{x} {:?}", a.clone()));
            op(0);
        }
    }
    called (1, vec![1.5, 2.5, 0.5]), ("a", Vec::<char>::new())
}

both! {
    /// Associated types and constants of parameters.
    fn associated [<I: Iterator + Clone, const K: usize>] (items: I, _size: [u8; K]) -> Option<I::Item> where [I::Item: Debug] {
        let again = items.clone();
        for x in items.take(K) {
            yield_!(Some(x));
        }
        yield_!(None);
        for x in again.skip(K) {
            op(0);
            yield_!(Some(x));
        }
    }
    called (1..5, [0; 2]), ("ab".chars(), [])
}

both! {
    /// `impl Trait` parameters, by value and behind references.
    fn impl_trait(list: impl IntoIterator<Item = impl Into<i64>>, f: &mut impl FnMut(i64) -> i64) -> i64 {
        for x in list {
            yield_!(f(x.into()));
        }
        yield_!(f(0));
    }
    called { let mut total = 0; let mut f = |x| { total += x; op(0); total }; } (vec![1u8, 2, 3], &mut f)
}

both! {
    /// References that came from outside, of several lifetimes.
    fn lifetimes [<'a, 'b: 'a>] (text: &'a str, other: &'b str, cut: usize) -> &'a str {
        let mut longest = text;
        for part in text.split(' ') {
            yield_!(part);
            if part.len() > cut {
                longest = other;
            }
        }
        yield_!(longest);
        op(0);
        for (a, b) in text.split(' ').zip(other.split('-')) {
            yield_!(a);
            yield_!(&b[..1]);
        }
    }
    called ("to be or", "not-to-be", 2), ("longer words", "x", 3)
}

both! {
    /// A `&mut` parameter is used in place across yields.
    fn mutable_reference(log: &mut Vec<i32>, k: i32) -> usize {
        for x in 0..k {
            log.push(op(x));
            yield_!(log.len());
            if let Some(last) = log.last_mut() {
                *last += 1;
            }
        }
        yield_!(log.iter().sum::<i32>() as usize);
    }
    called { let mut log = vec![5]; } (&mut log, 3)
}

both! {
    /// Lifetime in the item of a mutable iteration.
    fn mutable_items [<'a>] (list: &'a mut [i32]) -> &'a mut i32 {
        for x in list.iter_mut() {
            *x += op(1);
            yield_!(x);
        }
    }
    called { let mut list = [1, 2, 3]; } (&mut list)
}

both! {
    /// The never type in all positions.
    fn never(k: i32) -> i32 {
        let f = |x: i32| -> i32 { if x > 5 { panic!("over five") } else { x } };
        yield_!(f(k));
        let x: i32 = match k { 0..=3 => k, _ => return };
        yield_!(x);
        let y = if x == 3 { return } else { yield_!(0); 4 };
        yield_!(y);
        #[allow(clippy::diverging_sub_expression)]
        let _z: i32 = { note(1); return };
    }
    called (1), (3), (4), (9)
}

both! {
    /// Turbofish, casts and nested generic types.
    fn explicit_types(text: &str) -> u64 {
        let parsed = text.split(',').map(str::parse::<u64>).collect::<Result<Vec<_>, _>>();
        yield_!(parsed.is_ok() as u64);
        let table: BTreeMap<u64, Vec<Option<N>>> = BTreeMap::from([(1, vec![Some(n(1)), None])]);
        for x in parsed.into_iter().flatten() {
            yield_!(x as u8 as u64);
            yield_!(table.get(&x).map_or(0, |list| list.len() as u64));
        }
    }
    called ("1,300"), ("no")
}

both! {
    /// A type that a later branch completes; a closure that changes a number and gives it.
    fn completed_by_a_later_branch(flag: bool) -> i32 {
        let first = if flag { n(1) } else { yield_!(1); n(2) };
        let second = if flag { Some(first) } else { yield_!(2); None };
        yield_!(second.is_some() as i32);
        let third = match num(&n(3)) { 4 => None, k => { yield_!(k); Some(n(5)) } };
        yield_!(third.is_some() as i32);
        let mut count = 0;
        for i in 0..3 {
            let mut bump = |k| { count += k; count };
            let a = bump(i);
            let b = bump(10);
            yield_!(a + b);
            note(count);
        }
        let Some(_) = ({ yield_!(7); Some(n(17)) }) else {
            return;
        };
        note(8);
    }
    called (false), (true)
}

/// A list of boxes with a tree in each.
#[derive(Debug)]
pub struct Cons {
    value: i32,
    more: Vec<i32>,
    next: Option<Box<Cons>>,
}

pub fn cons(values: &[i32]) -> Option<Box<Cons>> {
    let [value, rest @ ..] = values else {
        return None;
    };
    Some(Box::new(Cons {
        value: *value,
        more: vec![value * 10, value * 20],
        next: cons(rest),
    }))
}

both! {
    /// A field that is handed out by `&mut` beside others that are used on: the one reference had to be in two places
    /// (*lifetime may not live long enough*).
    fn mutable_fields_of_a_list [<'a>] (list: &'a mut Option<Box<Cons>>) -> &'a mut i32 {
        let mut link = list.as_deref_mut();
        while let Some(node) = link {
            node.value += op(1);
            yield_!(&mut node.value);
            for more in node.more.iter_mut() {
                yield_!(more);
            }
            link = node.next.as_deref_mut();
        }
    }
    called
        { let mut list = cons(&[1, 2]); } (&mut list),
        { let mut list = None; } (&mut list)
}

both! {
    /// The same of what a stack holds, a loop goes over, and a `let` takes.
    fn mutable_fields_on_a_stack [<'a>] (lists: &'a mut [Cons]) -> &'a mut i32 {
        let mut stack = Vec::new();
        for cons in lists {
            if cons.value > 5 {
                continue;
            }
            yield_!(&mut cons.value);
            stack.push((cons.next.as_deref_mut(), cons.more.first_mut()));
        }
        while let Some((next, more)) = stack.pop() {
            if let Some(more) = more {
                yield_!(more);
            }
            let Some(next) = next else { continue };
            yield_!(&mut next.value);
            stack.push((next.next.as_deref_mut(), None));
        }
    }
    called
        { let mut lists = [cons(&[1, 2, 3]), cons(&[9]), cons(&[4])].map(|cons| *cons.unwrap()); } (&mut lists)
}
