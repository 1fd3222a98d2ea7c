//! What expansions name. Not part of the public API.

pub use crate::__asked as asked;
pub use crate::block::{block, owning_block};
use crate::bounds::{Kept, NeverReturns, TakenApart};
pub use crate::called::{Called, called};
pub use crate::coroutine::{coroutine, resumed_after_end};
pub use crate::delegate::{Delegate, Source, TakesNothing, TakesValues};
pub use crate::field::{FieldCopy, FieldEmpty, FieldMut, FieldOwned, FieldText};
pub use crate::frame::Frame;
pub use crate::iterator::{Ending, iterator};
pub use crate::kind::Nothing;
pub use crate::never::{NeverGenerator, never};
pub use crate::numbered::{nth, passes, position};
pub use crate::opened::{LookMut, LookOwned, LookShared, NoCopy, NoGuard};
pub use crate::promise::{with_exact_size, with_size_hint};
pub use crate::receiver::{Call, Left, Taken, called_again};
#[cfg(feature = "alloc")]
pub use crate::recursive::{Step, recursed, recursive_coroutine, recursive_iterator};
#[cfg(feature = "alloc")]
use alloc::boxed::Box;
use core::marker::PhantomData;
use core::ops::Deref;

/// The traits by which `asked!` finds out about types. They have no names, so that they stand for none of the user.
pub mod kinds {
    pub use crate::kind::Kind as _;
    pub use crate::kind::{KindArray as _, KindBox as _, KindCopy as _};
    pub use crate::kind::{KindOther as _, KindPointer as _};
    pub use crate::receiver::{ByReference as _, ByValue as _, IfReturned as _};
    pub use crate::receiver::{ReturnsDifferent as _, ReturnsSame as _};
    pub use crate::spent::{SpentSilently as _, SpentVisibly as _};
}

/// A slot: an `Option` of anything.
///
/// `take` names its result by this trait and not by a type parameter, so that what is expected of the result does not
/// change what it is taken from: it is coerced like the variable itself.
pub trait Slot {
    /// What the slot is for.
    type Value;
    /// Empties the slot.
    fn empty(&mut self) -> Option<Self::Value>;
}

impl<T> Slot for Option<T> {
    type Value = T;
    #[inline(always)]
    fn empty(&mut self) -> Option<T> {
        self.take()
    }
}

/// Moves a local out of its slot.
#[inline(always)]
#[track_caller]
pub fn take<S: Slot>(slot: &mut S) -> S::Value {
    match slot.empty() {
        Some(value) => value,
        None => missing(),
    }
}

/// The value of a local in its slot.
#[inline(always)]
#[track_caller]
pub fn get<T>(slot: &mut Option<T>) -> &mut T {
    match slot {
        Some(value) => value,
        None => missing(),
    }
}

/// What was sent. Its type is that of the argument alone, so that a wrong one is told as a mismatch.
#[inline(always)]
#[track_caller]
pub fn received<T>(slot: &mut Option<T>) -> T {
    argument(slot.take())
}

/// The value of a parameter in a frame that has not started.
#[inline(always)]
#[track_caller]
pub fn argument<T>(slot: Option<T>) -> T {
    match slot {
        Some(value) => value,
        None => missing(),
    }
}

#[cold]
#[inline(never)]
#[track_caller]
pub(crate) fn missing() -> ! {
    panic!("a local of a generator is used where it holds no value: this is a bug in gen-core")
}

/// Asks for the kind of a type by method lookup: `&mut`, `Copy`, or one that may have a drop.
///
/// Each kind stands behind a number of references of its own: of a type that rustc has reported an error for already, all
/// kinds are right, and of two in one place it would say that it cannot choose.
pub struct Probe<T: ?Sized>(PhantomData<fn() -> *const T>);

impl<T: ?Sized> Clone for Probe<T> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: ?Sized> Copy for Probe<T> {}

impl<T: ?Sized> Probe<T> {
    /// Of a type that is still to be inferred.
    #[inline(always)]
    pub const fn unknown() -> Self {
        Probe(PhantomData)
    }
}

