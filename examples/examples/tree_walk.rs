//! Walks a tree in two orders: the position in the tree is kept by the generator, not by the caller.
//!
//! Run it with `cargo run --example tree_walk`. It prints
//!
//! ```text
//! in order:       ash beech elm fir larch oak yew
//! level by level: fir beech oak ash elm larch yew
//! ```

use std::collections::VecDeque;

use gen_core::generator;

struct Tree<T> {
    value: T,
    left: Option<Box<Tree<T>>>,
    right: Option<Box<Tree<T>>>,
}

impl<T: Ord> Tree<T> {
    fn new(value: T) -> Self {
        Tree {
            value,
            left: None,
            right: None,
        }
    }

    fn insert(&mut self, value: T) {
        let branch = if value < self.value {
            &mut self.left
        } else {
            &mut self.right
        };
        match branch {
            Some(tree) => tree.insert(value),
            None => *branch = Some(Box::new(Tree::new(value))),
        }
    }
}

impl<T> Tree<T> {
    /// Smallest first. A generator that calls itself needs a type of finite size: the boxed return type is one
    /// way, `#[generator(recursive)]` (see the example `recursive_tree`) is the other.
    #[generator]
    fn in_order(&self) -> Box<dyn Iterator<Item = &T> + '_> {
        if let Some(left) = &self.left {
            for value in left.in_order() {
                yield_!(value);
            }
        }
        yield_!(&self.value);
        if let Some(right) = &self.right {
            for value in right.in_order() {
                yield_!(value);
            }
        }
    }

    /// The root, then everything one step away from it, and so on.
    #[generator]
    fn level_by_level(&self) -> &T {
        let mut queue = VecDeque::from([self]);
        while let Some(tree) = queue.pop_front() {
            yield_!(&tree.value);
            queue.extend(tree.left.as_deref());
            queue.extend(tree.right.as_deref());
        }
    }
}

fn main() {
    let mut tree = Tree::new("fir");
    for name in ["beech", "oak", "ash", "elm", "larch", "yew"] {
        tree.insert(name);
    }

    print!("in order:      ");
    for name in tree.in_order() {
        print!(" {name}");
    }
    print!("\nlevel by level:");
    for name in tree.level_by_level() {
        print!(" {name}");
    }
    println!();
}
