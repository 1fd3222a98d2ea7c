//! Macros that jump: what has come of a call.

/// What has come of the call of a macro that may jump.
pub enum Called<T> {
    /// It has a value.
    Value(T),
    /// It has returned.
    Return,
    /// It has left the loop of this number.
    Break(usize),
    /// It has gone on with the loop of this number.
    Continue(usize),
}

/// Calls a closure that stands in for a function, so that a macro in it may return.
#[inline(always)]
pub fn called(code: impl FnOnce()) {
    code();
}
