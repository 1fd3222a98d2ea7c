//! Structs that patterns take fields of: one with a `Drop` of its own stays whole.

use crate::__private::{Probe, missing};

impl<T> Probe<T> {
    /// Of the type of a struct, or of a reference to one.
    #[inline(always)]
    pub fn of_struct(_: &T) -> Self {
        Probe::unknown()
    }
}

/// Of a struct with a `Drop` of its own, out of which a pattern can only copy. These inherent methods stand before those of
/// [`NoGuard`].
#[allow(drop_bounds)]
impl<T: Drop> Probe<T> {
    /// Whether the type is one of these.
    #[inline(always)]
    pub fn is_guard(&self) -> bool {
        true
    }
    /// In front of what takes the struct apart, which is not checked behind a `!`.
    #[inline(always)]
    pub fn open(&self) -> ! {
        missing()
    }
}

/// All other types.
pub trait NoGuard {
    /// Whether the type has a `Drop` of its own.
    #[inline(always)]
    fn is_guard(&self) -> bool {
        false
    }
    /// In front of what takes the struct apart.
    #[inline(always)]
    fn open(&self) {}
}
impl<T> NoGuard for Probe<T> {}

/// What a pattern takes of a struct.
pub struct Part<'s, P>(&'s P);

/// These inherent methods stand before those of [`NoCopy`].
impl<P: Copy> Part<'_, P> {
    /// What the pattern takes.
    #[inline(always)]
    pub fn copied(&self) -> P {
        *self.0
    }
}

/// What a pattern binds by reference.
pub struct Seen;

/// In the place of a field behind a reference, which nothing is taken out of.
pub struct Unbound;

impl Probe<Unbound> {
    /// Whatever the pattern binds: never called.
    pub fn out_of_moved<V>(&self, _: &mut Unbound) -> V {
        missing()
    }
}

/// Parts that are moved, and references: never called.
pub trait NoCopy {
    /// Whatever the pattern takes otherwise.
    fn copied<V>(&self) -> V {
        missing()
    }
}
impl<P> NoCopy for Part<'_, P> {}
impl NoCopy for Seen {}

/// A struct behind a reference that is looked at before a pattern binds references to its fields.
pub trait LookShared<'r, U: ?Sized + 'r> {
    /// The struct.
    #[inline(always)]
    fn look<'s>(&self, value: &'s &'r U) -> &'s U {
        value
    }
    /// The place of a variable that the pattern has bound.
    #[inline(always)]
    fn bound<'s, P>(&self, part: &'s P) -> &'s P {
        part
    }
    /// What the pattern takes.
    #[inline(always)]
    fn part<P>(&self, _: &P) -> Seen {
        Seen
    }
    /// Whether the pattern is one for what a reference refers to: then it binds references.
    #[inline(always)]
    fn is_reference(&self) -> bool {
        true
    }
    /// What is never asked for: of a reference nothing is left.
    fn whole<'s>(&self, _: &'s mut &'r U) -> &'s mut U {
        missing()
    }
    /// The same of a part.
    fn left<'s, P>(&self, _: &'s mut P) -> &'s mut Unbound {
        missing()
    }
}
impl<'r, U: ?Sized + 'r> LookShared<'r, U> for &&Probe<&'r U> {}

/// The same behind a `&mut`.
pub trait LookMut<'r, U: ?Sized + 'r> {
    /// The struct.
    #[inline(always)]
    fn look<'s>(&self, value: &'s &'r mut U) -> &'s U {
        value
    }
    /// The place of a variable that the pattern has bound.
    #[inline(always)]
    fn bound<'s, P>(&self, part: &'s P) -> &'s P {
        part
    }
    /// What the pattern takes.
    #[inline(always)]
    fn part<P>(&self, _: &P) -> Seen {
        Seen
    }
    /// Whether the pattern is one for what a reference refers to: then it binds references.
    #[inline(always)]
    fn is_reference(&self) -> bool {
        true
    }
    /// What is never asked for: of a reference nothing is left.
    fn whole<'s>(&self, _: &'s mut &'r mut U) -> &'s mut U {
        missing()
    }
    /// The same of a part.
    fn left<'s, P>(&self, _: &'s mut P) -> &'s mut Unbound {
        missing()
    }
}
impl<'r, U: ?Sized + 'r> LookMut<'r, U> for &Probe<&'r mut U> {}

/// The struct itself, whose fields the pattern binds.
pub trait LookOwned<T> {
    /// The struct.
    #[inline(always)]
    fn look<'s>(&self, value: &'s T) -> &'s T {
        value
    }
    /// The place of a field.
    #[inline(always)]
    fn bound<'s, P>(&self, part: &'s &P) -> &'s P {
        part
    }
    /// What the pattern takes.
    #[inline(always)]
    fn part<'s, P>(&self, part: &'s P) -> Part<'s, P> {
        Part(part)
    }
    /// Whether the pattern is one for what a reference refers to: then it binds references.
    #[inline(always)]
    fn is_reference(&self) -> bool {
        false
    }
    /// The struct, of which parts are left.
    #[inline(always)]
    fn whole<'s>(&self, value: &'s mut T) -> &'s mut T {
        value
    }
    /// A field of it.
    #[inline(always)]
    fn left<'s, P>(&self, part: &'s mut P) -> &'s mut P {
        part
    }
}
impl<T> LookOwned<T> for Probe<T> {}
