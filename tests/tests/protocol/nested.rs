//! `gen_!` inside generators: a closure like any other.

use gen_core::{gen_, generator};

#[generator]
fn inside(v: Vec<u32>, k: u32) -> u32 {
    let total: u32 = gen_!(x * k for x in v.iter()).sum();
    yield_!(total);
    let mut seen = 0;
    let block = gen_! {
        for x in 0..k {
            seen += x;
            yield x;
        }
    };
    let last = block.last();
    yield_!(seen);
    yield_from!(last);
    let added: Vec<u32> = gen_!(move x + k for x in v).collect();
    yield_from!(added);
}

#[test]
fn it_borrows_and_consumes_saved_locals() {
    let expected = [9, 3, 2, 4, 5];
    assert_eq!(inside(vec![1, 2], 3).collect::<Vec<_>>(), expected);
    let mut stepwise = Vec::new();
    for item in inside(vec![1, 2], 3) {
        stepwise.push(item);
    }
    assert_eq!(stepwise, expected);
}

#[generator]
fn delegating() -> u32 {
    yield_from!(gen_!(gen_!(move a * b for b in 0..a).sum::<u32>() for a in 1..4u32));
    let upto = |n: u32| gen_!(move i for i in 0..n);
    yield_from!(upto(2));
    yield_from!(gen_! { yield 7; yield_from!(gen_! { yield 8; }); });
    println!("{}", gen_!(x for x in 0..3).count());
}

#[test]
fn it_is_delegated_to() {
    assert!(delegating().eq([0, 2, 9, 0, 1, 7, 8]));
}

#[test]
fn in_a_condition_of_another() {
    let primes = gen_!(n for n in 2..20 if gen_!(d for d in 2..n).all(|d| n % d != 0));
    assert_eq!(primes.collect::<Vec<_>>(), [2, 3, 5, 7, 11, 13, 17, 19]);
}
