//! Iterators that compute their items from numbers alone.
use crate::item::Pair;

pub(crate) fn countdown(n: u32) -> impl Iterator<Item = u32> {
    Countdown { n }
}

struct Countdown {
    n: u32,
}

impl Iterator for Countdown {
    type Item = u32;

    #[inline]
    fn next(&mut self) -> Option<u32> {
        let n = self.n;
        self.n = n.checked_sub(1)?;
        Some(n)
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.n as usize, Some(self.n as usize))
    }
}

pub(crate) fn fibonacci(n: u32) -> impl Iterator<Item = u64> {
    Fibonacci {
        left: n,
        a: 0,
        b: 1,
    }
}

struct Fibonacci {
    left: u32,
    a: u64,
    b: u64,
}

impl Iterator for Fibonacci {
    type Item = u64;

    #[inline]
    fn next(&mut self) -> Option<u64> {
        self.left = self.left.checked_sub(1)?;
        let a = self.a;
        (self.a, self.b) = (self.b, a.wrapping_add(self.b));
        Some(a)
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left as usize, Some(self.left as usize))
    }
}

pub(crate) fn nested(n: u32) -> impl Iterator<Item = u32> {
    Nested { n, i: 0, j: 0 }
}

struct Nested {
    n: u32,
    i: u32,
    j: u32,
}

impl Iterator for Nested {
    type Item = u32;

    #[inline]
    fn next(&mut self) -> Option<u32> {
        while self.i < self.n {
            if self.j < self.i {
                let item = self.i * self.j;
                self.j += 1;
                return Some(item);
            }
            self.i += 1;
            self.j = 0;
        }
        None
    }
}

pub(crate) fn triples(limit: u32) -> impl Iterator<Item = (u32, u32, u32)> {
    Triples {
        limit,
        a: 1,
        b: 1,
        c: 1,
    }
}

struct Triples {
    limit: u32,
    a: u32,
    b: u32,
    c: u32,
}

impl Iterator for Triples {
    type Item = (u32, u32, u32);

    #[inline]
    fn next(&mut self) -> Option<(u32, u32, u32)> {
        while self.c <= self.limit {
            while self.b < self.c {
                let (b, c) = (self.b, self.c);
                if let Some(a) = (self.a..b).find(|a| a * a + b * b == c * c) {
                    self.a = a + 1;
                    return Some((a, b, c));
                }
                self.b += 1;
                self.a = 1;
            }
            self.c += 1;
            self.b = 1;
        }
        None
    }
}

pub(crate) fn two_yields(n: usize) -> impl Iterator<Item = u64> {
    TwoYields {
        words: [1, 2, 3, 4],
        i: 0,
        n,
        second: false,
    }
}

struct TwoYields {
    words: [u64; 4],
    i: usize,
    n: usize,
    second: bool,
}

impl Iterator for TwoYields {
    type Item = u64;

    #[inline]
    fn next(&mut self) -> Option<u64> {
        let (here, there) = (self.i % 4, (self.i + 1) % 4);
        if self.second {
            self.second = false;
            self.words[there] ^= self.words[here].rotate_left(7).wrapping_add(self.i as u64);
            self.i += 1;
            return Some(self.words[there]);
        }
        self.second = self.i < self.n;
        self.second.then(|| self.words[here])
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = 2 * (self.n - self.i) - usize::from(self.second);
        (left, Some(left))
    }
}

pub(crate) fn buffer(n: usize) -> impl Iterator<Item = u8> {
    Buffer {
        bytes: [0; 4096],
        at: 0,
        i: 0,
        n,
    }
}

struct Buffer {
    bytes: [u8; 4096],
    at: usize,
    i: usize,
    n: usize,
}

impl Iterator for Buffer {
    type Item = u8;

    #[inline]
    fn next(&mut self) -> Option<u8> {
        if self.i == self.n {
            return None;
        }
        self.at = (self.at * 5 + 1237) % 4096;
        self.bytes[self.at] = self.bytes[self.at].wrapping_add(self.i as u8);
        self.i += 1;
        Some(self.bytes[self.at] ^ self.bytes[self.at * 3 % 4096])
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.n - self.i, Some(self.n - self.i))
    }
}

pub(crate) fn find(n: u32) -> impl Iterator<Item = Pair> {
    Pairs { n, a: 0, b: 1 }
}

struct Pairs {
    n: u32,
    a: u32,
    b: u32,
}

impl Iterator for Pairs {
    type Item = Pair;

    #[inline]
    fn next(&mut self) -> Option<Pair> {
        while self.a < self.n {
            if self.b < self.n {
                let pair = Pair(self.a, self.b);
                self.b += 1;
                return Some(pair);
            }
            self.a += 1;
            self.b = self.a + 1;
        }
        None
    }
}

pub(crate) fn strings(n: u32) -> impl Iterator<Item = String> {
    Strings {
        name: String::new(),
        i: 0,
        n,
    }
}

struct Strings {
    name: String,
    i: u32,
    n: u32,
}

impl Iterator for Strings {
    type Item = String;

    #[inline]
    fn next(&mut self) -> Option<String> {
        if self.i == self.n {
            return None;
        }
        if self.name.len() == 24 {
            self.name.clear();
        }
        self.name.push(char::from(b'a' + (self.i % 26) as u8));
        self.i += 1;
        Some(self.name.clone())
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = (self.n - self.i) as usize;
        (left, Some(left))
    }
}
