//! gen-core under another name: nothing in an expansion says `::gen_core`.
#![deny(warnings)]

use gen::{generator, Generator};

/// Counts down.
#[generator(crate = gen)]
pub fn countdown(mut n: u32) -> u32 {
    while n > 0 {
        yield_!(n);
        n -= 1;
    }
}

/// The same by a path from the root.
#[generator(crate = ::gen)]
pub fn words(text: &str) -> String {
    for word in text.split(' ') {
        yield_!(word.to_owned());
    }
}

/// The same by a raw identifier, as edition 2024 spells it.
#[generator(crate = r#gen)]
pub fn twice(texts: Vec<String>) -> String {
    for text in texts {
        yield_!(text.clone());
        yield_!(text);
    }
}

/// With `?`, whose traits are gen-core's.
#[generator(crate = gen)]
pub fn numbers(text: &str) -> Result<u32, std::num::ParseIntError> {
    for word in text.split(' ') {
        let number = word.parse()?;
        yield_!(Ok(number));
    }
}

/// With the whole protocol, and a delegation to one of these.
#[generator(crate = gen)]
pub fn echo(times: u32) -> impl Generator<String, Yield = String, Return = u32> {
    let mut last = yield_!(String::new());
    for _ in 0..times {
        last = yield_!(last);
    }
    times
}

/// Delegates, and takes the returned value.
#[generator(crate = gen)]
pub fn echo_twice() -> impl Generator<String, Yield = String, Return = u32> {
    let first = yield_from!(echo(1));
    let second = yield_from!(echo(2));
    first + second
}

/// A tree with a generator that calls itself.
pub struct Node {
    /// Its value.
    pub value: u32,
    /// What is below it.
    pub below: Vec<Node>,
}

/// Walks a tree.
#[generator(recursive, crate = gen)]
pub fn walk(node: &Node) -> u32 {
    yield_!(node.value);
    for child in &node.below {
        yield_from!(walk(child));
    }
}

/// With a promise about its size.
#[generator(crate = gen, exact_size = n)]
pub fn zeros(n: usize) -> u8 {
    for _ in 0..n {
        yield_!(0);
    }
}

/// A user's own path through a module called `gen_core` is left alone.
#[generator(crate = gen)]
pub fn own_module() -> u32 {
    yield_!(own::gen_core::ONE);
    yield_!(crate::own::gen_core::ONE);
}

/// Not gen-core.
pub mod own {
    /// Not gen-core, either.
    pub mod gen_core {
        /// One.
        pub const ONE: u32 = 1;
    }
}

/// Is consumed by a method.
pub struct Job(u32);

impl Job {
    fn finish(self, more: u32) -> u32 {
        self.0 + more
    }
}

/// Methods that take their receiver by value: which they are, rustc is asked.
#[generator(crate = gen)]
pub fn finished(first: Job, second: Job) -> u32 {
    yield_!(0);
    yield_!(first.finish(1));
    let last = second.finish({
        yield_!(2);
        3
    });
    yield_!(last);
}

#[test]
fn methods_consume() {
    assert!(finished(Job(1), Job(2)).eq([0, 2, 2, 5]));
}

#[test]
fn they_run() {
    assert!(countdown(3).eq([3, 2, 1]));
    assert!(words("a b").eq(["a", "b"]));
    assert!(twice(vec!["a".to_owned()]).eq(["a", "a"]));
    assert!(numbers("1 2").eq([Ok(1), Ok(2)]));
    assert_eq!(numbers("1 x 2").count(), 2);
    assert_eq!(zeros(3).len(), 3);
    assert!(own_module().eq([1, 1]));
}

#[test]
fn the_protocol_runs() {
    let mut g = echo_twice();
    assert_eq!(g.start(), gen::GeneratorState::Yielded(String::new()));
    for text in ["a", "b"] {
        g.send(text.to_owned());
    }
    g.send("c".to_owned());
    g.send("d".to_owned());
    assert_eq!(g.send("e".to_owned()), gen::GeneratorState::Complete(3));
}

#[test]
fn recursion_runs() {
    let leaf = |value| Node {
        value,
        below: Vec::new(),
    };
    let tree = Node {
        value: 1,
        below: vec![leaf(2), leaf(3)],
    };
    assert!(walk(&tree).eq([1, 2, 3]));
}
