//! `#[generator(recursive)]`.

use gen_core::GeneratorState::{Complete, Yielded};
use gen_core::{Generator, generator};
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};

#[derive(Default)]
struct Node {
    value: u32,
    left: Option<Box<Node>>,
    right: Option<Box<Node>>,
}

fn tree(values: std::ops::Range<u32>) -> Option<Box<Node>> {
    let middle = values.start + (values.end - values.start) / 2;
    (!values.is_empty()).then(|| {
        Box::new(Node {
            value: middle,
            left: tree(values.start..middle),
            right: tree(middle + 1..values.end),
        })
    })
}

#[generator(recursive)]
fn walk(node: Option<&Node>) -> u32 {
    if let Some(node) = node {
        yield_from!(walk(node.left.as_deref()));
        yield_!(node.value);
        yield_from!(walk(node.right.as_deref()));
    }
}

#[test]
fn a_tree_walk_as_in_python() {
    let tree = tree(0..100);
    assert!(walk(tree.as_deref()).eq(0..100));
    let mut g = walk(tree.as_deref());
    assert_eq!(g.size_hint(), (0, None));
    assert!(g.by_ref().take(30).eq(0..30));
    assert!(g.eq(30..100));
    let mut none = walk(None);
    assert_eq!(none.next(), None);
    assert_eq!(none.size_hint(), (0, Some(0)));
}

impl Node {
    #[generator(recursive)]
    fn iter(&self) -> &u32 {
        if let Some(left) = &self.left {
            yield_from!(left.iter());
        }
        yield_!(&self.value);
        if let Some(right) = &self.right {
            yield_from!(Self::iter(right));
        }
    }

    #[generator(recursive)]
    fn iter_mut(&mut self) -> &mut u32 {
        let Node { value, left, right } = self;
        if let Some(left) = left {
            yield_from!(left.iter_mut());
        }
        yield_!(value);
        if let Some(right) = right {
            yield_from!(right.iter_mut());
        }
    }
}

struct Rose {
    value: u32,
    children: Vec<Rose>,
}

impl Rose {
    #[generator(recursive)]
    fn into_values(self) -> u32 {
        let Rose { value, children } = self;
        yield_!(value);
        for child in children {
            yield_from!(child.into_values());
        }
    }
}

#[test]
fn methods_recurse_by_reference() {
    let tree = tree(0..50).unwrap();
    assert!(tree.iter().copied().eq(0..50));
}

#[test]
fn methods_recurse_by_mutable_reference() {
    let mut tree = tree(0..50).unwrap();
    for value in tree.iter_mut() {
        *value += 1;
    }
    assert!(tree.iter().copied().eq(1..51));
}

#[test]
fn methods_recurse_by_value() {
    let leaf = |value| Rose {
        value,
        children: Vec::new(),
    };
    let inner = Rose {
        value: 2,
        children: vec![leaf(3), leaf(4)],
    };
    let rose = Rose {
        value: 1,
        children: vec![inner, leaf(5)],
    };
    assert!(rose.into_values().eq(1..=5));
}

trait Descend {
    fn below(&self) -> impl Iterator<Item = u32>;
}
impl Descend for u32 {
    #[generator(recursive)]
    fn below(&self) -> impl Iterator<Item = u32> {
        if *self > 0 {
            yield_!(*self);
            let less = *self - 1;
            yield_from!(by_value(less));
        }
    }
}

#[generator(recursive)]
fn by_value(n: u32) -> u32 {
    if n > 0 {
        yield_!(n);
        yield_from!(by_value(n - 1));
    }
}

#[test]
fn a_method_without_a_call_of_itself_is_an_ordinary_generator() {
    assert!(3.below().eq([3, 2, 1]));
}

#[generator(recursive)]
fn hanoi<'a>(n: u32, from: &'a str, to: &'a str, over: &'a str) -> (&'a str, &'a str) {
    if n == 0 {
        return;
    }
    yield_from!(hanoi(n - 1, from, over, to));
    yield_!((from, to));
    yield_from!(hanoi(n - 1, over, to, from));
}

#[test]
fn several_parameters_and_returns() {
    let moves: Vec<_> = hanoi(3, "a", "c", "b").collect();
    assert_eq!(moves.len(), 7);
    assert_eq!(moves[..3], [("a", "c"), ("a", "b"), ("c", "b")]);
}

#[generator(recursive)]
fn generic<T: Clone, const N: usize>(
    items: [T; N],
    depth: usize,
) -> impl Iterator<Item = (usize, T)> {
    for item in items.clone() {
        yield_!((depth, item));
    }
    if depth > 0 {
        yield_from!(generic(items, depth - 1));
    }
}

#[test]
fn generic_functions_recurse() {
    assert!(generic(["x"], 2).map(|(depth, _)| depth).eq([2, 1, 0]));
}

#[generator(recursive)]
fn failing(n: u32) -> Result<u32, String> {
    if n == 0 {
        Err("bottom")?;
    }
    yield_!(Ok(n));
    yield_from!(failing(n - 1));
    yield_!(Ok(n * 10));
}

