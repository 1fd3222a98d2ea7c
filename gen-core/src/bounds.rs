//! What `?`, `yield_from!` and moves of fields ask of a type. Not part of the public API.
//!
//! Expansions call these traits by their names, and rustc's messages name them, so the module has a name that reads well.

pub use crate::delegate::TakesNone;
use crate::receiver::Never;
#[cfg(feature = "alloc")]
use alloc::collections::vec_deque;
use core::convert::Infallible;
use core::iter::{Copied, Enumerate, Rev, Skip, StepBy, Take, Zip};
use core::ops::ControlFlow;
use core::{ops, option, slice};

/// What `?` can be applied to in a generator.
#[diagnostic::on_unimplemented(
    message = "the `?` operator can only be applied to an `Option` or a `Result` in a generator",
    label = "the `?` operator cannot be applied to type `{Self}`"
)]
pub trait Try {
    /// The value of `x?`.
    type Output;
    /// What `?` leaves with.
    type Residual;
    /// Tells the two apart.
    fn branch(self) -> ControlFlow<Self::Residual, Self::Output>;
}

impl<T> Try for Option<T> {
    type Output = T;
    type Residual = Option<Infallible>;
    #[inline]
    fn branch(self) -> ControlFlow<Option<Infallible>, T> {
        match self {
            Some(value) => ControlFlow::Continue(value),
            None => ControlFlow::Break(None),
        }
    }
}

impl<T, E> Try for Result<T, E> {
    type Output = T;
    type Residual = Result<Infallible, E>;
    #[inline]
    fn branch(self) -> ControlFlow<Result<Infallible, E>, T> {
        match self {
            Ok(value) => ControlFlow::Continue(value),
            Err(error) => ControlFlow::Break(Err(error)),
        }
    }
}

/// Item and return types that `?` can leave with.
#[diagnostic::on_unimplemented(
    message = "`?` cannot leave a generator whose items are `{Self}`",
    label = "cannot hand this failure out",
    note = "`?` on a `Result` needs items of type `Result`, on an `Option` of type `Option`",
    note = "convert it with `.ok_or(..)?` or `.ok()?`, or handle it: `let Ok(x) = .. else {{ return }};`"
)]
pub trait FromResidual<R> {
    /// The value to leave with.
    fn from_residual(residual: R) -> Self;
}

impl<T> FromResidual<Option<Infallible>> for Option<T> {
    #[inline]
    fn from_residual(_: Option<Infallible>) -> Self {
        None
    }
}

impl<T, E, F: FromError<E>> FromResidual<Result<Infallible, E>> for Result<T, F> {
    #[inline]
    fn from_residual(residual: Result<Infallible, E>) -> Self {
        match residual {
            Err(error) => Err(F::from_error(error)),
        }
    }
}

/// `From`, as `?` asks for it.
#[diagnostic::on_unimplemented(
    message = "`?` couldn't convert the error to `{Self}`",
    label = "the trait `From<{E}>` is not implemented for `{Self}`",
    note = "`?` performs a conversion on the error value with the `From` trait: implement it, or write `.map_err(..)?`"
)]
pub trait FromError<E> {
    /// The error in the type that the items carry.
    fn from_error(error: E) -> Self;
}

#[diagnostic::do_not_recommend]
impl<E, F: From<E>> FromError<E> for F {
    #[inline]
    fn from_error(error: E) -> Self {
        F::from(error)
    }
}

/// What stands behind a dot while its name is still being written: of any type, so that it causes no second message.
#[doc(hidden)]
pub trait Unfinished {
    /// Never called: the function has an error.
    #[doc(hidden)]
    fn unfinished<T>(&self) -> T {
        unreachable!("this generator function has errors")
    }
}
impl<T: ?Sized> Unfinished for T {}

/// A struct that the generator keeps over a yield. The traits below are asked of it and not of the type in question, because
/// rustc would propose to bound a type parameter by them.
pub struct Kept;

/// Fields that can be moved out, which none is that leaves nothing in its place.
#[diagnostic::on_unimplemented(
    message = "cannot move a field of type `{T}` out of a struct that the generator keeps over a yield",
    label = "the rest of the struct would be left without it",
    note = "take the struct apart into variables first, `let Pair {{ a, b }} = pair;`: then each goes its own way",
    note = "in a pattern, name what `..` and `_` leave out, too: `Pair {{ a, b: _b }}`",
    note = "or leave something in its place, `std::mem::replace(&mut pair.a, ..)`"
)]
pub trait MovedOut<T> {}

