//! All the prime numbers, by a sieve that grows while it is used.
//!
//! Run it with `cargo run --example primes`. It prints
//!
//! ```text
//! 2 3 5 7 11 13 17 19 23 29 31 37 41 43 47 53 59 61 67 71
//! twins below 100: (3, 5) (5, 7) (11, 13) (17, 19) (29, 31) (41, 43) (59, 61) (71, 73)
//! the 1000th: 7919
//! ```

use std::collections::HashMap;

use gen_core::generator;

/// For each composite number not far ahead, the primes that divide it: when the count gets there,
/// each of them moves on to its next multiple.
#[generator]
fn primes() -> u64 {
    let mut composites = HashMap::new();
    for n in 2.. {
        match composites.remove(&n) {
            None => {
                yield_!(n);
                composites.insert(n * n, vec![n]);
            }
            Some(factors) => {
                for prime in factors {
                    composites.entry(n + prime).or_default().push(prime);
                }
            }
        }
    }
}

/// Neighbours that differ by two.
#[generator]
fn twins(primes: impl Iterator<Item = u64>) -> (u64, u64) {
    let mut last = None;
    for prime in primes {
        if let Some(last) = last
            && prime - last == 2
        {
            yield_!((last, prime));
        }
        last = Some(prime);
    }
}

fn main() {
    let first: Vec<String> = primes().take(20).map(|p| p.to_string()).collect();
    println!("{}", first.join(" "));

    print!("twins below 100:");
    for (a, b) in twins(primes().take_while(|&p| p < 100)) {
        print!(" ({a}, {b})");
    }
    println!();

    if let Some(prime) = primes().nth(999) {
        println!("the 1000th: {prime}");
    }
}
