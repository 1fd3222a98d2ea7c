//! Generators of `gen_!`.

use crate::frame::{ClearOnUnwind, Frame};
use crate::iterator::Ending;
use core::iter::FusedIterator;
use core::marker::PhantomData;
use core::mem;

/// The generator of a `gen_!` block: one closure runs it both ways, so that what it captures is captured once.
pub struct GeneratorBlock<F, B, T> {
    frame: F,
    body: B,
    item: PhantomData<fn(T)>,
}

impl<F: Clone, B: Clone, T> Clone for GeneratorBlock<F, B, T> {
    fn clone(&self) -> Self {
        GeneratorBlock {
            frame: self.frame.clone(),
            body: self.body.clone(),
            item: PhantomData,
        }
    }
}

/// Nothing in a frame is ever pinned.
impl<F, B, T> Unpin for GeneratorBlock<F, B, T> {}

/// Puts the generator of a `gen_!` block together.
#[inline]
pub fn block<F, B, T>(frame: F, body: B) -> GeneratorBlock<F, B, T>
where
    F: Frame,
    B: FnMut(&mut F, Option<&mut dyn FnMut(T)>) -> Ending<T>,
{
    GeneratorBlock {
        frame,
        body,
        item: PhantomData,
    }
}

impl<F, B, T> GeneratorBlock<F, B, T>
where
    F: Frame,
    B: FnMut(&mut F, Option<&mut dyn FnMut(T)>) -> Ending<T>,
{
    /// Runs to the next item, or with a sink to the end; the last item is returned then, if there is one more.
    #[inline]
    fn run(&mut self, sink: Option<&mut dyn FnMut(T)>) -> Option<T> {
        let guard = ClearOnUnwind(&mut self.frame);
        let item = (self.body)(guard.0, sink);
        mem::forget(guard);
        match item {
            Ending::LastItem(item) => Some(item),
            Ending::Plain => None,
        }
    }
}

impl<F, B, T> Iterator for GeneratorBlock<F, B, T>
where
    F: Frame,
    B: FnMut(&mut F, Option<&mut dyn FnMut(T)>) -> Ending<T>,
{
    type Item = T;

    #[inline]
    fn next(&mut self) -> Option<T> {
        self.run(None)
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, self.frame.is_done().then_some(0))
    }

    #[inline]
    fn fold<A, G>(mut self, init: A, mut g: G) -> A
    where
        G: FnMut(A, T) -> A,
    {
        let mut folded = Some(init);
        let mut sink = |item| {
            if let Some(before) = folded.take() {
                folded = Some(g(before, item));
            }
        };
        if self.frame.is_unresumed() {
            self.run(Some(&mut sink)).map(sink);
        } else {
            for item in self {
                sink(item);
            }
        }
        folded.expect("BUG: the sink puts back what it takes")
    }
}

impl<F, B, T> FusedIterator for GeneratorBlock<F, B, T>
where
    F: Frame,
    B: FnMut(&mut F, Option<&mut dyn FnMut(T)>) -> Ending<T>,
{
}
