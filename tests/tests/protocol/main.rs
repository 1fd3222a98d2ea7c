//! The whole protocol: sending, returning, delegating, blocks, expressions, sizes, recursion, copies.

mod delegation;
mod send;
