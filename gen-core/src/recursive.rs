//! Recursive generators: one growable stack of frames, the innermost at hand.

use crate::coroutine::{Coroutine, Run};
use crate::frame::Frame;
use crate::generator::GeneratorState;
use alloc::vec::Vec;
use core::marker::PhantomData;
use core::mem;

/// What one run of a frame comes to.
pub enum Step<F, Y, V> {
    /// It has yielded an item.
    Yielded(Y),
    /// It delegates to the generator with this frame.
    Call(F),
    /// It has ended with this value.
    Complete(V),
}

/// A generator that delegates to itself.
///
/// The innermost frame is resumed directly, however deep it is; a call moves it onto the stack and puts the new frame in
/// its place, and the end of a frame brings its caller back.
pub struct Recursion<F: Frame, S, V> {
    frames: Frames<F>,
    step: S,
    returned: PhantomData<fn(V)>,
}

impl<F: Frame + Clone, S: Clone, V> Clone for Recursion<F, S, V> {
    fn clone(&self) -> Self {
        Recursion {
            frames: self.frames.clone(),
            step: self.step.clone(),
            returned: PhantomData,
        }
    }
}

/// The frames of the generators that are running, of which each but the innermost waits for the next.
#[derive(Clone)]
struct Frames<F: Frame> {
    innermost: F,
    callers: Vec<F>,
}

impl<F: Frame> Frames<F> {
    fn call(&mut self, callee: F) {
        self.callers.push(mem::replace(&mut self.innermost, callee));
    }

    /// Goes back to the caller; `false` from the outermost generator.
    fn pop(&mut self) -> bool {
        let caller = self.callers.pop();
        let found = caller.is_some();
        if let Some(caller) = caller {
            self.innermost = caller;
        }
        found
    }

    /// Drops what all frames hold, newest first and without recursion. A destructor that panics changes nothing about
    /// the order: unwinding goes on where it left off.
    fn clear(&mut self) {
        let rest = ClearAllOnUnwind(self);
        rest.0.innermost.clear();
        while let Some(mut caller) = rest.0.callers.pop() {
            caller.clear();
        }
        mem::forget(rest);
    }
}

impl<F: Frame> Drop for Frames<F> {
    fn drop(&mut self) {
        self.clear();
    }
}

/// Clears all frames when a panic unwinds out of a run.
struct ClearAllOnUnwind<'f, F: Frame>(&'f mut Frames<F>);

impl<F: Frame> Drop for ClearAllOnUnwind<'_, F> {
    fn drop(&mut self) {
        self.0.clear();
    }
}

impl<F, S, R, Y, V> Run<R> for Recursion<F, S, V>
where
    F: Frame,
    S: FnMut(&mut F, Option<R>, Option<V>) -> Step<F, Y, V>,
{
    type Yield = Y;
    type Return = V;

    #[inline]
    fn is_unresumed(&self) -> bool {
        self.frames.callers.is_empty() && self.frames.innermost.is_unresumed()
    }

    #[inline]
    fn is_done(&self) -> bool {
        self.frames.callers.is_empty() && self.frames.innermost.is_done()
    }

    #[inline]
    fn run(&mut self, mut sent: Option<R>) -> GeneratorState<Y, V> {
        let guard = ClearAllOnUnwind(&mut self.frames);
        let mut returned = None;
        let state = loop {
            match (self.step)(&mut guard.0.innermost, sent.take(), returned.take()) {
                Step::Yielded(item) => break GeneratorState::Yielded(item),
                Step::Call(callee) => guard.0.call(callee),
                Step::Complete(value) if guard.0.pop() => returned = Some(value),
                Step::Complete(value) => break GeneratorState::Complete(value),
            }
        };
        mem::forget(guard);
        state
    }

    fn run_to_end(mut self, sink: &mut dyn FnMut(Y) -> R) -> V {
        let mut sent = None;
        loop {
            match self.run(sent) {
                GeneratorState::Yielded(item) => sent = Some(sink(item)),
                GeneratorState::Complete(value) => return value,
            }
        }
    }
}

/// Puts a recursive generator together that is an iterator. The plain body is not run: it would recurse.
#[inline]
pub fn recursive_iterator<Y, F, P, S>(
    frame: F,
    _plain: P,
    step: S,
) -> Coroutine<Recursion<F, S, ()>, ()>
where
    F: Frame,
    P: FnOnce(F, &mut dyn FnMut(Y)) -> crate::iterator::Ending<Y>,
    S: FnMut(&mut F, Option<()>, Option<()>) -> Step<F, Y, ()>,
{
    recursion(frame, step)
}

/// Puts a recursive generator with the whole protocol together.
#[inline]
pub fn recursive_coroutine<R, Y, V, F, P, S>(
    frame: F,
    _plain: P,
    step: S,
) -> Coroutine<Recursion<F, S, V>, V>
where
    F: Frame,
    P: FnOnce(F, &mut dyn FnMut(Y) -> R) -> V,
    S: FnMut(&mut F, Option<R>, Option<V>) -> Step<F, Y, V>,
{
    recursion(frame, step)
}

fn recursion<F: Frame, S, V>(frame: F, step: S) -> Coroutine<Recursion<F, S, V>, V> {
    let frames = Frames {
        innermost: frame,
        callers: Vec::new(),
    };
    Coroutine::new(Recursion {
        frames,
        step,
        returned: PhantomData,
    })
}

/// Stands in the plain body for a delegation to the generator itself; it only gives the types.
pub fn recursed<V, A>(arguments: A) -> V {
    drop(arguments);
    unreachable!("BUG: the plain body of a recursive generator is not run")
}
