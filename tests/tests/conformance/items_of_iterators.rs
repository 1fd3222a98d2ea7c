//! Items of std's iterators whose types are found out: indices, characters and bytes.

use crate::both::*;
use std::collections::{BTreeMap, VecDeque};

both! {
    /// An index and what it stands beside, moved or not.
    fn indices(words: Vec<String>, seen: &[u32]) -> String {
        for (i, word) in words.into_iter().enumerate().skip(1) {
            yield_!(format!("{i} {word}"));
            let next = i + 1;
            yield_!(word);
            yield_!(next.to_string());
        }
        for (i, n) in seen.iter().rev().enumerate() {
            yield_!(format!("{i}"));
            yield_!(format!("{} {}", i, n));
        }
        let mut pairs = seen.iter().enumerate().peekable();
        while let Some((at, first)) = pairs.next() {
            if let Some(&(after, second)) = pairs.peek() {
                yield_!(format!("{at} {}", first));
                yield_!(format!("{after} {}", second));
            }
        }
    }
    called { let seen = [7, 8, 9]; } (vec!["a".into(), "b".into(), "c".into()], &seen)
}

both! {
    /// Characters, their places, and bytes; behind references they are references.
    fn characters(text: &str, owned: String) -> String {
        let mut chars = text.chars().rev().peekable();
        while let Some(c) = chars.next() {
            match c {
                'a'..='m' => yield_!(c.to_string()),
                other => yield_!(format!("<{other}>")),
            }
            if let Some(next) = chars.peek() {
                yield_!(format!("{c}{next}"));
            }
            yield_!(c.to_uppercase().collect());
        }
        for (at, c) in owned.trim().char_indices().collect::<Vec<_>>() {
            yield_!(format!("{at}{c}"));
        }
        let mut indices = text.char_indices();
        let Some((start, first)) = indices.next() else {
            return;
        };
        yield_!(format!("{start}{first}"));
        while let Some((end, c)) = indices.by_ref().find(|(_, c)| c.is_alphabetic()) {
            yield_!(text[start..end].to_string());
            yield_!(c.to_string());
        }
        for b in text.bytes() {
            yield_!(b.to_string());
            yield_!((b as char).to_string());
        }
    }
    called ("az k", " xy ".to_string()), ("", "b".to_string())
}

both! {
    /// The bytes of a slice that is read are results.
    fn bytes_that_are_read(data: &[u8]) -> u32 {
        for b in std::io::Read::bytes(data) {
            yield_!(1);
            yield_!(u32::from(b.unwrap()));
        }
        let mut all = data.iter().enumerate();
        while let Some((i, &b)) = all.by_ref().next() {
            yield_!(i as u32);
            yield_!(u32::from(b));
        }
    }
    called (b"xy")
}

/// Something that counts in its own way.
pub struct Shelf(Vec<N>);

impl Shelf {
    fn enumerate(self) -> impl Iterator<Item = (u8, N)> {
        (1..).zip(self.0)
    }
}

both! {
    /// A method that is called like the one of iterators.
    fn ones_own_enumerate(shelf: Shelf) -> i32 {
        for (i, n) in shelf.enumerate() {
            yield_!(num(&n));
            yield_!(i.into());
        }
    }
    called (Shelf(vec![N(3), N(4)]))
}

both! {
    /// Pieces of a text, which are texts themselves.
    fn pieces(text: &str) -> String {
        for line in text.lines() {
            let Some((key, rest)) = line.split_once('=') else {
                yield_!(line.to_uppercase());
                continue;
            };
            for (i, word) in rest.split(',').enumerate() {
                yield_!(format!("{key}{i}"));
                if let Some(tail) = word.strip_prefix('x') {
                    yield_!(tail.chars().rev().collect());
                }
                yield_!(word.into());
            }
            let mut words = key.split_whitespace().peekable();
            while let Some(mut word) = words.next() {
                yield_!(word.to_string());
                word = word.trim_end_matches('b');
                if let Some(next) = words.peek() {
                    yield_!(format!("{word}{next}"));
                }
            }
        }
    }
    called ("ab b=x12,y\nplain\n=z")
}

both! {
    /// Elements of collections, by value and by reference.
    fn elements_of_collections(pairs: Vec<(u32, char)>, map: BTreeMap<u8, N>, seen: &[(i64, bool)], mut queue: VecDeque<f32>, one: Option<i8>) -> String {
        for (mut count, letter) in pairs {
            while count > 0 {
                count -= 1;
                yield_!(format!("{letter}{count}"));
            }
        }
        for (key, n) in map {
            yield_!(format!("{key}"));
            yield_!(format!("{}", num(&n) + i32::from(key)));
        }
        for &(balance, open) in seen {
            yield_!(format!("{balance}"));
            if open {
                yield_!(format!("{}", balance + 1));
            }
        }
        for (balance, open) in seen.iter() {
            yield_!(format!("{balance} {open}"));
            yield_!(format!("{}", *balance + i64::from(!*open)));
        }
        for ((balance, _), at) in seen.iter().copied().zip([7, 8]) {
            yield_!(format!("{balance}"));
            yield_!(format!("{}", balance + at));
        }
        while let Some(x) = queue.pop_front() {
            yield_!(format!("{x}"));
            if x > 1.5 {
                queue.push_back(x / 2.0);
            }
        }
        for x in one.into_iter().rev() {
            yield_!(format!("{x}"));
            yield_!(format!("{}", -x));
        }
    }
    called
        (vec![(2, 'a'), (0, 'b'), (1, 'c')], BTreeMap::from([(3, N(4))]), &[(5, true), (6, false)], VecDeque::from([1.0, 4.0]), Some(3)),
        (vec![], BTreeMap::new(), &[], VecDeque::new(), None)
}
