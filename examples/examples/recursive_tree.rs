//! A generator that delegates to itself, written as in Python, at any depth.
//!
//! With `#[generator(recursive)]` the frames of all levels lie on one growable stack: no box per level,
//! and an item costs the same however deep it is found.
//!
//! Run it with `cargo run --example recursive_tree`. It prints
//!
//! ```text
//! 1 2 3 4 5 6 7
//! 7 6 5 4 3 2 1
//! a chain 1000000 deep: sum 500000500000
//! ```

use std::mem;

use gen_core::generator;

#[derive(Default)]
enum Tree {
    #[default]
    Leaf,
    Node(Box<Tree>, u64, Box<Tree>),
}

use Tree::{Leaf, Node};

#[generator(recursive)]
fn walk(tree: &Tree) -> u64 {
    if let Node(left, value, right) = tree {
        yield_from!(walk(left));
        yield_!(*value);
        yield_from!(walk(right));
    }
}

impl Tree {
    /// The same as a method, from right to left.
    #[generator(recursive)]
    fn backwards(&self) -> u64 {
        if let Node(left, value, right) = self {
            yield_from!(right.backwards());
            yield_!(*value);
            yield_from!(left.backwards());
        }
    }

    /// A tree of the numbers from `low` to `high`, with the middle one on top.
    fn balanced(low: u64, high: u64) -> Tree {
        if low > high {
            return Leaf;
        }
        let middle = low.midpoint(high);
        let left = Tree::balanced(low, middle - 1);
        let right = Tree::balanced(middle + 1, high);
        Node(Box::new(left), middle, Box::new(right))
    }

    /// A tree that only leans to the left: as deep as it has numbers.
    fn chain(length: u64) -> Tree {
        let mut tree = Leaf;
        for value in 1..=length {
            tree = Node(Box::new(tree), value, Box::new(Leaf));
        }
        tree
    }

    fn take_branches(&mut self) -> Vec<Tree> {
        match self {
            Leaf => vec![],
            Node(left, _, right) => vec![mem::take(left), mem::take(right)],
        }
    }
}

/// Boxes that lie in each other a million deep must not be dropped by recursion either, so this is a loop.
impl Drop for Tree {
    fn drop(&mut self) {
        let mut pending = self.take_branches();
        while let Some(mut tree) = pending.pop() {
            pending.extend(tree.take_branches());
        }
    }
}

fn print(values: impl Iterator<Item = u64>) {
    let texts: Vec<String> = values.map(|value| value.to_string()).collect();
    println!("{}", texts.join(" "));
}

fn main() {
    let tree = Tree::balanced(1, 7);
    print(walk(&tree));
    print(tree.backwards());

    let deep = Tree::chain(1_000_000);
    println!("a chain 1000000 deep: sum {}", walk(&deep).sum::<u64>());
}
