//! What is seen in, or taken out of, values of std: what is a reference need not live on, and what is none has to.

use crate::both::*;
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

both! {
    /// What is taken out of a list behind a reference is no reference.
    fn taken_out_of_a_list(list: &mut Vec<N>) -> i32 {
        while let Some(item) = list.pop() {
            yield_!(num(&item));
            note(1);
        }
    }
    called { let mut list = vec![N(1)]; } (&mut list)
}

both! {
    /// Nor are the items of an iterator that empties it.
    fn drained(list: &mut Vec<N>) -> i32 {
        for item in list.drain(..) {
            yield_!(num(&item));
            note(1);
        }
    }
    called { let mut list = vec![N(1)]; } (&mut list)
}

both! {
    /// Nor those of an iterator behind a reference.
    fn taken_out_of_an_iterator(items: &mut std::vec::IntoIter<N>) -> i32 {
        for item in items {
            yield_!(num(&item));
            note(1);
        }
    }
    called { let mut items = vec![N(1)].into_iter(); } (&mut items)
}

both! {
    /// The last item of an iterator is the item itself, that of a slice a reference.
    fn last_of_both(items: Vec<N>, kept: &[i32]) -> i32 {
        yield_!(0);
        let ahead = items.into_iter().peekable();
        if let Some(last) = ahead.last() {
            yield_!(num(&last));
            note(1);
        }
        if let Some(last) = kept.last() {
            yield_!(*last);
            note(2);
        }
    }
    called (vec![N(1), N(2)], &[3, 4])
}

both! {
    /// What only looks is gone by the time that the items are taken.
    fn peeked_at(left: Vec<N>, right: Vec<N>) -> i32 {
        let mut left = left.into_iter().peekable();
        let mut right = right.into_iter().peekable();
        loop {
            match (left.peek(), right.peek()) {
                (Some(a), Some(b)) if num(a) <= num(b) => yield_!(num(&left.next().unwrap())),
                (_, Some(_)) => yield_!(num(&right.next().unwrap())),
                (Some(_), None) => {
                    let last = left.next().unwrap();
                    yield_!(num(&last));
                    note(1);
                }
                (None, None) => return,
            }
        }
    }
    called (vec![N(1), N(4), N(5)], vec![N(2), N(3)])
}

both! {
    /// What is made of what is seen is something else.
    fn made_of_what_is_seen(items: Vec<N>, at: Vec<usize>) -> i32 {
        for i in at {
            if let Some(made) = items.get(i).map(|item| n(num(item) + 10)) {
                yield_!(num(&made));
                note(1);
            }
            match items.get(i) {
                Some(item) if num(item) > 1 => yield_!(num(item)),
                Some(_) => yield_!(items.len() as i32),
                None => note(2),
            }
        }
    }
    called (vec![N(1), N(2)], vec![0, 7, 1])
}

both! {
    /// Plain numbers, though no type says so: of a vector, of its elements, and of what was made of it.
    fn lengths(rows: Vec<Vec<N>>, text: &str) -> i32 {
        let (count, empty) = (rows.len(), rows.is_empty());
        let width = rows[0].len();
        let words = text.to_string();
        let long = words.len();
        yield_!(count as i32);
        if !empty {
            yield_!(width as i32);
        }
        drop(rows);
        yield_!((count * width + long) as i32);
    }
    called (vec![vec![N(1), N(2)], vec![N(3), N(4)]], "abc")
}

/// With the names of std, and other results.
pub struct Pile(pub Vec<N>);

impl Pile {
    fn get(&self, at: usize) -> Option<N> {
        self.0.get(at).map(|item| n(num(item) + 20))
    }
}

both! {
    /// What nobody knows to be of std may be anything.
    fn of_ones_own_with_the_names_of_std(pile: Pile) -> i32 {
        yield_!(0);
        if let Some(item) = pile.get(0) {
            yield_!(num(&item));
            note(1);
        }
        note(2);
    }
    called (Pile(vec![N(1), N(2)]))
}

