//! Whether a method takes its receiver by value, found out by method lookup: what a macro cannot know of `job.finish()`.
//!
//! An expansion calls the method on `&T` and on `&mut T`, in code that never runs, where a trait of its own has a method
//! of that name for `&mut &T` and `&mut &mut T`. rustc finds that one only if `T` has none by reference, and it returns `!`: the
//! type of a block with that call as its last statement is `!` rather than `()`. A `&mut` to an iterator or a reader is one, too, and
//! has the methods that take one; but what it gives is made of the reference, and so of another type.

use crate::__private::Probe;
use crate::bounds::{Borrowed, CalledAgain, Kept};
use crate::kind::Nothing;
use core::marker::PhantomData;

/// A function pointer, by what it returns.
pub trait Function {
    /// What it returns.
    type Output;
}

impl<R> Function for fn() -> R {
    type Output = R;
}

/// `!`
pub type Never = <fn() -> ! as Function>::Output;

/// The method takes the value.
pub struct Taken;

/// The method leaves the value where it is, or it is not known.
pub struct Left;

/// What a call by reference gives that goes on: there is a method by reference.
pub trait ByReference: Sized {
    /// The answer.
    fn answer(self) -> Left {
        Left
    }
}
impl ByReference for () {}

/// What a call by reference gives that does not go on: there is none.
pub trait ByValue: Sized {
    /// The answer.
    fn answer(self) -> Taken {
        Taken
    }
}
impl ByValue for Never {}

/// The call of a method: whether it takes its receiver, and what it returns.
pub struct Call<K, R>(PhantomData<K>, PhantomData<R>);

impl<K, R> Call<K, R> {
    /// Of a method that is still to be found.
    #[inline(always)]
    pub const fn unknown() -> Self {
        Call(PhantomData, PhantomData)
    }
    /// Of a method of this kind.
    pub fn is(&self, _: K) {}
    /// Of a method that returns this.
    pub fn returns(&self, _: R) {}
    /// What the method has returned.
    #[inline(always)]
    pub fn returned(&self, value: R) -> R {
        value
    }
}

impl<R> Call<Taken, R> {
    /// Whether it takes its receiver.
    #[inline(always)]
    pub fn takes(&self) -> bool {
        true
    }
    /// Stands before the code that is right if it does.
    #[inline(always)]
    pub fn if_taken(&self) {}
    /// Stands before the code that is right if it does not: rustc sees that it is never reached.
    pub fn if_left(&self) -> ! {
        unreachable!()
    }
}

impl<R> Call<Left, R> {
    /// Whether it takes its receiver.
    #[inline(always)]
    pub fn takes(&self) -> bool {
        false
    }
    /// Stands before the code that is right if it does: rustc sees that it is never reached.
    pub fn if_taken(&self) -> ! {
        unreachable!()
    }
    /// Stands before the code that is right if it does not.
    #[inline(always)]
    pub fn if_left(&self) {}
}

impl<R> Call<Taken, R> {
    /// It may stand behind arguments that have yielded.
    pub fn allowed<T>(&self, _: &T) {}
}

impl<R> Call<Left, R> {
    /// It may not stand behind arguments that have yielded, unless it looks at a copy.
    pub fn allowed<T>(&self, _: &T)
    where
        Kept: Borrowed<T>,
    {
    }
}

/// What is called behind arguments that have yielded.
#[inline(always)]
pub fn called_again<T>(_: &T)
where
    Kept: CalledAgain<T>,
{
}

impl<U: ?Sized> Probe<U> {
    /// To call a method by reference on.
    pub fn shared(&self) -> &U {
        unreachable!()
    }
    /// To call a method by exclusive reference on.
    pub fn exclusive(&self) -> &mut U {
        unreachable!()
    }
}

/// A method returns the same by value and by reference.
pub struct Same;

/// It does not: a reference has the method because what it refers to has it, and so has it by value.
pub struct Different;

/// Of two types of a kind.
pub trait ReturnsSame {
    /// Whether they are one.
    fn sameness(&self) -> Same {
        Same
    }
}
impl<R> ReturnsSame for &Probe<(R, R)> {}

/// Of any other two.
pub trait ReturnsDifferent {
    /// Whether they are one.
    fn sameness(&self) -> Different {
        Different
    }
}
impl<R, S> ReturnsDifferent for Probe<(R, S)> {}

impl<K, R> Call<K, R> {
    /// What the method returns, and what it returns by reference.
    pub fn returned_beside<S>(&self, _: Probe<S>) -> Probe<(R, S)> {
        Probe::unknown()
    }
}

impl<S> Probe<S> {
    /// Of the type of this value.
    pub fn is_of(&self, _: S) {}
}

/// What a method that is found by reference says of the one that is called.
pub trait IfReturned<S> {
    /// The answer.
    type Answer;
    /// The answer, if that returns the same or not.
    fn if_returned(self, same: S) -> Self::Answer;
}
impl IfReturned<Same> for Left {
    type Answer = Left;
    fn if_returned(self, _: Same) -> Left {
        self
    }
}
impl IfReturned<Different> for Left {
    type Answer = Taken;
    fn if_returned(self, _: Different) -> Taken {
        Taken
    }
}
impl<S> IfReturned<S> for Taken {
    type Answer = Taken;
    fn if_returned(self, _: S) -> Taken {
        self
    }
}

