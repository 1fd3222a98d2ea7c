//! What becomes of a field that is moved out of a struct which lives on: the type of the field decides.

use crate::__private::{Probe, missing};
use crate::bounds::{Kept, MovedOut};
#[cfg(feature = "alloc")]
use alloc::string::String;

/// Fields of a struct that lives on, `Copy` ones: the value is copied.
pub trait FieldCopy<T: Copy> {
    /// The value.
    #[inline(always)]
    fn out(&self, field: &mut T) -> T {
        *field
    }
    /// The value, whose struct moves on.
    #[inline(always)]
    fn out_of_moved(&self, field: &mut T) -> T {
        *field
    }
}
impl<T: Copy> FieldCopy<T> for &&Probe<T> {}

/// `&mut` fields: what they refer to is borrowed anew.
pub trait FieldMut<'r, U: ?Sized + 'r> {
    /// The value.
    #[inline(always)]
    fn out<'s>(&self, field: &'s mut &'r mut U) -> &'s mut U {
        field
    }
}
impl<'r, U: ?Sized + 'r> FieldMut<'r, U> for &&&Probe<&'r mut U> {}

/// Collections and `Option`s: the one they are by default stays behind. Those of std are empty, and their drop does nothing.
pub trait FieldEmpty<T: Default> {
    /// The value.
    #[inline(always)]
    fn out(&self, field: &mut T) -> T {
        core::mem::take(field)
    }
    /// The value, whose struct moves on.
    #[inline(always)]
    fn out_of_moved(&self, field: &mut T) -> T {
        core::mem::take(field)
    }
}
impl<T: Default + IntoIterator> FieldEmpty<T> for &Probe<T> {}

/// Text, the same.
pub trait FieldText<T: Default> {
    /// The value.
    #[inline(always)]
    fn out(&self, field: &mut T) -> T {
        core::mem::take(field)
    }
    /// The value, whose struct moves on.
    #[inline(always)]
    fn out_of_moved(&self, field: &mut T) -> T {
        core::mem::take(field)
    }
}
#[cfg(feature = "alloc")]
impl FieldText<String> for &Probe<String> {}

/// All other fields: there is nothing that could stay behind.
pub trait FieldOwned<T> {
    /// The value.
    fn out(&self, _: &mut T) -> T
    where
        Kept: MovedOut<T>,
    {
        missing()
    }
    /// The value, whose struct moves on: not even a `&mut` can be borrowed anew.
    fn out_of_moved(&self, _: &mut T) -> T
    where
        Kept: MovedOut<T>,
    {
        missing()
    }
}
impl<T> FieldOwned<T> for Probe<T> {}
