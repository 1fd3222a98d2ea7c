//! The protocol inside the language: patterns, operators, generics, traits.

use gen_core::GeneratorState::{Complete, Yielded};
use gen_core::{Generator, generator};
use std::collections::HashMap;
use std::rc::Rc;

#[generator]
fn conv() -> impl Generator<Option<u32>, Yield = String, Return = Option<u32>> {
    let mut sum = 0;
    while let Some(n) = yield_!(format!("{sum}")) {
        sum += n;
    }
    let v = [yield_!("a".into())?, yield_!("b".into())?];
    Some(v[0] + v[1] + sum)
}
struct P {
    x: u32,
    y: u32,
}
#[generator]
fn strukt() -> impl Generator<P, Yield = u32, Return = ()> {
    loop {
        let P { x, y } = yield_!(0);
        if yield_!(x + y).x == 0 {
            return;
        }
    }
}
#[generator]
fn inner(n: u32) -> impl Generator<u32, Yield = u32, Return = u32> {
    let a = yield_!(n);
    a + 1
}
#[generator]
fn nested(flag: bool) -> impl Generator<u32, Yield = u32, Return = u32> {
    let x = if flag { yield_from!(inner(1)) } else { 0 };
    let y = match x {
        0 => yield_from!(inner(2)),
        other => other,
    };
    let z = vec![yield_from!(inner(x)), y].into_iter().sum::<u32>();
    let w = Box::new(yield_from!(inner(z)));
    *w + yield_from!(if flag { inner(7) } else { inner(8) })
}
#[generator]
fn boxed_inner(n: u32) -> Box<dyn Generator<u32, Yield = u32, Return = u32>> {
    if n == 0 {
        return 0;
    }
    let a = yield_from!(boxed_inner(n - 1));
    a + yield_!(n)
}
#[generator]
fn borrow<'a>(text: &'a str) -> impl Generator<&'a str, Yield = usize, Return = &'a str> {
    let mut longest = text;
    for _ in 0..3 {
        let t = yield_!(longest.len());
        if t.len() > longest.len() {
            longest = t;
        }
    }
    longest
}
#[generator]
fn fold_gen<T, A, F>(init: A, f: F) -> impl Generator<T, Yield = A, Return = A>
where
    F: Fn(A, T) -> A,
    A: Clone,
{
    let mut acc = init;
    for _ in 0..2 {
        let t = yield_!(acc.clone());
        acc = f(acc, t);
    }
    acc
}
struct Bank {
    total: u32,
}
impl Bank {
    #[generator]
    fn session(&mut self) -> impl Generator<u32, Yield = u32, Return = ()> {
        let Self { total } = self;
        while *total < 10 {
            let add = yield_!(*total);
            *total += add;
        }
    }
}
trait Proto {
    fn go(&self) -> Box<dyn Generator<u8, Yield = u8, Return = u8> + '_>;
}
impl Proto for u8 {
    #[generator]
    fn go(&self) -> Box<dyn Generator<u8, Yield = u8, Return = u8> + '_> {
        let x = yield_!(*self);
        x + *self
    }
}
trait Visit {
    fn visit(&self) -> impl Iterator<Item = u32>;
}
struct T(u32, Vec<T>);
impl Visit for T {
    #[generator(recursive)]
    fn visit(&self) -> impl Iterator<Item = u32> {
        yield_!(self.0);
        for child in &self.1 {
            yield_from!(child.visit());
        }
    }
}
#[generator(recursive)]
fn pat((a, b): (u32, u32), name: String, rc: Rc<u32>) -> String {
    yield_!(format!("{name}{a}{b}{rc}"));
    if a > 0 {
        yield_from!(pat((a - 1, b + 1), name.clone() + "x", Rc::clone(&rc)));
        yield_!(name);
    }
}
#[generator(recursive)]
fn permute(items: Vec<u32>, n: usize) -> Vec<u32> {
    if n <= 1 {
        yield_!(items);
        return;
    }
    for i in 0..n {
        let mut next = items.clone();
        next.swap(i, n - 1);
        yield_from!(permute(next, n - 1));
    }
}
#[generator(recursive)]
fn files(tree: &HashMap<&'static str, Vec<&'static str>>, root: &'static str) -> &'static str {
    yield_!(root);
    if let Some(below) = tree.get(root) {
        for file in below {
            yield_from!(files(tree, file));
        }
    }
}
#[generator(recursive)]
fn ackermann(m: u32, n: u32) -> impl Generator<Yield = (), Return = u32> {
    yield_!(());
    if m == 0 {
        n + 1
    } else if n == 0 {
        yield_from!(ackermann(m - 1, 1))
    } else {
        let inner = yield_from!(ackermann(m, n - 1));
        yield_from!(ackermann(m - 1, inner))
    }
}
#[generator(recursive)]
fn imp(n: u32, f: impl Fn(u32) -> u32 + Copy) -> impl Iterator<Item = u32> {
    if n > 0 {
        yield_from!(imp(n - 1, f));
        yield_!(f(n));
    }
}

/// Sends each item back; the items and the final value.
fn echoed<V>(mut g: impl Generator<u32, Yield = u32, Return = V>) -> (Vec<u32>, V) {
    let (mut state, mut seen) = (g.start(), Vec::new());
    loop {
        match state {
            Yielded(item) => {
                seen.push(item);
                state = g.send(item);
            }
            Complete(value) => return (seen, value),
        }
    }
}

#[test]
fn what_is_sent_can_be_taken_apart() {
    let mut g = conv();
    g.start();
    g.send(Some(2));
    g.send(None);
    g.send(Some(5));
    assert_eq!(g.send(Some(6)), Complete(Some(13)));
    let mut g = strukt();
    g.start();
    assert_eq!(g.send(P { x: 1, y: 2 }), Yielded(3));
    assert_eq!(g.send(P { x: 0, y: 2 }), Complete(()));
}

#[test]
fn delegation_stands_in_any_expression() {
    assert_eq!(echoed(nested(true)), (vec![1, 2, 5, 7], 14));
    assert_eq!(echoed(boxed_inner(3)).1, 6);
}

#[test]
fn lifetimes_generics_and_methods() {
    let mut g = borrow("ab");
    g.start();
    g.send("abcd");
    g.send("");
    assert_eq!(g.send("x"), Complete("abcd"));
    let mut g = fold_gen(String::new(), |a, t: char| a + &t.to_string());
    g.start();
    g.send('a');
    assert_eq!(g.send('b'), Complete("ab".into()));
    let mut bank = Bank { total: 1 };
    let mut g = bank.session();
    g.start();
    g.send(5);
    g.send(5);
    drop(g);
    assert_eq!(bank.total, 11);
    let mut g = 3u8.go();
    g.start();
    assert_eq!(g.send(4), Complete(7));
}

#[test]
fn recursion_of_every_shape() {
    let t = T(1, vec![T(2, vec![T(3, vec![])]), T(4, vec![])]);
    assert!(t.visit().eq(1..5));
    let items: Vec<String> = pat((2, 0), "n".into(), Rc::new(9)).collect();
    assert_eq!(items, ["n209", "nx119", "nxx029", "nx", "n"]);
    assert_eq!(permute(vec![1, 2, 3], 3).count(), 6);
    let tree = HashMap::from([("/", vec!["a", "b"]), ("a", vec!["c"])]);
    assert!(files(&tree, "/").eq(["/", "a", "c", "b"]));
    let mut g = ackermann(2, 3);
    g.by_ref().count();
    assert_eq!(g.take_return(), Some(9));
    assert!(imp(3, |x| x * 2).eq([2, 4, 6]));
}