#[test]
fn a_failure_ends_the_inner_generator_only() {
    let items: Vec<_> = failing(2).map(|item| item.unwrap_or(0)).collect();
    assert_eq!(items, [2, 1, 0, 10, 20]);
}

#[generator(recursive)]
fn sized(node: Option<&Node>) -> impl Generator<Yield = u32, Return = usize> {
    let Some(node) = node else { return 0 };
    let left = yield_from!(sized(node.left.as_deref()));
    yield_!(node.value);
    left + 1 + yield_from!(sized(node.right.as_deref()))
}

#[test]
fn values_come_back_through_the_levels() {
    let tree = tree(0..33);
    let mut g = sized(tree.as_deref());
    assert!(g.by_ref().eq(0..33));
    assert_eq!(g.take_return(), Some(33));
}

#[generator(recursive)]
fn guesses(low: u32, high: u32) -> impl Generator<bool, Yield = u32, Return = u32> {
    if high - low == 1 {
        return low;
    }
    let middle = low + (high - low) / 2;
    if yield_!(middle) {
        yield_from!(guesses(middle, high))
    } else {
        yield_from!(guesses(low, middle))
    }
}

#[test]
fn sends_go_to_the_innermost() {
    let mut g = guesses(0, 100);
    let mut state = g.start();
    let mut asked = 0;
    let found = loop {
        match state {
            Yielded(guess) => {
                asked += 1;
                state = g.send(guess <= 42);
            }
            Complete(found) => break found,
        }
    };
    assert_eq!((found, g.is_done()), (42, true));
    assert!(asked <= 7);
}

thread_local!(static LOG: RefCell<Vec<u32>> = const { RefCell::new(Vec::new()) });

struct Logged(u32);
impl Drop for Logged {
    fn drop(&mut self) {
        LOG.with_borrow_mut(|log| log.push(self.0));
    }
}

#[generator(recursive)]
fn levels(level: u32, deepest: u32) -> u32 {
    let _first = Logged(level * 10);
    let _second = Logged(level * 10 + 1);
    yield_!(level);
    if level < deepest {
        yield_from!(levels(level + 1, deepest));
    }
    assert!(deepest < 100, "too deep");
}

#[test]
fn frames_are_dropped_newest_first() {
    let mut g = levels(1, 3);
    assert_eq!(g.nth(2), Some(3));
    drop(g);
    assert_eq!(LOG.take(), [31, 30, 21, 20, 11, 10]);
    levels(1, 2).for_each(drop);
    assert_eq!(LOG.take(), [21, 20, 11, 10]);
}

#[test]
fn a_panic_drops_all_frames_newest_first() {
    let mut g = levels(99, 100);
    let panic = catch_unwind(AssertUnwindSafe(|| g.by_ref().for_each(drop)));
    assert!(panic.is_err());
    assert_eq!(LOG.take(), [1001, 1000, 991, 990]);
    assert_eq!(g.next(), None);
    assert_eq!(g.size_hint(), (0, Some(0)));
    drop(g);
    assert_eq!(LOG.take(), []);
}

/// Miri is too slow for more.
const DEEP: u32 = if cfg!(miri) { 200 } else { 1_000_000 };

#[generator(recursive)]
fn deep(n: u32, fails: bool) -> u32 {
    let kept = vec![n];
    if n > 0 {
        yield_from!(deep(n - 1, fails));
    } else {
        assert!(!fails, "at the bottom");
        yield_!(0);
    }
    yield_!(kept[0]);
}

#[test]
fn a_million_levels_do_not_overflow_the_stack() {
    assert_eq!(
        deep(DEEP, false).map(u64::from).sum::<u64>(),
        u64::from(DEEP) * u64::from(DEEP + 1) / 2
    );
    let mut steps = 0;
    for _ in deep(DEEP, false) {
        steps += 1;
    }
    assert_eq!(steps, DEEP + 2);
    let mut suspended = deep(DEEP, false);
    assert_eq!(suspended.next(), Some(0));
    drop(suspended);
    let mut g = deep(DEEP, true);
    assert!(catch_unwind(AssertUnwindSafe(|| g.next())).is_err());
    assert_eq!(g.next(), None);
}

#[generator]
fn boxed(node: Option<&Node>) -> Box<dyn Iterator<Item = u32> + '_> {
    if let Some(node) = node {
        yield_from!(boxed(node.left.as_deref()));
        yield_!(node.value);
        yield_from!(boxed(node.right.as_deref()));
    }
}

#[test]
fn the_plain_way_is_a_box_for_each_level() {
    let tree = tree(0..20);
    assert!(boxed(tree.as_deref()).eq(0..20));
}

#[generator(recursive)]
fn boxed_once(n: u32) -> Box<dyn Iterator<Item = u32>> {
    if n > 0 {
        yield_from!(boxed_once(n - 1));
        yield_!(n);
    }
}

#[test]
fn a_recursive_generator_can_be_boxed_as_a_whole() {
    assert!(boxed_once(3).eq([1, 2, 3]));
}
