//! Iterators that walk over borrowed data, or over a table of their own.
use crate::inputs::{Node, Row};
use crate::item::Token;
use std::iter::Enumerate;
use std::slice::Iter;

pub(crate) fn tree(root: &Node) -> impl Iterator<Item = &u32> {
    let mut walk = InOrder { stack: Vec::new() };
    walk.push_left(Some(root));
    walk
}

struct InOrder<'a> {
    stack: Vec<&'a Node>,
}

impl<'a> InOrder<'a> {
    #[inline]
    fn push_left(&mut self, mut node: Option<&'a Node>) {
        while let Some(parent) = node {
            self.stack.push(parent);
            node = parent.left.as_deref();
        }
    }
}

impl<'a> Iterator for InOrder<'a> {
    type Item = &'a u32;

    #[inline]
    fn next(&mut self) -> Option<&'a u32> {
        let node = self.stack.pop()?;
        self.push_left(node.right.as_deref());
        Some(&node.value)
    }
}

pub(crate) fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    Tokens { text, at: 0 }
}

struct Tokens<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    #[inline]
    fn next(&mut self) -> Option<Token<'a>> {
        let bytes = self.text.as_bytes();
        // A local, since `self` is in memory behind `dyn`.
        let mut at = self.at;
        while bytes.get(at) == Some(&b' ') {
            at += 1;
        }
        let start = at;
        let token = match *bytes.get(start)? {
            b'0'..=b'9' => {
                let mut value = 0;
                while let Some(digit @ b'0'..=b'9') = bytes.get(at) {
                    value = value * 10 + u64::from(digit - b'0');
                    at += 1;
                }
                Token::Number(value)
            }
            b'a'..=b'z' => {
                while let Some(b'a'..=b'z') = bytes.get(at) {
                    at += 1;
                }
                Token::Word(&self.text[start..at])
            }
            symbol => {
                at += 1;
                Token::Symbol(symbol)
            }
        };
        self.at = at;
        Some(token)
    }
}

pub(crate) fn primes(limit: u32) -> impl Iterator<Item = u32> {
    Primes {
        sieve: Vec::new(),
        n: 2,
        limit,
    }
}

struct Primes {
    /// The primes so far, each with its next multiple to strike out.
    sieve: Vec<(u32, u32)>,
    n: u32,
    limit: u32,
}

impl Primes {
    #[inline]
    fn is_prime(&mut self, n: u32) -> bool {
        for (prime, multiple) in &mut self.sieve {
            if *prime * *prime > n {
                break;
            }
            while *multiple < n {
                *multiple += *prime;
            }
            if *multiple == n {
                return false;
            }
        }
        true
    }
}

impl Iterator for Primes {
    type Item = u32;

    #[inline]
    fn next(&mut self) -> Option<u32> {
        while self.n < self.limit {
            let n = self.n;
            self.n += 1;
            if self.is_prime(n) {
                self.sieve.push((n, n * n));
                return Some(n);
            }
        }
        None
    }
}

pub(crate) fn search(grid: &[Row], needle: u32) -> impl Iterator<Item = u32> {
    Search {
        rows: grid.iter(),
        cells: [].iter().enumerate(),
        needle,
    }
}

struct Search<'a> {
    rows: Iter<'a, Row>,
    cells: Enumerate<Iter<'a, u32>>,
    needle: u32,
}

impl Iterator for Search<'_> {
    type Item = u32;

    #[inline]
    fn next(&mut self) -> Option<u32> {
        loop {
            for (column, &cell) in &mut self.cells {
                if cell == self.needle {
                    (self.rows, self.cells) = ([].iter(), [].iter().enumerate());
                    return None;
                }
                if cell % 8 == 3 {
                    return Some(column as u32);
                }
            }
            self.cells = self.rows.next()?.iter().enumerate();
        }
    }
}
