//! Generators that are iterators.

use crate::frame::{ClearOnUnwind, Frame};
use core::iter::FusedIterator;
use core::mem;

/// How the plain body of an iterator ends, and what a run of an anonymous generator comes to.
///
/// Not an `Option`: in a function that returns one, clippy would suggest `?` for the user's `let .. else { return }`.
pub enum Ending<T> {
    /// At its end or at a `return`.
    Plain,
    /// At a `?`, whose residual is still to be handed out.
    LastItem(T),
}

/// A frame with the two ways to run it: to the next item, and to the end as the plain body.
#[derive(Clone)]
pub struct GeneratorIterator<F, P, S> {
    frame: F,
    plain: P,
    step: S,
}

/// Nothing in a frame is ever pinned.
impl<F, P, S> Unpin for GeneratorIterator<F, P, S> {}

/// Puts a generator together that is an iterator.
#[inline]
pub fn iterator<F, P, S, T>(frame: F, plain: P, step: S) -> GeneratorIterator<F, P, S>
where
    F: Frame,
    P: FnOnce(F, &mut dyn FnMut(T)) -> Ending<T>,
    S: FnMut(&mut F) -> Option<T>,
{
    GeneratorIterator { frame, plain, step }
}

impl<F, P, S, T> Iterator for GeneratorIterator<F, P, S>
where
    F: Frame,
    P: FnOnce(F, &mut dyn FnMut(T)) -> Ending<T>,
    S: FnMut(&mut F) -> Option<T>,
{
    type Item = T;

    // In a `for` loop the state is known at most places of the body; as a call, it is not. By instructions `tree` is 2.57
    // times the iterator by hand as a call, 1.45 inlined.
    #[inline(always)]
    fn next(&mut self) -> Option<T> {
        let guard = ClearOnUnwind(&mut self.frame);
        let item = (self.step)(guard.0);
        mem::forget(guard);
        item
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, self.frame.is_done().then_some(0))
    }

    #[inline]
    fn fold<B, G>(mut self, init: B, mut g: G) -> B
    where
        G: FnMut(B, T) -> B,
    {
        if !self.frame.is_unresumed() {
            let mut folded = init;
            for item in self.by_ref() {
                folded = g(folded, item);
            }
            return folded;
        }
        let mut folded = Some(init);
        let mut sink = |item| {
            if let Some(before) = folded.take() {
                folded = Some(g(before, item));
            }
        };
        if let Ending::LastItem(item) = (self.plain)(self.frame, &mut sink) {
            sink(item);
        }
        folded.expect("BUG: the sink puts back what it takes")
    }
}

// With the bounds of the iterator itself, rustc would have to prove them a second time for each generator.
impl<F, P, S> FusedIterator for GeneratorIterator<F, P, S> where Self: Iterator {}
