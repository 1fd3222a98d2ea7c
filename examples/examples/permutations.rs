//! All arrangements of some items, in dictionary order, each made from the one before.
//!
//! Run it with `cargo run --example permutations`. It prints
//!
//! ```text
//! [1, 2, 3]
//! [1, 3, 2]
//! [2, 1, 3]
//! [2, 3, 1]
//! [3, 1, 2]
//! [3, 2, 1]
//! noon -> nnoo nono noon onno onon oonn
//! 8 items: 40320 permutations
//! ```

use gen_core::generator;

#[generator]
fn permutations<T: Ord + Clone>(mut items: Vec<T>) -> Vec<T> {
    items.sort();
    loop {
        yield_!(items.clone());
        // The last place where a larger item follows: everything after it is already in falling order.
        let Some(i) = (1..items.len()).rev().find(|&i| items[i - 1] < items[i]) else {
            return;
        };
        let Some(j) = (i..items.len()).rev().find(|&j| items[i - 1] < items[j]) else {
            return;
        };
        items.swap(i - 1, j);
        items[i..].reverse();
    }
}

fn main() {
    for arrangement in permutations(vec![3, 1, 2]) {
        println!("{arrangement:?}");
    }

    // Equal items are not told apart.
    print!("noon ->");
    for letters in permutations("noon".chars().collect()) {
        print!(" {}", letters.iter().collect::<String>());
    }
    println!();

    println!(
        "8 items: {} permutations",
        permutations((0..8).collect()).count()
    );
}
