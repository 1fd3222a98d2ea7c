//! What is called for the last time, and whether the call takes it away: its type decides.
//!
//! Each kind stands behind a number of references of its own, as those of [`Probe`] do. What an `FnMut` keeps is dropped where
//! its variable ends, so it is called in place; what can be called once only goes into the call; and what only refers to
//! something that is called, as an `Rc<dyn Fn()>`, is looked at.

use crate::__private::{Probe, get, take};

/// Can be called with arguments of these types, again and again.
pub trait CalledOften<Arguments> {}

/// Can be called with arguments of these types once.
pub trait CalledOnce<Arguments> {}

macro_rules! called {
    ($($argument:ident)*) => {
        impl<F: FnMut($($argument),*) -> R, R, $($argument),*> CalledOften<($($argument,)*)> for F {}
        impl<F: FnOnce($($argument),*) -> R, R, $($argument),*> CalledOnce<($($argument,)*)> for F {}
    };
}
called!();
called!(A);
called!(A B);
called!(A B C);
called!(A B C D);
called!(A B C D E);
called!(A B C D E G);

/// `&mut` references: nothing to drop.
pub trait CalleeReference<'r, U: ?Sized + 'r> {
    /// The value.
    #[inline(always)]
    fn callable<'s>(&self, slot: &'s mut Option<&'r mut U>) -> &'s mut &'r mut U {
        get(slot)
    }
    /// The value.
    #[inline(always)]
    fn callable_kept<'s>(
        &self,
        _: &mut Option<()>,
        local: &'s mut Option<&'r mut U>,
    ) -> &'s mut &'r mut U {
        get(local)
    }
}
impl<'r, U: ?Sized + 'r> CalleeReference<'r, U> for &&&&Probe<&'r mut U> {}

/// `Copy` types: nothing to drop.
pub trait CalleeCopy<T: Copy> {
    /// The value.
    #[inline(always)]
    fn callable<'s>(&self, slot: &'s mut Option<T>) -> &'s mut T {
        get(slot)
    }
    /// The value.
    #[inline(always)]
    fn callable_kept<'s>(&self, _: &mut Option<()>, local: &'s mut Option<T>) -> &'s mut T {
        get(local)
    }
}
impl<T: Copy> CalleeCopy<T> for &&&Probe<T> {}

/// What can be called often: it stays, for its drop.
pub trait CalleeOften<T, Arguments> {
    /// The value.
    #[inline(always)]
    fn callable<'s>(&self, slot: &'s mut Option<T>) -> &'s mut T {
        get(slot)
    }
    /// The value.
    #[inline(always)]
    fn callable_kept<'s>(&self, kept: &'s mut Option<T>, _: &mut Option<T>) -> &'s mut T {
        get(kept)
    }
}
impl<T: CalledOften<Arguments>, Arguments> CalleeOften<T, Arguments> for &&Probe<T> {}

/// What can be called once.
pub trait CalleeOnce<T, Arguments> {
    /// The value, taken.
    #[inline(always)]
    fn callable(&self, slot: &mut Option<T>) -> T {
        take(slot)
    }
    /// The value, taken.
    #[inline(always)]
    fn callable_kept(&self, kept: &mut Option<T>, _: &mut Option<T>) -> T {
        take(kept)
    }
}
impl<T: CalledOnce<Arguments>, Arguments> CalleeOnce<T, Arguments> for &Probe<T> {}

/// What only refers to something that is called.
pub trait CalleeOther<T> {
    /// The value.
    #[inline(always)]
    fn callable<'s>(&self, slot: &'s mut Option<T>) -> &'s mut T {
        get(slot)
    }
    /// The value.
    #[inline(always)]
    fn callable_kept<'s>(&self, kept: &'s mut Option<T>, _: &mut Option<T>) -> &'s mut T {
        get(kept)
    }
}
impl<T> CalleeOther<T> for Probe<T> {}
