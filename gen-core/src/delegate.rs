//! `yield_from!`: what can be delegated to, found by the type.
//!
//! `(&&Source::<R, _>::of(&value)).delegate(value)` picks, by the steps of method lookup, the first that holds: a
//! generator that takes the same values, one that takes nothing, and anything else, which has to be iterable.

use crate::generator::{Generator, GeneratorState};
use core::marker::PhantomData;

/// What a generator that is sent `R` can hand its turn to.
pub trait Delegate<R> {
    /// The type of an item.
    type Item;
    /// The type of the final value.
    type Return;

    /// Runs to the next item. There is something sent unless nothing was received yet.
    fn advance(&mut self, sent: Option<R>) -> GeneratorState<Self::Item, Self::Return>;
    /// Runs to the end, each item answered by `sink`; `first` as in `advance`.
    fn run(self, first: Option<R>, sink: &mut dyn FnMut(Self::Item) -> R) -> Self::Return;
}

/// Asks for the way to delegate to a `T`.
pub struct Source<R, T>(PhantomData<fn(R) -> T>);

impl<R, T> Source<R, T> {
    /// Of the type of a value.
    #[inline(always)]
    pub fn of(_: &T) -> Self {
        Source(PhantomData)
    }
}

/// A generator that takes the values it is sent.
pub trait TakesValues<R, T> {
    /// The delegate.
    #[inline(always)]
    fn delegate(&self, generator: T) -> ToGenerator<T> {
        ToGenerator {
            generator,
            fresh: true,
        }
    }
}
impl<R, T: Generator<R>> TakesValues<R, T> for &&Source<R, T> {}

/// A generator that takes nothing; what is sent is dropped.
pub trait TakesNothing<T> {
    /// The delegate.
    #[inline(always)]
    fn delegate(&self, generator: T) -> Unsent<T> {
        Unsent(ToGenerator {
            generator,
            fresh: true,
        })
    }
}
impl<R, T: Generator<()>> TakesNothing<T> for &Source<R, T> {}

/// Any iterable; what is sent is dropped.
pub trait TakesNone<T> {
    /// The delegate.
    #[inline(always)]
    fn delegate(&self, iterable: T) -> ToIterator<T::Source>
    where
        T: YieldFrom,
    {
        ToIterator(iterable.source())
    }
}
impl<R, T> TakesNone<T> for Source<R, T> {}

/// What `yield_from!` takes beside generators.
#[diagnostic::on_unimplemented(
    message = "`yield_from!` cannot yield the items of `{Self}`",
    label = "not an iterator and not a generator that is sent the same values",
    note = "`yield_from!` takes what a `for` loop takes, and generators; to yield one value write `yield_!(value)`"
)]
pub trait YieldFrom {
    /// The iterator.
    type Source: Iterator;
    /// Starts the iteration.
    fn source(self) -> Self::Source;
}

#[diagnostic::do_not_recommend]
impl<I: IntoIterator> YieldFrom for I {
    type Source = I::IntoIter;
    #[inline(always)]
    fn source(self) -> I::IntoIter {
        self.into_iter()
    }
}

/// Delegates to a generator, sends included.
#[derive(Clone)]
pub struct ToGenerator<G> {
    generator: G,
    /// Whether it was not advanced here yet: it may have ended before.
    fresh: bool,
}

impl<G> ToGenerator<G> {
    /// The value of a generator that had ended before it was delegated to.
    fn ended_before<R>(&mut self) -> Option<G::Return>
    where
        G: Generator<R>,
    {
        let ended = core::mem::replace(&mut self.fresh, false) && self.generator.is_done();
        ended.then(|| match self.generator.take_return() {
            Some(value) => value,
            None => panic!("`yield_from!` of a generator that has ended and whose value was taken"),
        })
    }
}

impl<R, G: Generator<R>> Delegate<R> for ToGenerator<G> {
    type Item = G::Yield;
    type Return = G::Return;

    #[inline]
    fn advance(&mut self, sent: Option<R>) -> GeneratorState<G::Yield, G::Return> {
        if let Some(value) = self.ended_before() {
            return GeneratorState::Complete(value);
        }
        match sent {
            Some(value) => self.generator.resume(value),
            None => self.generator.start(),
        }
    }

    #[inline]
    fn run(mut self, first: Option<R>, sink: &mut dyn FnMut(G::Yield) -> R) -> G::Return {
        match self.ended_before() {
            Some(value) => value,
            None => self.generator.run_with(first, sink),
        }
    }
}

/// Delegates to a generator that is sent nothing.
#[derive(Clone)]
pub struct Unsent<G>(ToGenerator<G>);

impl<R, G: Generator<()>> Delegate<R> for Unsent<G> {
    type Item = G::Yield;
    type Return = G::Return;

    #[inline]
    fn advance(&mut self, _: Option<R>) -> GeneratorState<G::Yield, G::Return> {
        self.0.advance(Some(()))
    }

    #[inline]
    fn run(self, _: Option<R>, sink: &mut dyn FnMut(G::Yield) -> R) -> G::Return {
        self.0.run(Some(()), &mut |item| drop(sink(item)))
    }
}

/// Delegates to an iterator.
#[derive(Clone)]
pub struct ToIterator<I>(I);

impl<R, I: Iterator> Delegate<R> for ToIterator<I> {
    type Item = I::Item;
    type Return = ();

    #[inline]
    fn advance(&mut self, _: Option<R>) -> GeneratorState<I::Item, ()> {
        match self.0.next() {
            Some(item) => GeneratorState::Yielded(item),
            None => GeneratorState::Complete(()),
        }
    }

    #[inline]
    fn run(self, _: Option<R>, sink: &mut dyn FnMut(I::Item) -> R) {
        self.0.for_each(|item| drop(sink(item)));
    }
}
