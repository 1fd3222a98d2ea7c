//! diapause: a state machine like ours, every local alive across a yield with its type and no reference among them.
use crate::inputs::{Node, Row};
use crate::item::{Pair, Token};
use std::iter::Enumerate;
use std::slice::Iter;

#[diapause::coroutine(yield = u32)]
pub(crate) fn countdown(mut n: u32) {
    while n > 0 {
        yield_!(n);
        n -= 1;
    }
}

#[diapause::coroutine(yield = u64)]
pub(crate) fn fibonacci(n: u32) {
    let mut a: u64 = 0;
    let mut b: u64 = 1;
    for _ in 0..n {
        yield_!(a);
        (a, b) = (b, a.wrapping_add(b));
    }
}

#[diapause::coroutine(yield = u32)]
pub(crate) fn nested(n: u32) {
    for i in 0..n {
        for j in 0..i {
            yield_!(i * j);
        }
    }
}

#[diapause::coroutine(yield = (u32, u32, u32))]
pub(crate) fn triples(limit: u32) {
    for c in 1..=limit {
        for b in 1..c {
            for a in 1..b {
                if a * a + b * b == c * c {
                    yield_!((a, b, c));
                }
            }
        }
    }
}

#[diapause::coroutine(yield = u64)]
pub(crate) fn two_yields(n: usize) {
    let mut words: [u64; 4] = [1, 2, 3, 4];
    for i in 0..n {
        let here: usize = i % 4;
        let there: usize = (i + 1) % 4;
        yield_!(words[here]);
        words[there] ^= words[here].rotate_left(7).wrapping_add(i as u64);
        yield_!(words[there]);
    }
}

#[diapause::coroutine(yield = u8)]
pub(crate) fn buffer(n: usize) {
    let mut bytes: [u8; 4096] = [0; 4096];
    let mut at: usize = 0;
    for i in 0..n {
        at = (at * 5 + 1237) % 4096;
        bytes[at] = bytes[at].wrapping_add(i as u8);
        yield_!(bytes[at] ^ bytes[at * 3 % 4096]);
    }
}

#[diapause::coroutine(yield = &'a u32)]
pub(crate) fn tree<'a>(root: &'a Node) {
    let mut stack: Vec<&'a Node> = Vec::new();
    let mut node: Option<&'a Node> = Some(root);
    loop {
        while let Some(parent) = node {
            stack.push(parent);
            node = parent.left.as_deref();
        }
        let Some(parent) = stack.pop() else { return };
        node = parent.right.as_deref();
        yield_!(&parent.value);
    }
}

#[diapause::coroutine(yield = Token<'a>)]
pub(crate) fn tokens<'a>(text: &'a str) {
    let mut at: usize = 0;
    while at < text.len() {
        let start = at;
        match text.as_bytes()[at] {
            b' ' => at += 1,
            b'0'..=b'9' => {
                let mut value = 0;
                while let Some(digit @ b'0'..=b'9') = text.as_bytes().get(at) {
                    value = value * 10 + u64::from(digit - b'0');
                    at += 1;
                }
                yield_!(Token::Number(value));
            }
            b'a'..=b'z' => {
                while let Some(b'a'..=b'z') = text.as_bytes().get(at) {
                    at += 1;
                }
                yield_!(Token::Word(&text[start..at]));
            }
            symbol => {
                at += 1;
                yield_!(Token::Symbol(symbol));
            }
        }
    }
}

#[diapause::coroutine(yield = u32)]
pub(crate) fn primes(limit: u32) {
    let mut sieve: Vec<(u32, u32)> = Vec::new();
    'numbers: for n in 2..limit {
        for (prime, multiple) in &mut sieve {
            if *prime * *prime > n {
                break;
            }
            while *multiple < n {
                *multiple += *prime;
            }
            if *multiple == n {
                continue 'numbers;
            }
        }
        sieve.push((n, n * n));
        yield_!(n);
    }
}

pub(crate) fn pipeline(n: u64) -> impl Iterator<Item = u64> {
    sums(squares(odds(numbers(n).into_iter()).into_iter()).into_iter()).into_iter()
}

#[diapause::coroutine(yield = u64)]
fn numbers(n: u64) {
    for i in 0..n {
        yield_!(i);
    }
}

#[diapause::coroutine(yield = u64)]
fn odds(input: impl Iterator<Item = u64>) {
    for item in input {
        if item % 2 == 1 {
            yield_!(item);
        }
    }
}

#[diapause::coroutine(yield = u64)]
fn squares(input: impl Iterator<Item = u64>) {
    for item in input {
        yield_!(item * item);
    }
}

#[diapause::coroutine(yield = u64)]
fn sums(input: impl Iterator<Item = u64>) {
    let mut last: u64 = 0;
    for item in input {
        yield_!(last + item);
        last = item;
    }
}

#[diapause::coroutine(yield = u32)]
pub(crate) fn search<'a>(grid: &'a [Row], needle: u32) {
    for row in grid {
        let cells: Enumerate<Iter<'a, u32>> = row.iter().enumerate();
        for (column, &cell) in cells {
            if cell == needle {
                return;
            }
            if cell % 8 == 3 {
                yield_!(column as u32);
            }
        }
    }
}

#[diapause::coroutine(yield = Pair)]
pub(crate) fn find(n: u32) {
    for a in 0..n {
        for b in a + 1..n {
            yield_!(Pair(a, b));
        }
    }
}

#[diapause::coroutine(yield = String)]
pub(crate) fn strings(n: u32) {
    let mut name: String = String::new();
    for i in 0..n {
        if name.len() == 24 {
            name.clear();
        }
        name.push(char::from(b'a' + (i % 26) as u8));
        yield_!(name.clone());
    }
}
