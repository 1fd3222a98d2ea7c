//! The loops themselves, each item handed to a closure: what internal iteration can cost at best.
use crate::inputs::{Node, Row};
use crate::item::{Item, Pair, Token};

pub(crate) fn countdown(mut n: u32, mut sink: impl FnMut(u32)) {
    while n > 0 {
        sink(n);
        n -= 1;
    }
}

pub(crate) fn fibonacci(n: u32, mut sink: impl FnMut(u64)) {
    let (mut a, mut b) = (0u64, 1u64);
    for _ in 0..n {
        sink(a);
        (a, b) = (b, a.wrapping_add(b));
    }
}

pub(crate) fn nested(n: u32, mut sink: impl FnMut(u32)) {
    for i in 0..n {
        for j in 0..i {
            sink(i * j);
        }
    }
}

pub(crate) fn triples(limit: u32, mut sink: impl FnMut((u32, u32, u32))) {
    for c in 1..=limit {
        for b in 1..c {
            for a in 1..b {
                if a * a + b * b == c * c {
                    sink((a, b, c));
                }
            }
        }
    }
}

pub(crate) fn two_yields(n: usize, mut sink: impl FnMut(u64)) {
    let mut words = [1u64, 2, 3, 4];
    for i in 0..n {
        let (here, there) = (i % 4, (i + 1) % 4);
        sink(words[here]);
        words[there] ^= words[here].rotate_left(7).wrapping_add(i as u64);
        sink(words[there]);
    }
}

pub(crate) fn buffer(n: usize, mut sink: impl FnMut(u8)) {
    let mut bytes = [0u8; 4096];
    let mut at = 0;
    for i in 0..n {
        at = (at * 5 + 1237) % 4096;
        bytes[at] = bytes[at].wrapping_add(i as u8);
        sink(bytes[at] ^ bytes[at * 3 % 4096]);
    }
}

pub(crate) fn tree(root: &'static Node, mut sink: impl FnMut(&'static u32)) {
    let mut stack = Vec::new();
    let mut node = Some(root);
    loop {
        while let Some(parent) = node {
            stack.push(parent);
            node = parent.left.as_deref();
        }
        let Some(parent) = stack.pop() else { return };
        sink(&parent.value);
        node = parent.right.as_deref();
    }
}

pub(crate) fn tokens(text: &'static str, mut sink: impl FnMut(Token<'static>)) {
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
                sink(Token::Number(value));
            }
            b'a'..=b'z' => {
                while let Some(b'a'..=b'z') = bytes.get(at) {
                    at += 1;
                }
                sink(Token::Word(&text[start..at]));
            }
            symbol => {
                at += 1;
                sink(Token::Symbol(symbol));
            }
        }
    }
}

pub(crate) fn primes(limit: u32, mut sink: impl FnMut(u32)) {
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
        sink(n);
    }
}

pub(crate) fn pipeline(n: u64, mut sink: impl FnMut(u64)) {
    let mut last = 0;
    for i in 0..n {
        if i % 2 == 1 {
            sink(last + i * i);
            last = i * i;
        }
    }
}

pub(crate) fn search(grid: &[Row], needle: u32, mut sink: impl FnMut(u32)) {
    for row in grid {
        for (column, &cell) in row.iter().enumerate() {
            if cell == needle {
                return;
            }
            if cell % 8 == 3 {
                sink(column as u32);
            }
        }
    }
}

pub(crate) fn find(n: u32, mut sink: impl FnMut(Pair)) {
    for a in 0..n {
        for b in a + 1..n {
            let pair = Pair(a, b);
            if pair.stops() {
                return;
            }
            sink(pair);
        }
    }
}

pub(crate) fn strings(n: u32, mut sink: impl FnMut(String)) {
    let mut name = String::new();
    for i in 0..n {
        if name.len() == 24 {
            name.clear();
        }
        name.push(char::from(b'a' + (i % 26) as u8));
        sink(name.clone());
    }
}
