//! Sequences without an end: nothing is computed before it is asked for, so `take` decides how much there is.
//!
//! Run it with `cargo run --example infinite`. It prints
//!
//! ```text
//! naturals:   0 1 2 3 4 5 6 7 8 9
//! fibonacci:  0 1 1 2 3 5 8 13 21 34
//! even ones:  0 2 8 34 144 610 2584 10946
//! first fibonacci number above a million: 1346269
//! ```

use std::fmt::Display;

use gen_core::generator;

#[generator]
fn naturals() -> u64 {
    let mut n = 0;
    loop {
        yield_!(n);
        n += 1;
    }
}

#[generator]
fn fibonacci() -> u64 {
    let (mut a, mut b) = (0, 1);
    loop {
        yield_!(a);
        (a, b) = (b, a + b);
    }
}

/// The items with a space between them.
fn spaced(items: impl Iterator<Item = impl Display>) -> String {
    let texts: Vec<String> = items.map(|item| item.to_string()).collect();
    texts.join(" ")
}

fn main() {
    println!("naturals:   {}", spaced(naturals().take(10)));
    println!("fibonacci:  {}", spaced(fibonacci().take(10)));

    // A generator is an ordinary iterator: every adapter of the standard library works on it.
    let even = fibonacci().filter(|n| n % 2 == 0);
    println!("even ones:  {}", spaced(even.take(8)));

    let first = fibonacci().find(|&n| n > 1_000_000);
    if let Some(n) = first {
        println!("first fibonacci number above a million: {n}");
    }
}
