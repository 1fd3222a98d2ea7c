//! The protocol: resume, send, return.

use core::fmt;

/// What a generator has come to when it was resumed.
///
/// # Examples
///
/// ```
/// use gen_core::{Generator, GeneratorState, generator};
///
/// #[generator]
/// fn one_then(end: char) -> impl Generator<Yield = u32, Return = char> {
///     yield_!(1);
///     end
/// }
///
/// let mut g = one_then('z');
/// assert_eq!(g.resume(()), GeneratorState::Yielded(1));
/// assert_eq!(g.resume(()), GeneratorState::Complete('z'));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum GeneratorState<Y, V> {
    /// It has yielded an item and is suspended.
    Yielded(Y),
    /// It has ended with this value.
    Complete(V),
}

impl<Y, V> GeneratorState<Y, V> {
    /// The item, if one was yielded.
    ///
    /// # Examples
    ///
    /// ```
    /// use gen_core::GeneratorState;
    ///
    /// assert_eq!(GeneratorState::<_, ()>::Yielded(1).yielded(), Some(1));
    /// assert_eq!(GeneratorState::<u32, _>::Complete(()).yielded(), None);
    /// ```
    pub fn yielded(self) -> Option<Y> {
        match self {
            GeneratorState::Yielded(item) => Some(item),
            GeneratorState::Complete(_) => None,
        }
    }

    /// The final value, if the generator has ended.
    ///
    /// # Examples
    ///
    /// ```
    /// use gen_core::GeneratorState;
    ///
    /// assert_eq!(GeneratorState::<u32, _>::Complete("end").complete(), Some("end"));
    /// ```
    pub fn complete(self) -> Option<V> {
        match self {
            GeneratorState::Yielded(_) => None,
            GeneratorState::Complete(value) => Some(value),
        }
    }
}

/// A generator: it yields items, is sent a value for each, and ends with a value.
///
/// `#[generator]` on a function with `-> impl Generator<R, Yield = T, Return = V>` makes one; in its body
/// `yield_!(item)` evaluates to the value sent. It has the shape of the standard library's unstable `Coroutine`, without
/// the pinning. A generator that is sent nothing (`R = ()`) is an [`Iterator`], too.
///
/// | Python | here |
/// | --- | --- |
/// | `next(g)` for the first time | [`start`](Generator::start) |
/// | `g.send(x)` | [`send`](Generator::send), [`try_send`](Generator::try_send) |
/// | `g.throw(e)` | `send(Err(e))`, with `R = Result<_, E>` and `yield_!(x)?` in the body |
/// | `g.close()` | drop it |
/// | `StopIteration.value` | [`GeneratorState::Complete`], or [`take_return`](Generator::take_return) after a loop |
///
/// The trait is object-safe, and `&mut G` and `Box<G>` are generators where `G` is one.
///
/// # Examples
///
/// ```
/// use gen_core::{Generator, generator};
///
/// #[generator]
/// fn averager() -> impl Generator<f64, Yield = f64, Return = ()> {
///     let (mut sum, mut count) = (0.0, 0.0);
///     loop {
///         let x = yield_!(if count == 0.0 { 0.0 } else { sum / count });
///         sum += x;
///         count += 1.0;
///     }
/// }
///
/// let mut average = averager();
/// average.start();
/// assert_eq!(average.send(10.0).yielded(), Some(10.0));
/// assert_eq!(average.send(30.0).yielded(), Some(20.0));
/// ```
#[must_use = "generators are lazy: nothing happens before the first `next()`, `start()` or `resume(..)`"]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a generator that is sent values of type `{R}`",
    label = "not a `Generator<{R}>`",
    note = "a function returns one if it is a `#[generator]` with `-> impl Generator<{R}, Yield = T, Return = V>`"
)]
pub trait Generator<R = ()> {
    /// The type of an item.
    type Yield;
    /// The type of the final value.
    type Return;

