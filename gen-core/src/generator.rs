//! The protocol: resume, send, return.

use core::fmt;

/// What a generator has come to after it was resumed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum GeneratorState<Y, V> {
    /// It yielded an item and is suspended.
    Yielded(Y),
    /// It has ended with this value.
    Complete(V),
}

/// A generator: yields items, takes a value for each, ends with a value.
pub trait Generator<R = ()> {
    /// The type of an item.
    type Yield;
    /// The type of the final value.
    type Return;

    /// Resumes with `value`; the first one starts the body and is dropped.
    fn resume(&mut self, value: R) -> GeneratorState<Self::Yield, Self::Return>;
    /// Runs to the first suspension.
    fn start(&mut self) -> GeneratorState<Self::Yield, Self::Return>;
    /// Whether the generator has ended.
    fn is_done(&self) -> bool;
    /// Delivers `value`, or gives it back.
    ///
    /// # Errors
    /// Where the generator is not suspended at a `yield_!`.
    fn try_send(
        &mut self,
        value: R,
    ) -> Result<GeneratorState<Self::Yield, Self::Return>, SendError<R>>;
    /// The final value, once.
    fn take_return(&mut self) -> Option<Self::Return>;
    /// Delivers `value`.
    ///
    /// # Panics
    /// Where the generator is not suspended at a `yield_!`.
    #[track_caller]
    fn send(&mut self, value: R) -> GeneratorState<Self::Yield, Self::Return> {
        match self.try_send(value) {
            Ok(state) => state,
            Err(error) => panic!("{error}"),
        }
    }
}

/// A value that could not be sent.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SendError<R> {
    value: R,
    ended: bool,
}

impl<R> SendError<R> {
    /// The value.
    pub fn into_inner(self) -> R {
        self.value
    }
    #[allow(dead_code)]
    pub(crate) fn new(value: R, ended: bool) -> Self {
        SendError { value, ended }
    }
}

impl<R> fmt::Display for SendError<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.ended {
            "can't send to a generator that has ended"
        } else {
            "can't send to a just-started generator: call `start()` first"
        })
    }
}
