//! Blocks and expressions at work: adapters written with them, and what they capture.

use gen_core::gen_;
use std::collections::HashMap;

fn chain<A, B>(a: A, b: B) -> impl Iterator<Item = A::Item>
where
    A: IntoIterator,
    B: IntoIterator<Item = A::Item>,
{
    gen_!(move { yield_from!(a); yield_from!(b); })
}
fn merge<I: Iterator<Item = u32>, J: Iterator<Item = u32>>(
    mut a: std::iter::Peekable<I>,
    mut b: std::iter::Peekable<J>,
) -> impl Iterator<Item = u32> {
    gen_!(move {
        loop {
            match (a.peek(), b.peek()) {
                (Some(x), Some(y)) => if x <= y { yield a.next().unwrap() } else { yield b.next().unwrap() },
                (Some(_), None) => yield a.next().unwrap(),
                (None, Some(_)) => yield b.next().unwrap(),
                (None, None) => return,
            }
        }
    })
}
fn windows(items: &[u32], n: usize) -> impl Iterator<Item = &[u32]> {
    gen_!(move { let mut i = 0; while i + n <= items.len() { yield &items[i..i + n]; i += 1; } })
}
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> + '_ {
    gen_!(move (i, line.trim()) for (i, line) in text.lines().enumerate() if !line.trim().is_empty())
}
fn counter() -> impl FnMut() -> Option<u32> {
    let mut g = gen_! { let mut n = 0; loop { yield n; n += 1; } };
    move || g.next()
}

#[test]
fn blocks_as_adapters() {
    assert!(chain(vec![1], [2, 3]).eq([1, 2, 3]));
    assert!(merge([1, 4].into_iter().peekable(), [2, 3].into_iter().peekable()).eq([1, 2, 3, 4]));
    assert_eq!(windows(&[1, 2, 3], 2).count(), 2);
    assert_eq!(lines("a\n\n b").collect::<Vec<_>>(), [(0, "a"), (2, "b")]);
    let mut c = counter();
    c();
    assert_eq!(c(), Some(1));
}

#[test]
fn all_ways_to_capture() {
    let names = vec!["x".to_string()];
    let map: HashMap<&str, u32> = HashMap::from([("x", 1)]);
    let found: Vec<u32> = gen_!(map[name.as_str()] for name in &names).collect();
    assert_eq!(found, [1]);
    let opt = Some(String::from("s"));
    let g = gen_! { if let Some(s) = opt { yield s.len(); yield s.len(); } };
    assert_eq!(g.count(), 2);
    let add = |n: u32| move |x: u32| x + n;
    let fs = [add(1), add(2)];
    let r: Vec<u32> = gen_!(f(x) for f in fs.iter() for x in 0..2).collect();
    assert_eq!(r, [1, 2, 2, 3]);
    let mut log = Vec::new();
    {
        let mut g = gen_! { loop { log.push("t"); yield (); } };
        g.next();
        g.next();
    }
    assert_eq!(log.len(), 2);
    let s = String::from("abc");
    let g = gen_!(move { for c in s.chars().collect::<Vec<_>>() { yield c; } println!("{s}"); });
    assert_eq!(g.count(), 3);
}

#[test]
fn expressions_in_expressions() {
    let total: u32 = gen_!(x for x in [1u32, 2, 3])
        .chain(gen_!(x * 10 for x in 1..3u32))
        .sum();
    assert_eq!(total, 36);
    let primes: Vec<u32> =
        gen_!(n for n in 2..30 if gen_!(d for d in 2..n).all(|d| n % d != 0)).collect();
    assert_eq!(primes.len(), 10);
    let table: Vec<String> =
        gen_!(format!("{a}*{b}={}", a * b) for a in 1..3 for b in 1..3 if a <= b).collect();
    assert_eq!(table, ["1*1=1", "1*2=2", "2*2=4"]);
}
