//! `+ Clone`: copies of a suspended generator go on independently.

use gen_core::GeneratorState::{Complete, Yielded};
use gen_core::{Generator, generator};

#[generator]
fn permutations(mut items: Vec<u8>) -> impl Iterator<Item = Vec<u8>> + Clone {
    let mut directions = vec![0; items.len()];
    yield_!(items.clone());
    let mut at = 0;
    while at < items.len() {
        if directions[at] < at {
            let other = if at % 2 == 0 { 0 } else { directions[at] };
            items.swap(other, at);
            yield_!(items.clone());
            directions[at] += 1;
            at = 0;
        } else {
            directions[at] = 0;
            at += 1;
        }
    }
}

#[test]
fn both_copies_continue_on_their_own() {
    let mut g = permutations(vec![1, 2, 3]);
    assert_eq!(g.nth(1), Some(vec![2, 1, 3]));
    let copy = g.clone();
    let rest: Vec<_> = g.collect();
    assert_eq!(rest.len(), 4);
    assert_eq!(copy.collect::<Vec<_>>(), rest);
    assert_eq!(permutations(vec![1, 2]).cycle().take(5).count(), 5);
}

#[generator]
fn summing() -> impl Generator<u32, Yield = u32, Return = u32> + Clone {
    let mut sum = 0;
    while sum < 10 {
        sum += yield_!(sum);
    }
    sum
}

#[test]
fn a_suspended_full_generator_is_copied() {
    let mut g = summing();
    g.start();
    g.send(4);
    let mut copy = g.clone();
    assert_eq!(g.send(6), Complete(10));
    assert_eq!(copy.send(1), Yielded(5));
    assert_eq!(copy.send(9), Complete(14));
}

#[generator]
fn delegating(words: &'static [&'static str]) -> impl Iterator<Item = char> + Clone {
    for word in words {
        yield_from!(word.chars());
    }
}

#[test]
fn a_delegating_generator_is_copied() {
    let mut g = delegating(&["ab", "c"]);
    g.next();
    assert_eq!(g.clone().collect::<String>(), "bc");
    assert_eq!(g.collect::<String>(), "bc");
}

#[generator(recursive)]
fn down(n: u32) -> impl Iterator<Item = u32> + Clone {
    if n > 0 {
        yield_!(n);
        yield_from!(down(n - 1));
        yield_!(n);
    }
}

#[test]
fn a_recursive_generator_is_copied_with_its_stack() {
    let mut g = down(3);
    assert_eq!(g.nth(2), Some(1));
    assert!(g.clone().eq([1, 2, 3]));
    assert!(g.eq([1, 2, 3]));
}

#[test]
fn generators_move_freely_and_go_to_other_threads() {
    fn assert<T: Send + Sync + Unpin>(_: &T) {}
    assert(&summing());
    assert(&down(1));
    assert(&permutations(vec![]));
    assert(&gen_core::gen_! { yield 1; });
    let mut g = summing();
    g.start();
    let sent = std::thread::spawn(move || g.send(3)).join().unwrap();
    assert_eq!(sent, Yielded(3));
}