impl Left {
    /// What the value points to does not matter.
    pub fn target<U: ?Sized>(&self, _: Probe<U>) -> Probe<Nothing> {
        Probe::unknown()
    }
    /// The answer for the value and what it points to.
    pub fn or<K>(self, _: K) -> Left {
        self
    }
}

impl Taken {
    /// What the value points to is looked at, too.
    pub fn target<U: ?Sized>(&self, target: Probe<U>) -> Probe<U> {
        target
    }
    /// The answer for the value and what it points to.
    pub fn or<K>(self, answer: K) -> K {
        answer
    }
}

/// Code that never runs, and tells `$call` whether the method takes what it is called on, and what it returns.
///
/// * `asked!(call, probe, place, method(A0: argument, ..))` asks about a method of a variable with the type of the probe;
/// * `asked!(call, behind arguments, place, method(..))` the same of a value that is evaluated before them;
/// * `.. method(A0: argument) shared` the same of a method that a `&mut` has as well where what it refers to has it, and that returns the
///   same: what can be compared can be compared by `&mut`, too. So only a shared reference is asked;
/// * `asked!(call, probe, field)` asks whether a field can be moved out of a variable with the type of the probe;
/// * `asked!(call, copied field)` asks whether a field has to be moved, out of a variable that has fields to give away;
/// * `asked!(call, spent probe)` asks whether nobody sees a value dropped that may have been moved.
#[doc(hidden)]
#[macro_export]
macro_rules! __asked {
    (
        @ $call:ident, $probe:expr, $place:expr, ($borrowed:expr) $view:ident,
        $method:ident($($parameter:ident: $argument:expr),*)
    ) => {
        loop {
            break;
            use $crate::__private::kinds::*;
            let kind = (&&&&&$probe).kind();
            // The method of this trait may have the name of one of ours, so nothing else is in its scope.
            let (found, target, found_behind) = {
                trait __Missing {
                    fn $method<$($parameter),*>(&mut self, $(_: $parameter),*) -> !;
                }
                // For the copy of which nothing is asked.
                trait __Absent {
                    fn $method<$($parameter),*>(self, $(_: $parameter),*) -> !;
                }
                impl __Absent for $crate::__private::Nothing {
                    fn $method<$($parameter),*>(self, $(_: $parameter),*) -> ! { loop {} }
                }
                impl<T: ?::core::marker::Sized> __Missing for &T {
                    fn $method<$($parameter),*>(&mut self, $(_: $parameter),*) -> ! { loop {} }
                }
                impl<T: ?::core::marker::Sized> __Missing for &mut T {
                    fn $method<$($parameter),*>(&mut self, $(_: $parameter),*) -> ! { loop {} }
                }
                $call.returns($place.$method($($argument),*));
                let (shared, borrowed) =
                    ($crate::__private::Probe::unknown(), $crate::__private::Probe::unknown());
                let found = ({
                    if true {
                        shared.is_of((&$place).$method($($argument),*));
                    } else {
                        borrowed.is_of($borrowed.$method($($argument),*));
                    };
                }).answer();
                let found = found
                    .if_returned((&&$call.returned_beside(shared)).sameness())
                    .if_returned((&&$call.returned_beside(borrowed)).sameness());
                let target = found.target(kind.target());
                let (shared, borrowed) =
                    ($crate::__private::Probe::unknown(), $crate::__private::Probe::unknown());
                let found_behind = ({
                    if true {
                        shared.is_of(target.shared().$method($($argument),*));
                    } else {
                        borrowed.is_of(target.$view().$method($($argument),*));
                    };
                }).answer();
                let found_behind = found_behind
                    .if_returned((&&$call.returned_beside(shared)).sameness())
                    .if_returned((&&$call.returned_beside(borrowed)).sameness());
                (found, target, found_behind)
            };
            $call.is(kind.called((&&&&&target).kind().called_behind(found.or(found_behind))));
        }
    };
    ($call:ident, behind arguments, $place:expr, $method:ident $arguments:tt $($shared:ident)?) => {
        loop {
            break;
            use $crate::__private::kinds::*;
            let subject = (&&&&&$crate::__private::Probe::unknown().of(&$place)).kind().subject($place);
            $crate::__private::asked!(
                $call,
                $crate::__private::Probe::unknown().of(&subject),
                subject,
                $method $arguments $($shared)?
            );
        }
    };
    ($call:ident, copied $field:expr) => {
        loop {
            break;
            use $crate::__private::kinds::*;
            let field = $crate::__private::Probe::of_field(&$field);
            $call.is((&&&&&field).kind().field($crate::__private::Taken));
        }
    };
    ($call:ident, spent $probe:expr) => {
        loop {
            break;
            use $crate::__private::kinds::*;
            $call.is((&&$probe).spent());
        }
    };
    ($call:ident, $probe:expr, $field:expr) => {
        loop {
            break;
            use $crate::__private::kinds::*;
            let field = $crate::__private::Probe::of_field(&$field);
            $call.is((&&&&&field).kind().field((&&&&&$probe).kind().fields()));
        }
    };
    ($call:ident, $probe:expr, $place:expr, $method:ident $arguments:tt shared) => {
        $crate::__private::asked!(@ $call, $probe, $place, (&$place) shared, $method $arguments)
    };
    ($call:ident, $probe:expr, $place:expr, $method:ident $arguments:tt) => {
        $crate::__private::asked!(@ $call, $probe, $place, (&mut $place) exclusive, $method $arguments)
    };
}
