//! next-gen: an `async fn` polled in place, pinned to the stack by `mk_gen!`.
use crate::inputs::{Node, Row};
use crate::item::{Pair, Token};
use next_gen::prelude::*;

#[generator(yield(u32))]
pub(crate) fn countdown(mut n: u32) {
    while n > 0 {
        yield_!(n);
        n -= 1;
    }
}

#[generator(yield(u64))]
pub(crate) fn fibonacci(n: u32) {
    let (mut a, mut b) = (0u64, 1u64);
    for _ in 0..n {
        yield_!(a);
        (a, b) = (b, a.wrapping_add(b));
    }
}

#[generator(yield(u32))]
pub(crate) fn nested(n: u32) {
    for i in 0..n {
        for j in 0..i {
            yield_!(i * j);
        }
    }
}

#[generator(yield((u32, u32, u32)))]
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

#[generator(yield(u64))]
pub(crate) fn two_yields(n: usize) {
    let mut words = [1u64, 2, 3, 4];
    for i in 0..n {
        let (here, there) = (i % 4, (i + 1) % 4);
        yield_!(words[here]);
        words[there] ^= words[here].rotate_left(7).wrapping_add(i as u64);
        yield_!(words[there]);
    }
}

#[generator(yield(u8))]
pub(crate) fn buffer(n: usize) {
    let mut bytes = [0u8; 4096];
    let mut at = 0;
    for i in 0..n {
        at = (at * 5 + 1237) % 4096;
        bytes[at] = bytes[at].wrapping_add(i as u8);
        yield_!(bytes[at] ^ bytes[at * 3 % 4096]);
    }
}

#[generator(yield(&'a u32))]
pub(crate) fn tree<'a>(root: &'a Node) {
    let mut stack = Vec::new();
    let mut node = Some(root);
    loop {
        while let Some(parent) = node {
            stack.push(parent);
            node = parent.left.as_deref();
        }
        let Some(parent) = stack.pop() else { return };
        yield_!(&parent.value);
        node = parent.right.as_deref();
    }
}

#[generator(yield(Token<'a>))]
pub(crate) fn tokens<'a>(text: &'a str) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        match bytes[at] {
            b' ' => at += 1,
            b'0'..=b'9' => {
                let mut value = 0;
                while let Some(digit @ b'0'..=b'9') = bytes.get(at) {
                    value = value * 10 + u64::from(digit - b'0');
                    at += 1;
                }
                yield_!(Token::Number(value));
            }
            b'a'..=b'z' => {
                while let Some(b'a'..=b'z') = bytes.get(at) {
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

#[generator(yield(u32))]
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

#[generator(yield(u64))]
pub(crate) fn pipeline(n: u64) {
    mk_gen!(let input = squares(n));
    let mut last = 0;
    for item in input {
        yield_!(last + item);
        last = item;
    }
}

#[generator(yield(u64))]
fn squares(n: u64) {
    mk_gen!(let input = odds(n));
    for item in input {
        yield_!(item * item);
    }
}

#[generator(yield(u64))]
fn odds(n: u64) {
    mk_gen!(let input = numbers(n));
    for item in input {
        if item % 2 == 1 {
            yield_!(item);
        }
    }
}

#[generator(yield(u64))]
fn numbers(n: u64) {
    for i in 0..n {
        yield_!(i);
    }
}

#[generator(yield(u32))]
pub(crate) fn search(grid: &[Row], needle: u32) {
    for row in grid {
        for (column, &cell) in row.iter().enumerate() {
            if cell == needle {
                return;
            }
            if cell % 8 == 3 {
                yield_!(column as u32);
            }
        }
    }
}

#[generator(yield(Pair))]
pub(crate) fn find(n: u32) {
    for a in 0..n {
        for b in a + 1..n {
            yield_!(Pair(a, b));
        }
    }
}

#[generator(yield(String))]
pub(crate) fn strings(n: u32) {
    let mut name = String::new();
    for i in 0..n {
        if name.len() == 24 {
            name.clear();
        }
        name.push(char::from(b'a' + (i % 26) as u8));
        yield_!(name.clone());
    }
}