    /// Resumes the generator; `value` is what the `yield_!` at which it is suspended evaluates to.
    ///
    /// The first call starts the body and drops `value`: no `yield_!` waits for it yet.
    ///
    /// # Panics
    ///
    /// If the generator has ended, and if the body panics.
    ///
    /// # Examples
    ///
    /// ```
    /// use gen_core::{Generator, GeneratorState, generator};
    ///
    /// #[generator]
    /// fn echo() -> impl Generator<u32, Yield = u32, Return = ()> {
    ///     let first = yield_!(0);
    ///     yield_!(first);
    /// }
    ///
    /// let mut g = echo();
    /// assert_eq!(g.resume(7), GeneratorState::Yielded(0));
    /// assert_eq!(g.resume(8), GeneratorState::Yielded(8));
    /// ```
    fn resume(&mut self, value: R) -> GeneratorState<Self::Yield, Self::Return>;

    /// Runs a new generator to its first suspension.
    ///
    /// # Panics
    ///
    /// If the generator was started before, and if the body panics.
    ///
    /// # Examples
    ///
    /// ```
    /// use gen_core::{Generator, GeneratorState, generator};
    ///
    /// #[generator]
    /// fn echo() -> impl Generator<u32, Yield = u32, Return = ()> {
    ///     let first = yield_!(0);
    ///     yield_!(first);
    /// }
    ///
    /// assert_eq!(echo().start(), GeneratorState::Yielded(0));
    /// ```
    #[track_caller]
    fn start(&mut self) -> GeneratorState<Self::Yield, Self::Return>;

    /// Delivers `value` to the `yield_!` at which the generator is suspended, or gives it back.
    ///
    /// # Errors
    ///
    /// If the generator is not suspended at a `yield_!`: before the start and after the end.
    ///
    /// # Panics
    ///
    /// If the body panics.
    ///
    /// # Examples
    ///
    /// ```
    /// use gen_core::{Generator, generator};
    ///
    /// #[generator]
    /// fn once() -> impl Generator<String, Yield = (), Return = String> {
    ///     yield_!(())
    /// }
    ///
    /// let mut g = once();
    /// let error = g.try_send("early".to_string()).unwrap_err();
    /// assert_eq!(error.to_string(), "can't send to a just-started generator: call `start()` first");
    /// assert_eq!(error.into_inner(), "early");
    ///
    /// g.start();
    /// assert_eq!(g.try_send("now".to_string()).unwrap().complete(), Some("now".to_string()));
    /// assert!(g.try_send("late".to_string()).unwrap_err().has_ended());
    /// ```
    fn try_send(
        &mut self,
        value: R,
    ) -> Result<GeneratorState<Self::Yield, Self::Return>, SendError<R>>;

    /// Delivers `value` to the `yield_!` at which the generator is suspended.
    ///
    /// # Panics
    ///
    /// If the generator is not suspended at a `yield_!`: before the start and after the end; and if the body panics.
    ///
    /// # Examples
    ///
    /// ```
    /// use gen_core::{Generator, GeneratorState, generator};
    ///
    /// #[generator]
    /// fn longest() -> impl Generator<&'static str, Yield = usize, Return = ()> {
    ///     let mut longest = 0;
    ///     loop {
    ///         longest = yield_!(longest).len().max(longest);
    ///     }
    /// }
    ///
    /// let mut g = longest();
    /// g.start();
    /// assert_eq!(g.send("three"), GeneratorState::Yielded(5));
    /// assert_eq!(g.send("one"), GeneratorState::Yielded(5));
    /// ```
    #[track_caller]
    fn send(&mut self, value: R) -> GeneratorState<Self::Yield, Self::Return> {
        match self.try_send(value) {
            Ok(state) => state,
            Err(error) => panic!("{error}"),
        }
    }

    /// Whether the generator has ended: by its return, or by a panic.
    ///
    /// # Examples
    ///
    /// ```
    /// use gen_core::{Generator, generator};
    ///
    /// #[generator]
    /// fn nothing() -> impl Generator<Yield = u32, Return = ()> {}
    ///
    /// let mut g = nothing();
    /// assert!(!g.is_done());
    /// g.start();
    /// assert!(g.is_done());
    /// ```
    fn is_done(&self) -> bool;

