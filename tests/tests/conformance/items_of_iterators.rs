//! Items of std's iterators whose types are found out: indices, characters and bytes.

use crate::both::*;

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
