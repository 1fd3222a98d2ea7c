//! What kind of a type a value has, found out by method lookup: one question, and what each kind answers to those of an expansion.
//!
//! `(&&&&&probe).kind()` finds the first of the traits below that the type has. Each stands behind a number of references of its
//! own, as [`Probe`] says. All of it stands in code that never runs: the types are the answers.

use crate::__private::Probe;
use crate::receiver::{Left, Taken};
use core::marker::PhantomData;
use core::ops::Deref;

/// What the kind of a type decides. `K` is what method lookup says of a method.
pub trait Kind {
    /// What a value points to, and has the methods of.
    type Target: ?Sized;
    /// Whether the fields of a value can be moved out.
    type Fields;
    /// What becomes of a value when a method is called on it.
    type Called<K>;
    /// The same where it is what another value points to.
    type CalledBehind<K>;
    /// What becomes of a value that is a field.
    type Field<K>;
    /// What a method is called on for `V`, a value of this kind, where `V` may as well be borrowed.
    type Subject<V>;

    /// See [`Kind::Target`].
    fn target(&self) -> Probe<Self::Target> {
        Probe::unknown()
    }
    /// See [`Kind::Fields`].
    fn fields(&self) -> Self::Fields {
        unreachable!()
    }
    /// See [`Kind::Called`].
    fn called<K>(&self, _: K) -> Self::Called<K> {
        unreachable!()
    }
    /// See [`Kind::CalledBehind`].
    fn called_behind<K>(&self, _: K) -> Self::CalledBehind<K> {
        unreachable!()
    }
    /// See [`Kind::Field`].
    fn field<K>(&self, _: K) -> Self::Field<K> {
        unreachable!()
    }
    /// See [`Kind::Subject`].
    fn subject<V>(&self, _: V) -> Self::Subject<V> {
        unreachable!()
    }
}

/// A box, which is moved out of.
pub struct Boxed<U: ?Sized>(PhantomData<fn() -> *const U>);

impl<U: ?Sized> Kind for Boxed<U> {
    type Target = U;
    type Fields = Taken;
    type Called<K> = K;
    type CalledBehind<K> = Left;
    type Field<K> = K;
    type Subject<V> = V;
}

/// A copy, and so a shared reference: it stays where it is.
pub struct Copied;

impl Kind for Copied {
    type Target = Nothing;
    type Fields = Left;
    type Called<K> = Left;
    type CalledBehind<K> = Left;
    type Field<K> = Left;
    type Subject<V> = Nothing;
}

/// An array of what is moved. It has the methods of a slice.
pub struct Array;

impl Kind for Array {
    type Target = Nothing;
    type Fields = Taken;
    type Called<K> = Left;
    type CalledBehind<K> = Left;
    type Field<K> = K;
    type Subject<V> = V;
}

/// A pointer, which gives nothing away. Behind another one it may be the last, or not.
pub struct Pointer<U: ?Sized>(PhantomData<fn() -> *const U>);

impl<U: ?Sized> Kind for Pointer<U> {
    type Target = U;
    type Fields = Left;
    type Called<K> = K;
    type CalledBehind<K> = Left;
    type Field<K> = K;
    type Subject<V> = V;
}

/// Whatever else can only be moved.
pub struct Other;

impl Kind for Other {
    type Target = Nothing;
    type Fields = Taken;
    type Called<K> = K;
    type CalledBehind<K> = K;
    type Field<K> = K;
    type Subject<V> = V;
}

/// Stands for what is pointed to where nothing is, and for a copy that a method is called on.
pub struct Nothing;

/// Of a box: `Boxed`.
pub trait KindBox<U: ?Sized> {
    /// The kind.
    fn kind(&self) -> Boxed<U> {
        Boxed(PhantomData)
    }
}
#[cfg(feature = "alloc")]
impl<U: ?Sized> KindBox<U> for &&&&Probe<alloc::boxed::Box<U>> {}

/// Of a copy: `Copied`.
pub trait KindCopy {
    /// The kind.
    fn kind(&self) -> Copied {
        Copied
    }
}
impl<T: Copy> KindCopy for &&&Probe<T> {}

/// Of an array: `Array`.
pub trait KindArray {
    /// The kind.
    fn kind(&self) -> Array {
        Array
    }
}
impl<T, const N: usize> KindArray for &&Probe<[T; N]> {}

/// Of another pointer: `Pointer`.
pub trait KindPointer<U: ?Sized> {
    /// The kind.
    fn kind(&self) -> Pointer<U> {
        Pointer(PhantomData)
    }
}
impl<T: Deref + ?Sized> KindPointer<T::Target> for &Probe<T> {}

/// Of anything else: `Other`.
pub trait KindOther {
    /// The kind.
    fn kind(&self) -> Other {
        Other
    }
}
impl<T: ?Sized> KindOther for Probe<T> {}