impl<T> Probe<T> {
    /// The same, which is the type of this value.
    #[inline(always)]
    pub fn of(self, _: &T) -> Self {
        self
    }
    /// Of the type of a field.
    #[inline(always)]
    pub fn of_field(_: &T) -> Self {
        Probe(PhantomData)
    }
    /// Of the type in a slot.
    #[inline(always)]
    pub fn of_slot(_: &Option<T>) -> Self {
        Probe(PhantomData)
    }
}

macro_rules! in_the_run {
    ($t:ty) => {
        /// Keeps the value in the run.
        #[inline(always)]
        fn place(&self, value: $t, _: &mut Option<()>) -> Option<$t> {
            Some(value)
        }
        /// The value.
        #[inline(always)]
        fn get_kept<'s>(&self, _: &mut Option<()>, local: &'s mut Option<$t>) -> &'s mut $t {
            get(local)
        }
        /// The value, taken.
        #[inline(always)]
        fn take(&self, _: &mut Option<()>, local: &mut Option<$t>) -> $t {
            take(local)
        }
        /// What the value refers to.
        #[inline(always)]
        fn unboxed_kept<'s>(
            &self,
            _: &'s mut Option<()>,
            local: &'s mut Option<$t>,
        ) -> &'s <$t as Deref>::Target
        where
            $t: Deref,
        {
            Deref::deref(get(local))
        }
        /// What the value refers to.
        #[inline(always)]
        fn unboxed<'s>(&self, slot: &'s mut Option<$t>) -> &'s <$t as Deref>::Target
        where
            $t: Deref,
        {
            Deref::deref(get(slot))
        }
    };
}

/// `Copy` types: nothing to drop.
pub trait ProbeCopy<T: Copy> {
    in_the_run!(T);
    /// The value, to call a method on for the last time; it stays, for what borrows it.
    #[inline(always)]
    fn lend_kept<'s>(&self, _: &'s mut Option<()>, local: &'s mut Option<T>) -> &'s mut T {
        get(local)
    }
    /// The value, to call a method on for the last time; it stays, for what borrows it.
    #[inline(always)]
    fn lend<'s>(&self, slot: &'s mut Option<T>) -> &'s mut T {
        get(slot)
    }
    /// The value, copied.
    #[inline(always)]
    fn read_kept(&self, _: &mut Option<()>, local: &mut Option<T>) -> T {
        *get(local)
    }
    /// The value, copied.
    #[inline(always)]
    fn read(&self, slot: &mut Option<T>) -> T {
        *get(slot)
    }
}
impl<T: Copy> ProbeCopy<T> for &Probe<T> {}

