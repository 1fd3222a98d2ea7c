//! Generators that take values and end with one.

use crate::frame::{ClearOnUnwind, Frame};
use crate::generator::{Generator, GeneratorState, SendError};
use core::iter::FusedIterator;
use core::mem;

/// What a [`Coroutine`] is made of: something that can be run from one suspension to the next.
pub trait Run<R> {
    /// The type of an item.
    type Yield;
    /// The type of the final value.
    type Return;

    /// Whether the body has not started.
    fn is_unresumed(&self) -> bool;
    /// Whether the body has ended.
    fn is_done(&self) -> bool;
    /// Runs to the next suspension. There is something sent unless this is the first run.
    fn run(&mut self, sent: Option<R>) -> GeneratorState<Self::Yield, Self::Return>;
    /// Runs a new one to its end, each item answered by `sink`.
    fn run_to_end(self, sink: &mut dyn FnMut(Self::Yield) -> R) -> Self::Return;
}

/// A frame with the two ways to run it: to the next suspension, and to the end as the plain body.
#[derive(Clone)]
pub struct GeneratorRun<F, P, S> {
    frame: F,
    plain: P,
    step: S,
}

impl<F, P, S, R, Y, V> Run<R> for GeneratorRun<F, P, S>
where
    F: Frame,
    P: FnOnce(F, &mut dyn FnMut(Y) -> R) -> V,
    S: FnMut(&mut F, Option<R>) -> GeneratorState<Y, V>,
{
    type Yield = Y;
    type Return = V;

    #[inline]
    fn is_unresumed(&self) -> bool {
        self.frame.is_unresumed()
    }

    #[inline]
    fn is_done(&self) -> bool {
        self.frame.is_done()
    }

    #[inline]
    fn run(&mut self, sent: Option<R>) -> GeneratorState<Y, V> {
        let guard = ClearOnUnwind(&mut self.frame);
        let state = (self.step)(guard.0, sent);
        mem::forget(guard);
        state
    }

    #[inline]
    fn run_to_end(self, sink: &mut dyn FnMut(Y) -> R) -> V {
        (self.plain)(self.frame, sink)
    }
}

/// A generator with the whole protocol.
#[derive(Clone)]
pub struct Coroutine<M, V> {
    machine: M,
    /// The final value, if the end was reached as an iterator.
    returned: Option<V>,
}

/// Nothing in a frame is ever pinned.
impl<M, V> Unpin for Coroutine<M, V> {}

/// Puts a generator with the whole protocol together; the types come first, so that they are known in the closures.
#[inline]
pub fn coroutine<R, Y, V, F, P, S>(
    frame: F,
    plain: P,
    step: S,
) -> Coroutine<GeneratorRun<F, P, S>, V>
where
    F: Frame,
    P: FnOnce(F, &mut dyn FnMut(Y) -> R) -> V,
    S: FnMut(&mut F, Option<R>) -> GeneratorState<Y, V>,
{
    Coroutine::new(GeneratorRun { frame, plain, step })
}

/// Stands at the end of a generator, where there is no value left to return.
#[cold]
#[inline(never)]
pub fn resumed_after_end() -> ! {
    panic!("a generator was resumed after it had ended")
}

impl<M, V> Coroutine<M, V> {
    pub(crate) fn new(machine: M) -> Self {
        Coroutine {
            machine,
            returned: None,
        }
    }
}

impl<R, M: Run<R>> Generator<R> for Coroutine<M, M::Return> {
    type Yield = M::Yield;
    type Return = M::Return;

    #[inline]
    fn resume(&mut self, value: R) -> GeneratorState<M::Yield, M::Return> {
        let sent = if self.machine.is_unresumed() {
            drop(value);
            None
        } else {
            Some(value)
        };
        self.machine.run(sent)
    }

    #[inline]
    fn start(&mut self) -> GeneratorState<M::Yield, M::Return> {
        assert!(
            self.machine.is_unresumed(),
            "can't start a generator twice: resume it, or send it a value"
        );
        self.machine.run(None)
    }

    #[inline]
    fn try_send(&mut self, value: R) -> Result<GeneratorState<M::Yield, M::Return>, SendError<R>> {
        if self.machine.is_unresumed() || self.machine.is_done() {
            return Err(SendError::new(value, self.machine.is_done()));
        }
        Ok(self.machine.run(Some(value)))
    }

    #[inline]
    fn is_done(&self) -> bool {
        self.machine.is_done()
    }

    #[inline]
    fn take_return(&mut self) -> Option<M::Return> {
        self.returned.take()
    }

    #[inline]
    fn run_with(mut self, first: Option<R>, sink: &mut dyn FnMut(M::Yield) -> R) -> M::Return {
        if self.machine.is_unresumed() {
            return self.machine.run_to_end(sink);
        }
        let mut sent = first;
        loop {
            match self.machine.run(sent) {
                GeneratorState::Yielded(item) => sent = Some(sink(item)),
                GeneratorState::Complete(value) => return value,
            }
        }
    }
}

impl<M: Run<()>> Iterator for Coroutine<M, M::Return> {
    type Item = M::Yield;

    #[inline]
    fn next(&mut self) -> Option<M::Yield> {
        if self.machine.is_done() {
            return None;
        }
        match self.machine.run(Some(())) {
            GeneratorState::Yielded(item) => Some(item),
            GeneratorState::Complete(value) => {
                self.returned = Some(value);
                None
            }
        }
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, self.machine.is_done().then_some(0))
    }

    #[inline]
    fn fold<B, G>(self, init: B, mut g: G) -> B
    where
        G: FnMut(B, M::Yield) -> B,
    {
        if self.machine.is_done() {
            return init;
        }
        let mut folded = Some(init);
        let mut sink = |item| {
            if let Some(before) = folded.take() {
                folded = Some(g(before, item));
            }
        };
        self.run_with(Some(()), &mut sink);
        folded.expect("BUG: the sink puts back what it takes")
    }
}

impl<M: Run<()>> FusedIterator for Coroutine<M, M::Return> {}
