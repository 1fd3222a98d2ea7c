//! What one would write with the adapters of `std`.
//!
//! Left out, since no adapter chain is natural for them: two_yields, buffer, tree, tokens and primes.
use crate::inputs::Row;
use crate::item::Pair;
use std::iter::successors;

pub(crate) fn countdown(n: u32) -> impl Iterator<Item = u32> {
    (1..=n).rev()
}

pub(crate) fn fibonacci(n: u32) -> impl Iterator<Item = u64> {
    successors(Some((0u64, 1u64)), |&(a, b)| Some((b, a.wrapping_add(b))))
        .map(|(a, _)| a)
        .take(n as usize)
}

pub(crate) fn nested(n: u32) -> impl Iterator<Item = u32> {
    (0..n).flat_map(|i| (0..i).map(move |j| i * j))
}

pub(crate) fn triples(limit: u32) -> impl Iterator<Item = (u32, u32, u32)> {
    let pairs = (1..=limit).flat_map(|c| (1..c).map(move |b| (b, c)));
    pairs.flat_map(|(b, c)| {
        (1..b)
            .filter(move |a| a * a + b * b == c * c)
            .map(move |a| (a, b, c))
    })
}

pub(crate) fn pipeline(n: u64) -> impl Iterator<Item = u64> {
    (0..n)
        .filter(|i| i % 2 == 1)
        .map(|i| i * i)
        .scan(0, |last, item| Some(std::mem::replace(last, item) + item))
}

pub(crate) fn search(grid: &[Row], needle: u32) -> impl Iterator<Item = u32> {
    let cells = grid
        .iter()
        .flat_map(|row| row.iter().enumerate())
        .take_while(move |&(_, &cell)| cell != needle);
    cells
        .filter(|&(_, &cell)| cell % 8 == 3)
        .map(|(column, _)| column as u32)
}

pub(crate) fn find(n: u32) -> impl Iterator<Item = Pair> {
    (0..n).flat_map(move |a| (a + 1..n).map(move |b| Pair(a, b)))
}

pub(crate) fn strings(n: u32) -> impl Iterator<Item = String> {
    (0..n).scan(String::new(), |name, i| {
        if name.len() == 24 {
            name.clear();
        }
        name.push(char::from(b'a' + (i % 26) as u8));
        Some(name.clone())
    })
}
