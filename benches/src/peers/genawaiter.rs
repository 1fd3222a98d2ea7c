//! genawaiter, in its fastest form (`stack`): an `async fn` polled in place, pinned by `let_gen_using!`.
use crate::inputs::{Node, Row};
use crate::item::{Pair, Token};
use genawaiter::stack::{Co, let_gen_using};

pub(crate) async fn countdown(co: Co<'_, u32>, mut n: u32) {
    while n > 0 {
        co.yield_(n).await;
        n -= 1;
    }
}

pub(crate) async fn fibonacci(co: Co<'_, u64>, n: u32) {
    let (mut a, mut b) = (0u64, 1u64);
    for _ in 0..n {
        co.yield_(a).await;
        (a, b) = (b, a.wrapping_add(b));
    }
}

pub(crate) async fn nested(co: Co<'_, u32>, n: u32) {
    for i in 0..n {
        for j in 0..i {
            co.yield_(i * j).await;
        }
    }
}

pub(crate) async fn triples(co: Co<'_, (u32, u32, u32)>, limit: u32) {
    for c in 1..=limit {
        for b in 1..c {
            for a in 1..b {
                if a * a + b * b == c * c {
                    co.yield_((a, b, c)).await;
                }
            }
        }
    }
}

pub(crate) async fn two_yields(co: Co<'_, u64>, n: usize) {
    let mut words = [1u64, 2, 3, 4];
    for i in 0..n {
        let (here, there) = (i % 4, (i + 1) % 4);
        co.yield_(words[here]).await;
        words[there] ^= words[here].rotate_left(7).wrapping_add(i as u64);
        co.yield_(words[there]).await;
    }
}

pub(crate) async fn buffer(co: Co<'_, u8>, n: usize) {
    let mut bytes = [0u8; 4096];
    let mut at = 0;
    for i in 0..n {
        at = (at * 5 + 1237) % 4096;
        bytes[at] = bytes[at].wrapping_add(i as u8);
        co.yield_(bytes[at] ^ bytes[at * 3 % 4096]).await;
    }
}

pub(crate) async fn tree<'a>(co: Co<'_, &'a u32>, root: &'a Node) {
    let mut stack = Vec::new();
    let mut node = Some(root);
    loop {
        while let Some(parent) = node {
            stack.push(parent);
            node = parent.left.as_deref();
        }
        let Some(parent) = stack.pop() else { return };
        co.yield_(&parent.value).await;
        node = parent.right.as_deref();
    }
}

pub(crate) async fn tokens<'a>(co: Co<'_, Token<'a>>, text: &'a str) {
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
                co.yield_(Token::Number(value)).await;
            }
            b'a'..=b'z' => {
                while let Some(b'a'..=b'z') = bytes.get(at) {
                    at += 1;
                }
                co.yield_(Token::Word(&text[start..at])).await;
            }
            symbol => {
                at += 1;
                co.yield_(Token::Symbol(symbol)).await;
            }
        }
    }
}

pub(crate) async fn primes(co: Co<'_, u32>, limit: u32) {
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
        co.yield_(n).await;
    }
}

pub(crate) async fn pipeline(co: Co<'_, u64>, n: u64) {
    let_gen_using!(input, |co| squares(co, n));
    let mut last = 0;
    for item in input {
        co.yield_(last + item).await;
        last = item;
    }
}

async fn squares(co: Co<'_, u64>, n: u64) {
    let_gen_using!(input, |co| odds(co, n));
    for item in input {
        co.yield_(item * item).await;
    }
}

async fn odds(co: Co<'_, u64>, n: u64) {
    let_gen_using!(input, |co| numbers(co, n));
    for item in input {
        if item % 2 == 1 {
            co.yield_(item).await;
        }
    }
}

async fn numbers(co: Co<'_, u64>, n: u64) {
    for i in 0..n {
        co.yield_(i).await;
    }
}

pub(crate) async fn search(co: Co<'_, u32>, grid: &[Row], needle: u32) {
    for row in grid {
        for (column, &cell) in row.iter().enumerate() {
            if cell == needle {
                return;
            }
            if cell % 8 == 3 {
                co.yield_(column as u32).await;
            }
        }
    }
}

pub(crate) async fn find(co: Co<'_, Pair>, n: u32) {
    for a in 0..n {
        for b in a + 1..n {
            co.yield_(Pair(a, b)).await;
        }
    }
}

pub(crate) async fn strings(co: Co<'_, String>, n: u32) {
    let mut name = String::new();
    for i in 0..n {
        if name.len() == 24 {
            name.clear();
        }
        name.push(char::from(b'a' + (i % 26) as u8));
        co.yield_(name.clone()).await;
    }
}
