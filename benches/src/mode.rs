//! The ways of consuming an iterator.
use crate::item::{Absorb, Item};
use std::hint::black_box;
use std::ops::ControlFlow;

/// One way of consuming an iterator.
pub trait Mode {
    /// What a drive gives.
    type Out<A: Absorb>;
    /// Consumes all items, or those before the one that stops.
    fn drive<A: Absorb, T: Item>(items: impl Iterator<Item = T>) -> Self::Out<A>;
}

/// A `for` loop over the concrete type.
pub enum For {}

/// A `for` loop over `&mut dyn Iterator` of which the compiler does not know the type.
pub enum Dyn {}

/// Internal iteration: `fold`, or `try_fold` where the consumer stops.
pub enum Internal {}

/// No drive: the size of the iterator.
pub enum Size {}

impl Mode for For {
    type Out<A: Absorb> = A::Out;

    #[inline]
    fn drive<A: Absorb, T: Item>(items: impl Iterator<Item = T>) -> A::Out {
        let mut sink = A::default();
        for item in items {
            if item.stops() {
                break;
            }
            sink.absorb(item);
        }
        sink.done()
    }
}

impl Mode for Dyn {
    type Out<A: Absorb> = A::Out;

    #[inline]
    fn drive<A: Absorb, T: Item>(mut items: impl Iterator<Item = T>) -> A::Out {
        let items: &mut dyn Iterator<Item = T> = &mut items;
        For::drive::<A, T>(black_box(items))
    }
}

impl Mode for Internal {
    type Out<A: Absorb> = A::Out;

    #[inline]
    fn drive<A: Absorb, T: Item>(mut items: impl Iterator<Item = T>) -> A::Out {
        if !T::CAN_STOP {
            return items.fold(A::default(), with).done();
        }
        let end = items.try_fold(A::default(), |sink, item| match item.stops() {
            true => ControlFlow::Break(sink),
            false => ControlFlow::Continue(with(sink, item)),
        });
        let (ControlFlow::Break(sink) | ControlFlow::Continue(sink)) = end;
        sink.done()
    }
}

impl Mode for Size {
    type Out<A: Absorb> = usize;

    fn drive<A: Absorb, T: Item>(items: impl Iterator<Item = T>) -> usize {
        size_of_val(&items)
    }
}

#[inline]
fn with<A: Absorb, T: Item>(mut sink: A, item: T) -> A {
    sink.absorb(item);
    sink
}
