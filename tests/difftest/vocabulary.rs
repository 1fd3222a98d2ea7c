//! The types and functions that test bodies are written with. Each call that can be seen to happen is an
//! operation (see [`op`]), so that a panic can be put there.

use crate::trace::dropped;
pub use crate::trace::{log, op};
use std::fmt;
use std::ops::{Deref, DerefMut};

/// A numbered value that logs its drop. It owns an allocation, so that one that is lost shows on the heap, too.
pub struct N {
    number: Number,
    _owned: Option<Box<i32>>,
}

/// What an [`N`] derefs to, so that its number is `.0`.
pub struct Number(pub i32);

/// Makes a value that is there before the body runs: not an operation.
#[allow(non_snake_case, reason = "it reads as a tuple struct in the bodies")]
pub fn N(k: i32) -> N {
    N {
        number: Number(k),
        _owned: Some(Box::new(k)),
    }
}

/// The same in a constant, which is never dropped.
pub const fn constant(k: i32) -> N {
    N {
        number: Number(k),
        _owned: None,
    }
}

impl fmt::Debug for N {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("N").field(&self.0).finish()
    }
}

impl Deref for N {
    type Target = Number;
    fn deref(&self) -> &Number {
        &self.number
    }
}

impl DerefMut for N {
    fn deref_mut(&mut self) -> &mut Number {
        &mut self.number
    }
}

impl Drop for N {
    fn drop(&mut self) {
        dropped(format!("-{}", self.0));
    }
}

impl N {
    /// Takes `self` by value: operands of a method call may be suspended over it.
    pub fn plus(mut self, k: i32) -> Self {
        self.0 += op(k);
        self
    }
}

/// Two fields of different kind, without a `Drop` of its own: it can be taken apart.
#[derive(Debug)]
pub struct Duo {
    pub left: N,
    pub right: i32,
}

/// An enum whose variants own one value, a number and a value, or nothing.
#[derive(Debug)]
pub enum Shape {
    One(N),
    Two(i32, N),
    Zero,
}

/// Counts from zero; its own drop shows when a `for` loop gives its iterator up.
#[derive(Debug)]
pub struct Count {
    _tag: N,
    range: std::ops::Range<i32>,
}

impl Iterator for Count {
    type Item = i32;
    fn next(&mut self) -> Option<i32> {
        self.range.next().map(op)
    }
}

pub fn count(tag: N, end: i32) -> Count {
    Count {
        _tag: tag,
        range: 0..op(end),
    }
}

/// Makes a value, visibly.
pub fn n(k: i32) -> N {
    let k = op(k);
    log(format!("+{k}"));
    N(k)
}

/// Looks at a value.
pub fn num(value: &N) -> i32 {
    op(value.0)
}

/// Drops a value for its number.
pub fn eat(value: N) -> i32 {
    op(value.0)
}

pub fn note(k: i32) {
    log(format!("={}", op(k)));
}

pub fn word(k: i32) -> String {
    format!("w{}", op(k))
}

/// Takes what is there, else the other; what is not taken is dropped.
pub fn pick(first: Option<N>, second: N) -> N {
    op(0);
    first.unwrap_or(second)
}

pub fn add(a: i32, b: i32) -> i32 {
    op(a) + b
}

pub fn duo(left: N, right: i32) -> Duo {
    op(right);
    Duo { left, right }
}
