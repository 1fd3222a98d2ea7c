//! corosensei: the plain loop on a stack of its own.
use crate::inputs::{Node, Row};
use crate::item::{Pair, Token};
use corosensei::{Coroutine, CoroutineResult, Yielder};

/// A coroutine seen as an iterator, which the crate leaves to its users.
pub(crate) struct Stackful<T>(Coroutine<(), T, ()>);

impl<T: 'static> Stackful<T> {
    fn new(body: impl FnOnce(&Yielder<(), T>) + 'static) -> Self {
        Self(Coroutine::new(move |co, ()| body(co)))
    }
}

impl<T> Iterator for Stackful<T> {
    type Item = T;

    #[inline]
    fn next(&mut self) -> Option<T> {
        if self.0.done() {
            return None;
        }
        match self.0.resume(()) {
            CoroutineResult::Yield(item) => Some(item),
            CoroutineResult::Return(()) => None,
        }
    }
}

pub(crate) fn countdown(mut n: u32) -> Stackful<u32> {
    Stackful::new(move |co| {
        while n > 0 {
            co.suspend(n);
            n -= 1;
        }
    })
}

pub(crate) fn fibonacci(n: u32) -> Stackful<u64> {
    Stackful::new(move |co| {
        let (mut a, mut b) = (0u64, 1u64);
        for _ in 0..n {
            co.suspend(a);
            (a, b) = (b, a.wrapping_add(b));
        }
    })
}

pub(crate) fn nested(n: u32) -> Stackful<u32> {
    Stackful::new(move |co| {
        for i in 0..n {
            for j in 0..i {
                co.suspend(i * j);
            }
        }
    })
}

pub(crate) fn triples(limit: u32) -> Stackful<(u32, u32, u32)> {
    Stackful::new(move |co| {
        for c in 1..=limit {
            for b in 1..c {
                for a in 1..b {
                    if a * a + b * b == c * c {
                        co.suspend((a, b, c));
                    }
                }
            }
        }
    })
}

pub(crate) fn two_yields(n: usize) -> Stackful<u64> {
    Stackful::new(move |co| {
        let mut words = [1u64, 2, 3, 4];
        for i in 0..n {
            let (here, there) = (i % 4, (i + 1) % 4);
            co.suspend(words[here]);
            words[there] ^= words[here].rotate_left(7).wrapping_add(i as u64);
            co.suspend(words[there]);
        }
    })
}

pub(crate) fn buffer(n: usize) -> Stackful<u8> {
    Stackful::new(move |co| {
        let mut bytes = [0u8; 4096];
        let mut at = 0;
        for i in 0..n {
            at = (at * 5 + 1237) % 4096;
            bytes[at] = bytes[at].wrapping_add(i as u8);
            co.suspend(bytes[at] ^ bytes[at * 3 % 4096]);
        }
    })
}

pub(crate) fn tree(root: &'static Node) -> Stackful<&'static u32> {
    Stackful::new(move |co| {
        let mut stack = Vec::new();
        let mut node = Some(root);
        loop {
            while let Some(parent) = node {
                stack.push(parent);
                node = parent.left.as_deref();
            }
            let Some(parent) = stack.pop() else { return };
            co.suspend(&parent.value);
            node = parent.right.as_deref();
        }
    })
}

pub(crate) fn tokens(text: &'static str) -> Stackful<Token<'static>> {
    Stackful::new(move |co| {
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
                    co.suspend(Token::Number(value));
                }
                b'a'..=b'z' => {
                    while let Some(b'a'..=b'z') = bytes.get(at) {
                        at += 1;
                    }
                    co.suspend(Token::Word(&text[start..at]));
                }
                symbol => {
                    at += 1;
                    co.suspend(Token::Symbol(symbol));
                }
            }
        }
    })
}

pub(crate) fn primes(limit: u32) -> Stackful<u32> {
    Stackful::new(move |co| {
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
            co.suspend(n);
        }
    })
}

pub(crate) fn pipeline(n: u64) -> impl Iterator<Item = u64> {
    sums(squares(odds(numbers(n))))
}

fn numbers(n: u64) -> Stackful<u64> {
    Stackful::new(move |co| {
        for i in 0..n {
            co.suspend(i);
        }
    })
}

fn odds(input: impl Iterator<Item = u64> + 'static) -> Stackful<u64> {
    Stackful::new(move |co| {
        for item in input {
            if item % 2 == 1 {
                co.suspend(item);
            }
        }
    })
}

fn squares(input: impl Iterator<Item = u64> + 'static) -> Stackful<u64> {
    Stackful::new(move |co| {
        for item in input {
            co.suspend(item * item);
        }
    })
}

fn sums(input: impl Iterator<Item = u64> + 'static) -> Stackful<u64> {
    Stackful::new(move |co| {
        let mut last = 0;
        for item in input {
            co.suspend(last + item);
            last = item;
        }
    })
}

pub(crate) fn search(grid: &'static [Row], needle: u32) -> Stackful<u32> {
    Stackful::new(move |co| {
        for row in grid {
            for (column, &cell) in row.iter().enumerate() {
                if cell == needle {
                    return;
                }
                if cell % 8 == 3 {
                    co.suspend(column as u32);
                }
            }
        }
    })
}

pub(crate) fn find(n: u32) -> Stackful<Pair> {
    Stackful::new(move |co| {
        for a in 0..n {
            for b in a + 1..n {
                co.suspend(Pair(a, b));
            }
        }
    })
}

pub(crate) fn strings(n: u32) -> Stackful<String> {
    Stackful::new(move |co| {
        let mut name = String::new();
        for i in 0..n {
            if name.len() == 24 {
                name.clear();
            }
            name.push(char::from(b'a' + (i % 26) as u8));
            co.suspend(name.clone());
        }
    })
}