    /// The final value of a generator that was run to its end as an iterator; once, then `None`.
    ///
    /// Where [`resume`](Generator::resume) and its like have reached the end, the value was theirs.
    ///
    /// # Examples
    ///
    /// ```
    /// use gen_core::{Generator, generator};
    ///
    /// #[generator]
    /// fn count(words: &[&str]) -> impl Generator<Yield = String, Return = usize> {
    ///     for word in words {
    ///         yield_!(word.to_uppercase());
    ///     }
    ///     words.len()
    /// }
    ///
    /// let mut g = count(&["a", "b"]);
    /// for word in &mut g {
    ///     print!("{word} ");
    /// }
    /// assert_eq!(g.take_return(), Some(2));
    /// assert_eq!(g.take_return(), None);
    /// ```
    fn take_return(&mut self) -> Option<Self::Return>;

    /// Runs to the end, each item answered by `sink`; `first` is what [`resume`](Generator::resume) starts with, if it
    /// does.
    #[doc(hidden)]
    fn run_with(mut self, first: Option<R>, sink: &mut dyn FnMut(Self::Yield) -> R) -> Self::Return
    where
        Self: Sized,
    {
        let mut state = match first {
            Some(value) => self.resume(value),
            None => self.start(),
        };
        loop {
            match state {
                GeneratorState::Yielded(item) => state = self.resume(sink(item)),
                GeneratorState::Complete(value) => return value,
            }
        }
    }
}

macro_rules! forward {
    () => {
        #[inline]
        fn resume(&mut self, value: R) -> GeneratorState<Self::Yield, Self::Return> {
            (**self).resume(value)
        }
        #[inline]
        #[track_caller]
        fn start(&mut self) -> GeneratorState<Self::Yield, Self::Return> {
            (**self).start()
        }
        #[inline]
        fn try_send(
            &mut self,
            value: R,
        ) -> Result<GeneratorState<Self::Yield, Self::Return>, SendError<R>> {
            (**self).try_send(value)
        }
        #[inline]
        fn is_done(&self) -> bool {
            (**self).is_done()
        }
        #[inline]
        fn take_return(&mut self) -> Option<Self::Return> {
            (**self).take_return()
        }
    };
}

impl<R, G: Generator<R> + ?Sized> Generator<R> for &mut G {
    type Yield = G::Yield;
    type Return = G::Return;
    forward!();
}

#[cfg(feature = "alloc")]
impl<R, G: Generator<R> + ?Sized> Generator<R> for alloc::boxed::Box<G> {
    type Yield = G::Yield;
    type Return = G::Return;
    forward!();
}

/// A value that could not be sent, because the generator was not suspended at a `yield_!`.
///
/// # Examples
///
/// See [`Generator::try_send`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SendError<R> {
    value: R,
    ended: bool,
}

impl<R> SendError<R> {
    pub(crate) fn new(value: R, ended: bool) -> Self {
        SendError { value, ended }
    }

    /// The value.
    ///
    /// # Examples
    ///
    /// ```
    /// use gen_core::{Generator, generator};
    ///
    /// #[generator]
    /// fn sink() -> impl Generator<Vec<u8>, Yield = (), Return = ()> {
    ///     loop {
    ///         yield_!(());
    ///     }
    /// }
    ///
    /// assert_eq!(sink().try_send(vec![1]).unwrap_err().into_inner(), [1]);
    /// ```
    pub fn into_inner(self) -> R {
        self.value
    }

    /// Whether the generator had ended; otherwise it had not started.
    ///
    /// # Examples
    ///
    /// ```
    /// use gen_core::{Generator, generator};
    ///
    /// #[generator]
    /// fn nothing() -> impl Generator<u32, Yield = (), Return = ()> {}
    ///
    /// let mut g = nothing();
    /// assert!(!g.try_send(1).unwrap_err().has_ended());
    /// g.start();
    /// assert!(g.try_send(2).unwrap_err().has_ended());
    /// ```
    pub fn has_ended(&self) -> bool {
        self.ended
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

impl<R: fmt::Debug> core::error::Error for SendError<R> {}