/// With an error that its name does not show.
type Result<T> = std::result::Result<T, N>;

both! {
    /// The error was dropped before its scope ended, as if there were none.
    fn an_alias_of_result(results: Vec<Result<i32>>) -> i32 {
        let mut results: Vec<Result<i32>> = results;
        while let Some(result) = results.pop() {
            yield_!(result.as_ref().map_or(0, |value| *value));
            note(1);
        }
        let failed: Result<i32> = Err(n(9));
        yield_!(failed.is_ok() as i32);
        note(2);
    }
    called (vec![Ok(1), Err(N(2)), Err(N(3))])
}

/// With the name of a method that numbers have not.
trait Pop {
    fn pop(self) -> Option<N>;
}

impl Pop for i32 {
    fn pop(self) -> Option<N> {
        Some(n(self))
    }
}

both! {
    /// What a method of one's own makes of a number is none: it was dropped at once.
    fn popped_off_a_number(from: i32) -> i32 {
        let popped = from.pop();
        yield_!(popped.as_ref().map_or(0, num));
        note(1);
        if let Some(popped) = from.max(7).pop() {
            yield_!(num(&popped));
            note(2);
        }
        note(3);
    }
    called (5)
}

both! {
    /// The items of the inner loop had no type where the loop around the dispatch started (E0282).
    fn items_of_an_inner_loop(cells: [[i32; 3]; 2]) -> i32 {
        for sum in 0..4 {
            let range = 0..=1_usize;
            let rows: Box<dyn Iterator<Item = usize>> = if sum % 2 == 0 { Box::new(range.rev()) } else { Box::new(range) };
            for y in rows {
                yield_!(cells[y][sum / 2]);
            }
        }
    }
    called ([[1, 2, 3], [4, 5, 6]])
}

both! {
    /// Collected from what borrows an owned list, of items that the iterator tells: kept to the end of the scope, it was a borrow of
    /// the generator (E0521).
    fn collected_from_borrows(words: Vec<String>, text: String) -> i32 {
        let mut sorted: Vec<_> = words.iter().collect();
        sorted.sort();
        let first = sorted[0].len() as i32;
        yield_!(op(first));
        let counted = words.iter().enumerate().rev().collect::<VecDeque<_>>();
        let count = counted.len() as i32;
        yield_!(count);
        let lengths: BTreeMap<_, _> = words.iter().map(|word| (word.as_str(), word.len())).collect();
        let length = lengths["bb"] as i32;
        yield_!(length);
        let places: BTreeMap<_, _> = text.char_indices().map(|(i, c)| (c, i)).collect();
        yield_!(places[&'y'] as i32);
        let pairs: Vec<_> = words.iter().zip(text.chars()).filter(|(word, _)| word.len() > 1).collect();
        let pairs = pairs.len() as i32;
        yield_!(pairs);
        yield_!((words.len() + text.len()) as i32);
    }
    called { } (vec!["bb".to_string(), "a".to_string()], "xyz".to_string())
}

both! {
    /// What is cloned out of it, or made of it, has a drop.
    fn collected_from_clones(items: Vec<Rc<N>>) -> i32 {
        let clones: Vec<_> = items.iter().cloned().collect();
        let count = clones.len() as i32;
        yield_!(count);
        let made: Vec<_> = items.iter().map(|item| (num(item), n(7))).collect();
        yield_!(op(made.len() as i32));
        let taken: Vec<_> = items.into_iter().collect();
        yield_!(taken.len() as i32);
        note(1);
    }
    called { } (vec![Rc::new(N(1)), Rc::new(N(2))])
}

