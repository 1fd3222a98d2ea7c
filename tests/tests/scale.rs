//! Large bodies, deep recursion, many generators, many items. What takes long is ignored; on demand:
//!
//! `cargo test --release -p gen-tests --test scale -- --ignored --nocapture`
//!
//! `scripts/scale.py` measures what the compiler needs for bodies of each size.
#![forbid(unsafe_code)]
#![recursion_limit = "256"]

use gen_core::generator;
use std::hint::black_box;
use std::time::Instant;

/// A function with its body repeated: a one and as many zeros as there are `x`.
macro_rules! repeated {
    ($(#[$meta:meta])* fn $name:ident($n:ident) [] { $($before:tt)* } { $($body:tt)* } { $($after:tt)* }) => {
        $(#[$meta])*
        #[generator]
        fn $name(mut $n: u32) -> u32 { $($before)* $($body)* $($after)* }
    };
    ($(#[$meta:meta])* fn $name:ident($n:ident) [x $($x:ident)*] $before:tt { $($b:tt)* } $after:tt) => {
        repeated! {
            $(#[$meta])* fn $name($n) [$($x)*] $before
            { $($b)* $($b)* $($b)* $($b)* $($b)* $($b)* $($b)* $($b)* $($b)* $($b)* }
            $after
        }
    };
}

repeated! {
    fn thousand_yields(n) [x x x] {} { yield_!(n); n += 1; } {}
}

repeated! {
    /// A shadowed value is alive to the end of its scope: 200 boxes and 200 places for them.
    fn two_hundred_locals(n) [x x]
    {}
    { let value = Box::new(n); n += 1; let other = Box::new(*value + n); assert!(*other >= n); }
    { yield_!(n); yield_!(*value + *other); }
}

/// Scope in scope, each with a value that is alive at the yield.
macro_rules! hundred_scopes {
    ($n:ident [] { $($body:tt)* }) => {
        #[generator]
        fn hundred_scopes($n: u32) -> u32 { $($body)* }
    };
    ($n:ident [x $($x:ident)*] { $($body:tt)* }) => {
        hundred_scopes! { $n [$($x)*] { { let value = Box::new($n); $($body)* assert_eq!($n, *value); } } }
    };
}

hundred_scopes! {
    n [
        x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x
        x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x
    ] { yield_!(n); }
}

#[test]
fn large_bodies_run() {
    assert!(thousand_yields(5).eq(5..1005));
    assert_eq!(thousand_yields(0).sum::<u32>(), 499_500);
    assert!(two_hundred_locals(0).eq([100, 99 + 99 + 100]));
    assert!(hundred_scopes(1).eq([1]));
}

#[generator]
fn numbers(from: u64, mut count: u64) -> u64 {
    let mut n = from;
    while count > 0 {
        yield_!(n);
        n += 1;
        count -= 1;
    }
}

/// Each of them owns something, and all of them are suspended at the same time.
#[test]
fn ten_thousand_generators_at_once() {
    #[generator]
    fn owner(name: String, times: usize) -> String {
        for k in 0..times {
            yield_!(format!("{name}.{k}"));
        }
    }
    let count = if cfg!(miri) { 50 } else { 10_000 };
    let mut all: Vec<_> = (0..count).map(|i| owner(i.to_string(), 3)).collect();
    for k in 0..3 {
        for (i, generator) in all.iter_mut().enumerate() {
            assert_eq!(generator.next(), Some(format!("{i}.{k}")));
        }
    }
    assert!(all.iter_mut().all(|generator| generator.next().is_none()));
}

/// Each level waits for the next one with a value of its own.
#[generator(recursive)]
fn down(depth: u32) -> u32 {
    let owned = Box::new(depth);
    if depth > 0 {
        yield_from!(down(depth - 1));
    }
    yield_!(*owned);
}

#[test]
fn a_hundred_thousand_levels() {
    let depth = if cfg!(miri) { 100 } else { 100_000 };
    assert!(down(depth).eq(0..=depth));
    let mut suspended = down(depth);
    assert_eq!(suspended.next(), Some(0));
    // All levels are alive; dropping them must not recurse, either.
    drop(suspended);
}

#[test]
#[ignore = "takes seconds, and that only in a release build"]
fn a_thousand_million_items() {
    const ITEMS: u64 = 1_000_000_000;
    let start = Instant::now();
    let mut generator = numbers(black_box(1), black_box(ITEMS));
    let mut sum = 0_u64;
    // As a trait object, so that the loop is not computed away.
    let items: &mut dyn Iterator<Item = u64> = black_box(&mut generator);
    for item in items {
        sum += item;
    }
    assert_eq!(sum, ITEMS / 2 * (ITEMS + 1));
    println!("10^9 items by next(): {:.1?}", start.elapsed());

    let start = Instant::now();
    let last = numbers(black_box(1), black_box(ITEMS)).fold(0, |_, n| black_box(n));
    assert_eq!(last, ITEMS);
    println!("10^9 items by fold(): {:.1?}", start.elapsed());
}
