//! `#[generator]`: the bodies of `plain` with `yield_!` in place of the sink.
use crate::inputs::{Node, Row};
use crate::item::{Pair, Token};
use gen_core::generator;

#[generator]
pub(crate) fn countdown(mut n: u32) -> u32 {
    while n > 0 {
        yield_!(n);
        n -= 1;
    }
}

#[generator]
pub(crate) fn fibonacci(n: u32) -> u64 {
    let (mut a, mut b) = (0u64, 1u64);
    for _ in 0..n {
        yield_!(a);
        (a, b) = (b, a.wrapping_add(b));
    }
}

#[generator]
pub(crate) fn nested(n: u32) -> u32 {
    for i in 0..n {
        for j in 0..i {
            yield_!(i * j);
        }
    }
}

#[generator]
pub(crate) fn triples(limit: u32) -> (u32, u32, u32) {
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

#[generator]
pub(crate) fn two_yields(n: usize) -> u64 {
    let mut words = [1u64, 2, 3, 4];
    for i in 0..n {
        let (here, there) = (i % 4, (i + 1) % 4);
        yield_!(words[here]);
        words[there] ^= words[here].rotate_left(7).wrapping_add(i as u64);
        yield_!(words[there]);
    }
}

#[generator]
pub(crate) fn buffer(n: usize) -> u8 {
    let mut bytes = [0u8; 4096];
    let mut at = 0;
    for i in 0..n {
        at = (at * 5 + 1237) % 4096;
        bytes[at] = bytes[at].wrapping_add(i as u8);
        yield_!(bytes[at] ^ bytes[at * 3 % 4096]);
    }
}

#[generator]
pub(crate) fn tree(root: &Node) -> &u32 {
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

#[generator]
pub(crate) fn tokens(text: &str) -> Token<'_> {
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

#[generator]
pub(crate) fn primes(limit: u32) -> u32 {
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
    sums(squares(odds(numbers(n))))
}

#[generator]
fn numbers(n: u64) -> u64 {
    for i in 0..n {
        yield_!(i);
    }
}

#[generator]
fn odds(input: impl Iterator<Item = u64>) -> u64 {
    for item in input {
        if item % 2 == 1 {
            yield_!(item);
        }
    }
}

#[generator]
fn squares(input: impl Iterator<Item = u64>) -> u64 {
    for item in input {
        yield_!(item * item);
    }
}

#[generator]
fn sums(input: impl Iterator<Item = u64>) -> u64 {
    let mut last = 0;
    for item in input {
        yield_!(last + item);
        last = item;
    }
}

#[generator]
pub(crate) fn search(grid: &[Row], needle: u32) -> u32 {
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

#[generator]
pub(crate) fn find(n: u32) -> Pair {
    for a in 0..n {
        for b in a + 1..n {
            yield_!(Pair(a, b));
        }
    }
}

#[generator]
pub(crate) fn strings(n: u32) -> String {
    let mut name = String::new();
    for i in 0..n {
        if name.len() == 24 {
            name.clear();
        }
        name.push(char::from(b'a' + (i % 26) as u8));
        yield_!(name.clone());
    }
}