both! {
    /// What is made on the spot, or by a literal, and borrows a variable has no drop of its own behind a yield.
    fn views_of_variables(list: Vec<i32>, pair: [i32; 2]) -> i32 {
        struct View<'v> { of: &'v [i32], at: usize, name: Option<&'static str> }
        struct Short<'v>(&'v [i32; 2]);
        impl View<'_> { fn get(&self) -> Option<i32> { note(self.name.map_or(0, |name| name.len() as i32)); self.of.get(self.at).copied() } }
        impl Short<'_> { fn get(&self, at: usize) -> Option<i32> { self.0.get(at).copied() } }
        let view = View { of: &list, at: 1, name: None };
        let second = view.get();
        yield_!(second.unwrap_or(-1));
        let mut at = 0;
        while let Some(x) = (View { of: &list, at, name: Some("ab") }).get() {
            at += 1;
            yield_!(op(x));
        }
        for i in 0..2 {
            let short = Short(&pair);
            let x = short.get(i);
            let Some(x) = x else { continue };
            yield_!(x);
        }
        match Short(&pair).get(1) {
            Some(x) if x > 5 => yield_!(x),
            other => yield_!(other.map_or(0, |x| x + 1)),
        }
    }
    called { } (vec![1, 2, 3], [4, 5])
}

both! {
    /// Lists, tuples and `Option`s of what has no drop: kept to the end of the scope, they were borrows of the generator (E0521).
    fn made_of_borrows(root: Branch, name: String) -> i32 {
        let mut found = vec![];
        let mut todo = vec![(&root, name.clone(), 0)];
        while let Some((branch, path, depth)) = todo.pop() {
            found.push(path.len() as i32 * 10 + depth);
            for twig in &branch.twigs {
                todo.push((twig, format!("{path}.{}", branch.twigs.len()), depth + 1));
            }
        }
        for x in found { yield_!(op(x)); }
        let mut queue = VecDeque::from([&root]);
        let mut count = 0;
        while let Some(branch) = queue.pop_front() {
            count += 1;
            queue.extend(&branch.twigs);
        }
        yield_!(count);
        let mut best = Some(&root);
        let twigs = best.map_or(0, |best| best.twigs.len()) as i32;
        best = None;
        yield_!(twigs + i32::from(best.is_none()));
        let pair = (&root, name.to_string());
        let sum = pair.0.twigs.len() + pair.1.len();
        yield_!(sum as i32);
    }
    called { } (Branch { twigs: vec![Branch { twigs: vec![] }, Branch { twigs: vec![] }] }, "ab".to_string())
}

struct Branch {
    twigs: Vec<Branch>,
}

both! {
    /// Where `None` or a variant stands, something with a drop may be put later.
    fn nothing_yet(text: &'static str) -> i32 {
        enum Mode { Fast, Slow(N) }
        struct View<'v> { of: &'v str, mode: Mode }
        let mut pair = (0, None);
        pair.1 = Some(n(1));
        yield_!(pair.0);
        let mut list = vec![None, None];
        list[0] = Some(n(2));
        yield_!(list.len() as i32);
        let mut queue = VecDeque::from([(1, None)]);
        queue[0].1 = Some(n(3));
        yield_!(queue.len() as i32);
        let mut view = View { of: text, mode: Mode::Fast };
        view.mode = Mode::Slow(n(4));
        yield_!(view.of.len() as i32);
        note(1);
    }
    called { } ("ab")
}

both! {
    /// What an operator makes of two references is a value of its own.
    fn sums_of_references(a: i32) -> i32 {
        struct Sum(N);
        impl std::ops::Add<&Sum> for &Sum {
            type Output = Sum;
            fn add(self, other: &Sum) -> Sum { Sum(n(num(&self.0) + num(&other.0))) }
        }
        let (one, two) = (Sum(n(a)), Sum(n(2)));
        let pair = (&one + &two, 1);
        let sum = num(&pair.0.0);
        yield_!(op(sum));
        let list = vec![&one + &two];
        yield_!(list.len() as i32);
        note(1);
    }
    called { } (1)
}
