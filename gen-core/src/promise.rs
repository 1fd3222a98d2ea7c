//! `size_hint = ..` and `exact_size = ..`.

use crate::generator::{Generator, GeneratorState, SendError};
use core::iter::FusedIterator;

/// What is left of a promised size, as `Iterator::size_hint` returns it.
type Left = (usize, Option<usize>);

/// A generator with a promise about the number of its items, which shrinks as they are taken.
#[derive(Clone)]
pub struct Promised<G, const EXACT: bool> {
    generator: G,
    left: Left,
    /// The function, for the message about a wrong promise.
    name: &'static str,
}

/// Promises between `hint.0` and `hint.1` items.
#[inline]
pub fn with_size_hint<G>(generator: G, hint: Left, name: &'static str) -> Promised<G, false> {
    Promised {
        generator,
        left: hint,
        name,
    }
}

/// Promises `count` items.
#[inline]
pub fn with_exact_size<G>(generator: G, count: usize, name: &'static str) -> Promised<G, true> {
    Promised {
        generator,
        left: (count, Some(count)),
        name,
    }
}

/// What is left after one item.
#[inline]
#[track_caller]
fn taken((low, high): Left, name: &str) -> Left {
    debug_assert!(
        high != Some(0),
        "the generator `{name}` yields more items than its size promises"
    );
    (
        low.saturating_sub(1),
        high.map(|high| high.saturating_sub(1)),
    )
}

/// Checks what is left at the end.
#[inline]
#[track_caller]
fn ended((low, _): Left, name: &str) {
    debug_assert!(
        low == 0,
        "the generator `{name}` yields {low} items less than its size promises"
    );
}

impl<G, const EXACT: bool> Promised<G, EXACT> {
    /// Runs the generator; should it panic, nothing is left.
    #[inline]
    fn run<T>(&mut self, run: impl FnOnce(&mut G) -> T, yielded: impl FnOnce(&T) -> bool) -> T {
        let before = core::mem::replace(&mut self.left, (0, Some(0)));
        let came = run(&mut self.generator);
        if yielded(&came) {
            self.left = taken(before, self.name);
        } else {
            ended(before, self.name);
        }
        came
    }
}

fn is_yielded<Y, V>(state: &GeneratorState<Y, V>) -> bool {
    matches!(state, GeneratorState::Yielded(_))
}

impl<G: Iterator, const EXACT: bool> Iterator for Promised<G, EXACT> {
    type Item = G::Item;

    #[inline]
    fn next(&mut self) -> Option<G::Item> {
        self.run(G::next, Option::is_some)
    }

    #[inline]
    fn size_hint(&self) -> Left {
        self.left
    }

    #[inline]
    fn fold<B, F: FnMut(B, G::Item) -> B>(self, init: B, mut f: F) -> B {
        let (mut left, name) = (self.left, self.name);
        let folded = self.generator.fold(init, |before, item| {
            left = taken(left, name);
            f(before, item)
        });
        ended(left, name);
        folded
    }
}

impl<G: FusedIterator, const EXACT: bool> FusedIterator for Promised<G, EXACT> {}
impl<G: Iterator> ExactSizeIterator for Promised<G, true> {}

impl<G: Generator, const EXACT: bool> Generator for Promised<G, EXACT> {
    type Yield = G::Yield;
    type Return = G::Return;

    #[inline]
    fn resume(&mut self, value: ()) -> GeneratorState<G::Yield, G::Return> {
        self.run(|generator| generator.resume(value), is_yielded)
    }
    #[inline]
    fn start(&mut self) -> GeneratorState<G::Yield, G::Return> {
        self.run(G::start, is_yielded)
    }
    #[inline]
    fn try_send(
        &mut self,
        value: (),
    ) -> Result<GeneratorState<G::Yield, G::Return>, SendError<()>> {
        let before = self.left;
        let sent = self.generator.try_send(value);
        match &sent {
            Ok(GeneratorState::Yielded(_)) => self.left = taken(before, self.name),
            Ok(GeneratorState::Complete(_)) => {
                ended(before, self.name);
                self.left = (0, Some(0));
            }
            Err(_) => {}
        }
        sent
    }
    #[inline]
    fn is_done(&self) -> bool {
        self.generator.is_done()
    }
    #[inline]
    fn take_return(&mut self) -> Option<G::Return> {
        self.generator.take_return()
    }
}
