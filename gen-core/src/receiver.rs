//! Whether a method takes its receiver by value, found out by method lookup: what a macro cannot know of `job.finish()`.
//!
//! An expansion calls the method on `&T` and on `&mut T`, in code that never runs, where a trait of its own has a method
//! of that name for `&mut &T` and `&mut &mut T`. rustc finds that one only if `T` has none by reference, and it returns `!`: the
//! type of a block with that call as its last statement is `!` rather than `()`.

use crate::__private::Probe;
use crate::bounds::{Borrowed, CalledAgain, Kept};
use core::marker::PhantomData;
use core::ops::Deref;

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

/// Copies: a method that takes a reference may as well be called on one.
pub trait SubjectCopy<T: Copy> {
    /// What is asked about.
    fn subject(&self, _: T) -> Nothing {
        Nothing
    }
}
impl<T: Copy> SubjectCopy<T> for &Probe<T> {}

/// All other values.
pub trait SubjectOther<T> {
    /// What is asked about.
    fn subject(&self, value: T) -> T {
        value
    }
}
impl<T> SubjectOther<T> for Probe<T> {}

/// What is called behind arguments that have yielded.
#[inline(always)]
pub fn called_again<T>(_: &T)
where
    Kept: CalledAgain<T>,
{
}

/// What a value points to, and has the methods of.
pub struct Target<U: ?Sized>(PhantomData<fn() -> *const U>);

/// Stands for what is pointed to where nothing is.
pub struct Nothing;

impl<U: ?Sized> Target<U> {
    /// To call a method by reference on.
    pub fn shared(&self) -> &U {
        unreachable!()
    }
    /// To call a method by exclusive reference on.
    pub fn exclusive(&self) -> &mut U {
        unreachable!()
    }
}

impl Left {
    /// What the value points to does not matter.
    pub fn target<U: ?Sized>(&self, _: Target<U>) -> Target<Nothing> {
        Target(PhantomData)
    }
    /// The answer for the value and what it points to.
    pub fn or<K>(self, _: K) -> Left {
        self
    }
}

impl Taken {
    /// What the value points to is looked at, too.
    pub fn target<U: ?Sized>(&self, target: Target<U>) -> Target<U> {
        target
    }
    /// The answer for the value and what it points to.
    pub fn or<K>(self, answer: K) -> K {
        answer
    }
}

/// Values that point to nothing.
pub trait PointsToNothing {
    /// What they point to.
    fn target(&self) -> Target<Nothing> {
        Target(PhantomData)
    }
}
impl<T> PointsToNothing for Probe<T> {}

/// Pointers.
pub trait PointsTo<U: ?Sized> {
    /// What they point to.
    fn target(&self) -> Target<U> {
        Target(PhantomData)
    }
}
impl<T: Deref> PointsTo<T::Target> for &Probe<T> {}

/// Values that can only be moved: the method decides.
pub trait DecidedByMethod {
    /// The answer.
    fn decided<K>(&self, answer: K) -> K {
        answer
    }
}
impl<T> DecidedByMethod for Probe<T> {}
impl<U: ?Sized> DecidedByMethod for Target<U> {}

/// Copies, which stay.
pub trait DecidedByCopy {
    /// The answer.
    fn decided<K>(&self, _: K) -> Left {
        Left
    }
}
impl<T: Copy> DecidedByCopy for &Probe<T> {}
impl<U: Copy> DecidedByCopy for &Target<U> {}

/// Pointers to pointers: how many there are is not known.
pub trait DecidedByTarget {
    /// The answer.
    fn decided<K>(&self, _: K) -> Left {
        Left
    }
}
impl<U: Deref + ?Sized> DecidedByTarget for &&Target<U> {}

/// Arrays, which have the methods of slices.
pub trait DecidedBySlice {
    /// The answer.
    fn decided<K>(&self, _: K) -> Left {
        Left
    }
}
impl<T, const N: usize> DecidedBySlice for &&&Probe<[T; N]> {}
impl<T, const N: usize> DecidedBySlice for &&&Target<[T; N]> {}

/// Values whose fields can be moved: anything that is no pointer.
pub trait OwnsFields {
    /// The answer.
    fn gives(&self) -> Taken {
        Taken
    }
}
impl<T> OwnsFields for Probe<T> {}

/// Copies, and so shared references, whose fields stay.
pub trait CopiesFields {
    /// The answer.
    fn gives(&self) -> Left {
        Left
    }
}
impl<T: Copy> CopiesFields for &Probe<T> {}

/// Pointers, which give nothing away.
pub trait PointsToFields {
    /// The answer.
    fn gives(&self) -> Left {
        Left
    }
}
impl<T: Deref> PointsToFields for &&Probe<T> {}

/// Boxes, which are moved out of.
pub trait BoxesFields {
    /// The answer.
    fn gives(&self) -> Taken {
        Taken
    }
}
#[cfg(feature = "alloc")]
impl<T> BoxesFields for &&&Probe<alloc::boxed::Box<T>> {}
