//! Generator expressions: a lazy sequence in one line, as in Python.
//!
//! Run it with `cargo run --example expressions`. It prints
//!
//! ```text
//! [0, 1, 4, 9, 16, 25, 36, 49, 64, 81]
//! [(3, 4, 5), (6, 8, 10), (5, 12, 13), (9, 12, 15), (8, 15, 17), (12, 16, 20)]
//! ["RAIN", "SPAIN", "STAYS", "MAINLY", "PLAIN"]
//! sum of the odd cubes below 1000: 1225
//! checked 0, 1, 2, 3, 4: two multiples of four
//! ```

use gen_core::gen_;

fn main() {
    // Python: (x**2 for x in range(10))
    let squares = gen_!(x * x for x in 0..10);
    println!("{:?}", squares.collect::<Vec<_>>());

    // Several `for`s nest from left to right, and a later one may use what an earlier one bound.
    let triples =
        gen_!((a, b, c) for c in 1..=20 for b in 1..c for a in 1..b if a * a + b * b == c * c);
    println!("{:?}", triples.collect::<Vec<_>>());

    // Anything in scope can be used, as in a closure.
    let text = "the rain in spain\nstays mainly in the plain";
    let shortest = 4;
    let words = gen_!(
        word.to_uppercase()
        for line in text.lines()
        for word in line.split(' ')
        if word.len() >= shortest
    );
    println!("{:?}", words.collect::<Vec<_>>());

    // An argument like any other.
    println!(
        "sum of the odd cubes below 1000: {}",
        total(gen_!(n * n * n for n in 0..10 if n % 2 == 1))
    );

    // Lazy: only what is asked for is computed, even when there is no end.
    let fours = gen_!(n for n in 0.. if multiple_of_four(n));
    print!("checked");
    fours.take(2).for_each(drop);
    println!(" two multiples of four");
}

fn total(numbers: impl Iterator<Item = u32>) -> u32 {
    numbers.sum()
}

fn multiple_of_four(n: u32) -> bool {
    print!(" {n}{}", if n < 4 { "," } else { ":" });
    n.is_multiple_of(4)
}