/// `&mut` references: nothing to drop.
pub trait ProbeMut<'r, U: ?Sized + 'r> {
    in_the_run!(&'r mut U);
    /// The value, to call a method on for the last time.
    #[inline(always)]
    fn lend_kept(&self, _: &mut Option<()>, local: &mut Option<&'r mut U>) -> &'r mut U {
        take(local)
    }
    /// The value, to call a method on for the last time: what it borrows is not borrowed from the slot.
    #[inline(always)]
    fn lend(&self, slot: &mut Option<&'r mut U>) -> &'r mut U {
        take(slot)
    }
    /// The value, taken.
    #[inline(always)]
    fn read_kept(&self, _: &mut Option<()>, local: &mut Option<&'r mut U>) -> &'r mut U {
        take(local)
    }
    /// The value, taken.
    #[inline(always)]
    fn read(&self, slot: &mut Option<&'r mut U>) -> &'r mut U {
        take(slot)
    }
}
impl<'r, U: ?Sized + 'r> ProbeMut<'r, U> for &&Probe<&'r mut U> {}

/// Shared references, where a method is called for the last time: what it borrows is not borrowed from the slot.
pub trait ProbeShared<'r, U: ?Sized + 'r> {
    /// The value.
    #[inline(always)]
    fn lend_kept(&self, _: &mut Option<()>, local: &mut Option<&'r U>) -> &'r U {
        take(local)
    }
    /// The value.
    #[inline(always)]
    fn lend(&self, slot: &mut Option<&'r U>) -> &'r U {
        take(slot)
    }
}
impl<'r, U: ?Sized + 'r> ProbeShared<'r, U> for &&Probe<&'r U> {}

/// Boxes, which are moved out of.
pub trait ProbeBox<T> {
    /// The box itself.
    #[inline(always)]
    fn unboxed_kept(&self, kept: &mut Option<T>, _: &mut Option<T>) -> T {
        take(kept)
    }
    /// The box itself.
    #[inline(always)]
    fn unboxed(&self, slot: &mut Option<T>) -> T {
        take(slot)
    }
}
#[cfg(feature = "alloc")]
impl<T> ProbeBox<Box<T>> for &&&Probe<Box<T>> {}

/// Boxes of what has a `Drop` of its own, out of which a pattern can only copy.
pub trait ProbeGuard<T: Deref> {
    /// What is in the box, which stays.
    #[inline(always)]
    fn unboxed_kept<'s>(&self, kept: &'s mut Option<T>, _: &'s mut Option<T>) -> &'s T::Target {
        get(kept)
    }
    /// What is in the box, which stays.
    #[inline(always)]
    fn unboxed<'s>(&self, slot: &'s mut Option<T>) -> &'s T::Target {
        get(slot)
    }
}
#[cfg(feature = "alloc")]
#[allow(drop_bounds)]
impl<T: Drop> ProbeGuard<Box<T>> for &&&&Probe<Box<T>> {}

/// All other types.
pub trait ProbeOwned<T> {
    /// Keeps the value in the frame.
    #[inline(always)]
    fn place(&self, value: T, kept: &mut Option<T>) -> Option<T> {
        *kept = Some(value);
        None
    }
    /// The value.
    #[inline(always)]
    fn get_kept<'s>(&self, kept: &'s mut Option<T>, _: &mut Option<T>) -> &'s mut T {
        get(kept)
    }
    /// The value, taken.
    #[inline(always)]
    fn take(&self, kept: &mut Option<T>, _: &mut Option<T>) -> T {
        take(kept)
    }
    /// The value, to call a method on for the last time; it stays, for its drop.
    #[inline(always)]
    fn lend_kept<'s>(&self, kept: &'s mut Option<T>, _: &'s mut Option<T>) -> &'s mut T {
        get(kept)
    }
    /// What the value refers to.
    #[inline(always)]
    fn unboxed_kept<'s>(&self, kept: &'s mut Option<T>, _: &'s mut Option<T>) -> &'s T::Target
    where
        T: Deref,
    {
        get(kept)
    }
    /// What the value refers to.
    #[inline(always)]
    fn unboxed<'s>(&self, slot: &'s mut Option<T>) -> &'s T::Target
    where
        T: Deref,
    {
        get(slot)
    }
    /// The value, to call a method on for the last time; it stays, for its drop.
    #[inline(always)]
    fn lend<'s>(&self, slot: &'s mut Option<T>) -> &'s mut T {
        get(slot)
    }
    /// The value, taken.
    #[inline(always)]
    fn read_kept(&self, kept: &mut Option<T>, _: &mut Option<T>) -> T {
        take(kept)
    }
    /// The value, taken.
    #[inline(always)]
    fn read(&self, slot: &mut Option<T>) -> T {
        take(slot)
    }
}
impl<T> ProbeOwned<T> for Probe<T> {}

/// A value that is expected to have the type of a variable.
pub struct Expected<T> {
    /// The value.
    pub value: T,
}

/// What stands behind an expression that never has a value.
pub fn never_returns<T>(_: &T) -> !
where
    Kept: NeverReturns<T>,
{
    missing()
}

/// A struct that is to be taken apart into its fields.
pub struct Whole<T>(pub T);

#[allow(drop_bounds)]
impl<T: Drop> Whole<T> {
    /// A type with a `Drop` of its own; its inherent method stands before that of [`Apart`].
    pub fn apart(self) -> T
    where
        Kept: TakenApart<T>,
    {
        self.0
    }
}

/// All other structs.
pub trait Apart<T> {
    /// The struct.
    fn apart(self) -> T;
}

impl<T> Apart<T> for Whole<T> {
    #[inline(always)]
    fn apart(self) -> T {
        self.0
    }
}

/// What a generator returns that has no value at its end, and whose return type is another name of `()`.
pub trait NoValueUnit {
    /// `()`
    #[inline(always)]
    fn no_value(&self) {}
}
impl NoValueUnit for &Probe<()> {}

/// The same of any other return type: that is an error in the plain body.
pub trait NoValueOther<T> {
    /// Nothing.
    fn no_value(&self) -> T {
        missing()
    }
}
impl<T> NoValueOther<T> for Probe<T> {}
