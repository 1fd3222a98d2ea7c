//! The cost of an item in dependence of the depth it comes from: `#[generator(recursive)]` beside a box per level.
//!
//! `cargo run --release -p gen-benches --bin recursion`

use gen_core::generator;
use std::hint::black_box;
use std::time::Instant;

/// Counts from `depth` levels down: each level delegates to the next, the innermost one yields `items` items.
#[generator(recursive)]
fn stacked(depth: u32, items: u32) -> u32 {
    if depth == 0 {
        for item in 0..items {
            yield_!(item);
        }
    } else {
        yield_from!(stacked(depth - 1, items));
    }
}

/// The same with a box per level.
#[generator]
fn boxed(depth: u32, items: u32) -> Box<dyn Iterator<Item = u32>> {
    if depth == 0 {
        for item in 0..items {
            yield_!(item);
        }
    } else {
        yield_from!(boxed(depth - 1, items));
    }
}

/// The time of an item in nanoseconds, the best of some runs; neither the way down to the first item nor the end is counted.
fn item_time(mut generator: impl FnMut() -> Box<dyn Iterator<Item = u32>>, items: u32) -> f64 {
    let runs = (0..9).map(|_| {
        let mut items_left = generator();
        assert_eq!(items_left.next(), Some(0));
        let start = Instant::now();
        let last = items_left.by_ref().take(items as usize - 1).last();
        let elapsed = start.elapsed();
        assert_eq!(last, Some(items - 1));
        elapsed.as_nanos() as f64 / f64::from(items - 1)
    });
    runs.fold(f64::INFINITY, f64::min)
}

fn main() {
    println!("| depth | recursive, ns an item | boxed, ns an item |\n| --: | --: | --: |");
    for (depth, items, boxed_too) in [
        (1, 200_000, true),
        (10, 200_000, true),
        (1_000, 20_000, true),
        (100_000, 20_000, false),
    ] {
        let stack = item_time(
            || Box::new(stacked(black_box(depth), black_box(items))),
            items,
        );
        // A box per level recurses on the machine's stack, which does not reach that far.
        let boxes =
            boxed_too.then(|| item_time(|| boxed(black_box(depth), black_box(items)), items));
        let boxes = boxes.map_or("stack overflow".to_string(), |time| format!("{time:.1}"));
        println!("| {depth} | {stack:.1} | {boxes} |");
    }
}
