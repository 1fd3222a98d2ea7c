//! `yield_from!`, recursion.

use crate::trace::{Noisy, all, events, log, part};
use gen_core::{Generator, GeneratorState, generator};

#[generator]
fn inner(name: Noisy) -> usize {
    yield_!(name.len());
    let _guard = Noisy("guard");
    yield_!(10);
}

#[test]
fn it_equals_the_loop() {
    #[generator]
    fn delegates() -> usize {
        let _outer = Noisy("outer");
        yield_from!(inner(Noisy("abc")));
        log("after");
        yield_!(99);
    }
    #[generator]
    fn loops() -> usize {
        let _outer = Noisy("outer");
        for item in inner(Noisy("abc")) {
            yield_!(item);
        }
        log("after");
        yield_!(99);
    }
    assert_eq!(all(delegates()), "3 10 -guard -abc after 99 -outer end");
    for count in 0..4 {
        assert_eq!(part(count, delegates()), part(count, loops()));
    }
    assert_eq!(all(delegates()), all(loops()));
}

#[test]
fn it_takes_whatever_can_be_iterated() {
    #[generator]
    fn chained(list: Vec<u32>, borrowed: &[u32]) -> u32 {
        yield_from!(list);
        yield_from!(borrowed.iter().copied());
        yield_from!(0..2);
        yield_from!(Some(7));
    }
    assert_eq!(all(chained(vec![4, 5], &[6])), "4 5 6 0 1 7 end");
}

#[test]
fn it_forwards_and_evaluates_to_the_return_value() {
    #[generator]
    fn ask() -> impl Generator<u32, Yield = &'static str, Return = u32> {
        let a = yield_!("a?");
        let b = yield_!("b?");
        a + b
    }
    #[generator]
    fn dialogue() -> impl Generator<u32, Yield = &'static str, Return = u32> {
        let sum = yield_from!(ask());
        let factor = yield_!("factor?");
        sum * factor
    }
    let mut g = dialogue();
    assert_eq!(g.start(), GeneratorState::Yielded("a?"));
    assert_eq!(g.send(1), GeneratorState::Yielded("b?"));
    assert_eq!(g.send(2), GeneratorState::Yielded("factor?"));
    assert_eq!(g.send(10), GeneratorState::Complete(30));
}

struct Tree {
    left: Option<Box<Tree>>,
    value: u32,
    right: Option<Box<Tree>>,
}

impl Tree {
    /// A tree that is a list: `depth` left children.
    fn list(depth: u32) -> Self {
        (1..=depth).fold(Self::leaf(0), |left, value| Self {
            left: Some(Box::new(left)),
            value,
            right: None,
        })
    }

    fn leaf(value: u32) -> Self {
        Self {
            left: None,
            value,
            right: None,
        }
    }

    #[generator(recursive)]
    fn walk(&self) -> u32 {
        if let Some(left) = &self.left {
            yield_from!(left.walk());
        }
        yield_!(self.value);
        if let Some(right) = &self.right {
            yield_from!(right.walk());
        }
    }

    #[generator]
    fn boxed(&self) -> Box<dyn Iterator<Item = u32> + '_> {
        if let Some(left) = &self.left {
            yield_from!(left.boxed());
        }
        yield_!(self.value);
        if let Some(right) = &self.right {
            yield_from!(right.boxed());
        }
    }

    /// Takes the tree apart without recursion.
    fn dismantle(mut self) {
        let mut next = self.left.take();
        while let Some(mut tree) = next {
            next = tree.left.take();
        }
    }
}

#[test]
fn recursion_by_option_and_by_box() {
    let tree = Tree {
        left: Some(Box::new(Tree::leaf(1))),
        value: 2,
        right: Some(Box::new(Tree::leaf(3))),
    };
    assert_eq!(all(tree.walk()), "1 2 3 end");
    assert_eq!(all(tree.boxed()), "1 2 3 end");
}

#[test]
fn depth_is_no_stack() {
    let depth = if cfg!(miri) { 200 } else { 100_000 };
    let tree = Tree::list(depth);
    let mut items = tree.walk();
    assert_eq!(items.next(), Some(0));
    assert_eq!(items.next(), Some(1));
    drop(items);
    assert!(tree.walk().eq(0..=depth));
    tree.dismantle();
    assert_eq!(events(), "");
}
