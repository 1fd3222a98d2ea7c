//! Generators of `gen_!`.

use crate::frame::Frame;
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

/// The closure of a block.
pub trait Body<F, T> {
    /// Runs to the next item, or with a sink to the end.
    fn run(&mut self, frame: &mut F, sink: Option<&mut dyn FnMut(T)>) -> Ending<T>;
    /// Drops what the closure owns; it is not run any more.
    fn clear(&mut self) {}
    /// Whether there is anything to drop.
    const OWNS: bool = false;
}

impl<F, T, B> Body<F, T> for B
where
    B: FnMut(&mut F, Option<&mut dyn FnMut(T)>) -> Ending<T>,
{
    #[inline(always)]
    fn run(&mut self, frame: &mut F, sink: Option<&mut dyn FnMut(T)>) -> Ending<T> {
        self(frame, sink)
    }
}

/// The closure of a block with a `move`: what it has captured ends with the body.
#[derive(Clone)]
pub struct Owning<B>(Option<B>);

impl<F, T, B> Body<F, T> for Owning<B>
where
    B: FnMut(&mut F, Option<&mut dyn FnMut(T)>) -> Ending<T>,
{
    #[inline(always)]
    fn run(&mut self, frame: &mut F, sink: Option<&mut dyn FnMut(T)>) -> Ending<T> {
        match &mut self.0 {
            Some(body) => body(frame, sink),
            None => Ending::Plain,
        }
    }
    fn clear(&mut self) {
        self.0 = None;
    }
    const OWNS: bool = mem::needs_drop::<B>();
}

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

/// The same of a block with a `move`.
#[inline]
pub fn owning_block<F, B, T>(frame: F, body: B) -> GeneratorBlock<F, Owning<B>, T>
where
    F: Frame,
    B: FnMut(&mut F, Option<&mut dyn FnMut(T)>) -> Ending<T>,
{
    GeneratorBlock {
        frame,
        body: Owning(Some(body)),
        item: PhantomData,
    }
}

/// Ends a generator when a panic unwinds out of a run.
struct ClearOnUnwind<'g, F: Frame, B: Body<F, T>, T>(&'g mut GeneratorBlock<F, B, T>);

impl<F: Frame, B: Body<F, T>, T> Drop for ClearOnUnwind<'_, F, B, T> {
    fn drop(&mut self) {
        self.0.frame.clear();
        self.0.body.clear();
    }
}

impl<F: Frame, B: Body<F, T>, T> GeneratorBlock<F, B, T> {
    /// Runs to the next item, or with a sink to the end; the last item is returned then, if there is one more.
    #[inline]
    fn run(&mut self, sink: Option<&mut dyn FnMut(T)>) -> Option<T> {
        let guard = ClearOnUnwind(self);
        let item = guard.0.body.run(&mut guard.0.frame, sink);
        mem::forget(guard);
        if B::OWNS && self.frame.is_done() {
            self.body.clear();
        }
        match item {
            Ending::LastItem(item) => Some(item),
            Ending::Plain => None,
        }
    }
}

impl<F: Frame, B: Body<F, T>, T> Iterator for GeneratorBlock<F, B, T> {
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

impl<F: Frame, B: Body<F, T>, T> FusedIterator for GeneratorBlock<F, B, T> {}
