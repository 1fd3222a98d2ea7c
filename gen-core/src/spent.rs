//! Types whose values nobody sees dropped: what an unknown macro may have moved is not put back for its drop.

use crate::__private::Probe;
use crate::receiver::{Left, Taken};

/// Types of which certainly no part has a `Drop` of the user's.
pub trait Silent {}

macro_rules! silent {
    ($($t:ty),*) => { $(impl Silent for $t {})* };
}
silent!(
    (),
    bool,
    char,
    i8,
    i16,
    i32,
    i64,
    i128,
    isize,
    u8,
    u16,
    u32,
    u64,
    u128,
    usize,
    f32,
    f64,
    str
);

impl<T: ?Sized> Silent for &T {}
impl<T: ?Sized> Silent for &mut T {}
impl<T: Silent> Silent for Option<T> {}
impl<T: Silent> Silent for [T] {}
impl<T: Silent, const N: usize> Silent for [T; N] {}

#[cfg(feature = "alloc")]
impl Silent for alloc::string::String {}
#[cfg(feature = "alloc")]
impl<T: Silent> Silent for alloc::vec::Vec<T> {}
#[cfg(feature = "alloc")]
impl<T: Silent + ?Sized> Silent for alloc::boxed::Box<T> {}

/// Values that are not put back.
pub trait SpentSilently {
    /// The answer.
    fn spent(&self) -> Taken {
        Taken
    }
}
impl<T: Silent> SpentSilently for &Probe<T> {}

/// All others.
pub trait SpentVisibly {
    /// The answer.
    fn spent(&self) -> Left {
        Left
    }
}
impl<T> SpentVisibly for Probe<T> {}