/// Structs that can be taken apart, which none is that has a `Drop` of its own.
#[diagnostic::on_unimplemented(
    message = "cannot move a field out of `{T}`, which has a `Drop` of its own",
    label = "`{T}` is taken apart here",
    note = "if the field is a copy, say so where it is used: `let &x = &guard.field;`"
)]
pub trait TakenApart<T> {}

/// What a call of a macro like `panic!`, or of a function like `process::exit`, gives, which is nothing.
#[diagnostic::on_unimplemented(
    message = "this has a name of the standard library for what never returns, but it returns `{T}`",
    label = "the generator has no code for what follows",
    note = "give it another name: `panic!`, `todo!`, `unimplemented!`, `unreachable!` are taken for those of the standard library"
)]
pub trait NeverReturns<T> {}

#[diagnostic::do_not_recommend]
impl NeverReturns<Never> for Kept {}
// Beside another one rustc does not expect the former's type, and says what the trait says.
#[diagnostic::do_not_recommend]
impl NeverReturns<Infallible> for Kept {}

/// What can be borrowed for a method call while an argument yields, which nothing can that the generator owns; of a copy it does not matter.
#[diagnostic::on_unimplemented(
    message = "this `{T}` would stay borrowed for the method call while the generator is suspended in its argument",
    label = "the method takes a reference to it",
    note = "evaluate the argument with the yield first, `let value = ..;`"
)]
pub trait Borrowed<T> {}

#[diagnostic::do_not_recommend]
impl<T: Copy> Borrowed<T> for Kept {}

/// What can be called after its arguments have yielded: a copy.
#[diagnostic::on_unimplemented(
    message = "this `{T}` would stay borrowed for the call while the generator is suspended in its argument",
    label = "it is called by reference, and not a copy",
    note = "evaluate the argument with the yield first, `let value = ..;`"
)]
pub trait CalledAgain<T> {}

#[diagnostic::do_not_recommend]
impl<T: Copy> CalledAgain<T> for Kept {}

/// Iterators over a list, which can be made anew for each item and go to it at once.
#[diagnostic::on_unimplemented(
    message = "this loop borrows over a yield what is used again behind it, and `{Self}` cannot be gone on with by the number of an item",
    label = "the generator can keep one of the two only",
    note = "collect first what the loop goes over, go by index (`for i in 0..items.len()`), or use the `&mut` for the last time here"
)]
pub trait ByNumber: Iterator {}

macro_rules! by_number {
    ($([$($generics:tt)*] $iterator:ty),* $(,)?) => { $(
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> ByNumber for $iterator {}
    )* };
}

by_number! {
    ['a, T] slice::Iter<'a, T>,
    ['a, T] slice::IterMut<'a, T>,
    ['a, T] slice::Chunks<'a, T>,
    ['a, T] slice::ChunksMut<'a, T>,
    ['a, T] slice::ChunksExact<'a, T>,
    ['a, T] slice::ChunksExactMut<'a, T>,
    ['a, T] slice::Windows<'a, T>,
    ['a, T] option::Iter<'a, T>,
    ['a, T] option::IterMut<'a, T>,
    [I: ByNumber] Enumerate<I>,
    [I: ByNumber + DoubleEndedIterator] Rev<I>,
    [I: ByNumber] Skip<I>,
    [I: ByNumber] Take<I>,
    [I: ByNumber] StepBy<I>,
    ['a, T: Copy + 'a, I: ByNumber<Item = &'a T>] Copied<I>,
    [I: ByNumber, J: ByNumber] Zip<I, J>,
}

#[diagnostic::do_not_recommend]
impl<T> ByNumber for ops::Range<T> where Self: Iterator {}
#[diagnostic::do_not_recommend]
impl<T> ByNumber for ops::RangeFrom<T> where Self: Iterator {}
#[diagnostic::do_not_recommend]
impl<T> ByNumber for ops::RangeInclusive<T> where Self: Iterator {}

#[cfg(feature = "alloc")]
by_number! {
    ['a, T] vec_deque::Iter<'a, T>,
    ['a, T] vec_deque::IterMut<'a, T>,
}
