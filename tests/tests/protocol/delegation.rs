//! `yield_from!`.

use gen_core::GeneratorState::{Complete, Yielded};
use gen_core::{Generator, generator};
use std::cell::RefCell;

#[generator]
fn iterables(more: Vec<u32>) -> u32 {
    yield_from!([1, 2]);
    yield_from!(3..5);
    yield_from!(Some(5));
    yield_from!(more);
    yield_from!(vec![8u32, 9].into_iter().map(|x| x * 10));
}

#[test]
fn any_iterable_can_be_delegated_to() {
    assert!(iterables(vec![6, 7]).eq([1, 2, 3, 4, 5, 6, 7, 80, 90]));
    let mut stepwise = Vec::new();
    for item in iterables(vec![]) {
        stepwise.push(item);
    }
    assert_eq!(stepwise, [1, 2, 3, 4, 5, 80, 90]);
}

#[generator]
fn borrowed<'a>(words: &'a [String], last: &'a str) -> &'a str {
    yield_from!(words.iter().map(String::as_str));
    yield_from!(words);
    yield_!(last);
}

#[test]
fn items_are_coerced_as_in_the_loop() {
    let words = ["a".to_string(), "b".to_string()];
    assert!(borrowed(&words, "c").eq(["a", "b", "a", "b", "c"]));
}

#[generator]
fn flatten<I>(nested: I) -> <I::Item as IntoIterator>::Item
where
    I: IntoIterator,
    I::Item: IntoIterator,
{
    for inner in nested {
        yield_from!(inner);
    }
}

#[test]
fn generic_iterables() {
    assert_eq!(
        flatten(vec![vec![1, 2], vec![], vec![3]]).collect::<Vec<_>>(),
        [1, 2, 3]
    );
    let mut g = flatten([Some('a'), None, Some('b')]);
    assert_eq!((g.next(), g.next(), g.next()), (Some('a'), Some('b'), None));
}

#[generator]
fn inner(name: &'static str) -> impl Generator<u32, Yield = (&'static str, u32), Return = u32> {
    let mut sum = 0;
    for _ in 0..2 {
        sum += yield_!((name, sum));
    }
    sum
}

#[generator]
fn outer() -> impl Generator<u32, Yield = (&'static str, u32), Return = (u32, u32)> {
    let a = yield_from!(inner("a"));
    let extra = yield_!(("outer", a));
    (a, extra + yield_from!(inner("b")))
}

#[test]
fn sends_go_to_the_delegate_and_its_value_comes_back() {
    let mut g = outer();
    assert_eq!(g.start(), Yielded(("a", 0)));
    assert_eq!(g.send(1), Yielded(("a", 1)));
    assert_eq!(g.send(2), Yielded(("outer", 3)));
    assert_eq!(g.send(100), Yielded(("b", 0)));
    assert_eq!(g.send(4), Yielded(("b", 4)));
    assert_eq!(g.send(5), Complete((3, 109)));
}

#[generator]
fn length(text: &str) -> impl Generator<Yield = char, Return = usize> {
    yield_from!(text.chars());
    text.len()
}

#[generator]
fn lengths() -> impl Generator<Yield = char, Return = usize> {
    yield_from!(length("ab")) + yield_from!(length("cde"))
}

#[test]
fn values_come_back_in_both_ways_of_iteration() {
    let mut g = lengths();
    assert_eq!(g.by_ref().collect::<String>(), "abcde");
    assert_eq!(g.take_return(), Some(5));
    assert_eq!(lengths().count(), 5);
}

#[generator]
fn in_an_iterator(sum: &mut usize) -> char {
    *sum += yield_from!(length("ab"));
    *sum += yield_from!(length("c"));
}

#[test]
fn an_iterator_can_use_the_value_of_a_delegate() {
    let mut sum = 0;
    assert_eq!(in_an_iterator(&mut sum).collect::<String>(), "abc");
    assert_eq!(sum, 3);
    let mut stepwise = String::new();
    for c in in_an_iterator(&mut sum) {
        stepwise.push(c);
    }
    assert_eq!((stepwise.as_str(), sum), ("abc", 6));
}

#[generator]
fn mixed(
    g: &mut dyn Generator<u8, Yield = u8, Return = char>,
) -> impl Generator<u8, Yield = u8, Return = char> {
    yield_from!([1, 2]);
    yield_from!(length("x").map(|c| c as u8));
    yield_from!(g)
}

#[generator]
fn takes() -> impl Generator<u8, Yield = u8, Return = char> {
    let x = yield_!(3);
    char::from(x)
}

#[test]
fn iterators_drop_what_is_sent_and_dyn_generators_take_it() {
    let mut last = takes();
    let mut g = mixed(&mut last);
    assert_eq!(g.start(), Yielded(1));
    assert_eq!(g.send(0), Yielded(2));
    assert_eq!(g.send(0), Yielded(b'x'));
    assert_eq!(g.send(0), Yielded(3));
    assert_eq!(g.send(b'!'), Complete('!'));
}

#[generator]
fn unsent() -> impl Generator<u8, Yield = char, Return = usize> {
    yield_from!(length("ab"))
}

#[test]
fn a_generator_that_takes_nothing_is_delegated_to_with_its_value() {
    let mut g = unsent();
    assert_eq!(g.start(), Yielded('a'));
    assert_eq!(g.send(9), Yielded('b'));
    assert_eq!(g.send(9), Complete(2));
}

#[generator]
fn resumed(
    g: &mut (impl Generator<Yield = char, Return = usize> + ?Sized),
) -> impl Generator<Yield = char, Return = usize> {
    yield_from!(g)
}

#[test]
fn a_started_generator_goes_on_and_an_ended_one_gives_its_value() {
    let mut g = length("abc");
    assert_eq!(g.next(), Some('a'));
    let mut rest = resumed(&mut g);
    assert_eq!(rest.by_ref().collect::<String>(), "bc");
    assert_eq!(rest.take_return(), Some(3));
    drop(rest);

    let mut g = length("abc");
    g.by_ref().for_each(drop);
    let mut rest = resumed(&mut g);
    assert_eq!(rest.next(), None);
    assert_eq!(rest.take_return(), Some(3));
}

thread_local!(static LOG: RefCell<Vec<&'static str>> = const { RefCell::new(Vec::new()) });

fn log(what: &'static str) {
    LOG.with_borrow_mut(|log| log.push(what));
}

fn logged() -> Vec<&'static str> {
    LOG.take()
}

struct Source(u8);
impl Iterator for Source {
    type Item = u8;
    fn next(&mut self) -> Option<u8> {
        log("next");
        self.0.checked_sub(1).inspect(|left| self.0 = *left)
    }
}
impl Drop for Source {
    fn drop(&mut self) {
        log("dropped");
    }
}
fn source(n: u8) -> Source {
    log("made");
    Source(n)
}

#[generator]
fn by_delegation() -> u8 {
    log("start");
    yield_from!(source(2));
    log("end");
}

#[generator]
fn by_loop() -> u8 {
    log("start");
    for item in source(2) {
        yield_!(item);
    }
    log("end");
}

fn trace(g: impl Iterator<Item = u8>, take: usize) -> Vec<&'static str> {
    for _ in g.take(take) {
        log("item");
    }
    logged()
}

#[test]
fn laziness_and_drops_are_those_of_the_loop() {
    for taken in 0..4 {
        assert_eq!(
            trace(by_delegation(), taken),
            trace(by_loop(), taken),
            "{taken}"
        );
    }
    by_delegation().for_each(drop);
    let internal = logged();
    by_loop().for_each(drop);
    assert_eq!(internal, logged());
}
