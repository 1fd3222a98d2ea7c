//! The generator of a function with errors.

use core::marker::PhantomData;

/// A generator with these types that is never made: the body of a function with errors.
pub fn never<R, Y, V>() -> NeverGenerator<R, Y, V> {
    panic!("this generator function has errors")
}

/// See [`never`].
pub struct NeverGenerator<R, Y, V>(PhantomData<fn(R) -> (Y, V)>);

impl<R, Y, V> Clone for NeverGenerator<R, Y, V> {
    fn clone(&self) -> Self {
        NeverGenerator(PhantomData)
    }
}

impl<R, Y, V> Iterator for NeverGenerator<R, Y, V> {
    type Item = Y;
    fn next(&mut self) -> Option<Y> {
        None
    }
}
impl<R, Y, V> core::iter::FusedIterator for NeverGenerator<R, Y, V> {}
impl<R, Y, V> ExactSizeIterator for NeverGenerator<R, Y, V> {}

impl<R, Y, V> crate::Generator<R> for NeverGenerator<R, Y, V> {
    type Yield = Y;
    type Return = V;
    fn resume(&mut self, _: R) -> crate::GeneratorState<Y, V> {
        crate::coroutine::resumed_after_end()
    }
    fn start(&mut self) -> crate::GeneratorState<Y, V> {
        crate::coroutine::resumed_after_end()
    }
    fn try_send(&mut self, value: R) -> Result<crate::GeneratorState<Y, V>, crate::SendError<R>> {
        Err(crate::SendError::new(value, true))
    }
    fn is_done(&self) -> bool {
        true
    }
    fn take_return(&mut self) -> Option<V> {
        None
    }
}
