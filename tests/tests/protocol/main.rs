//! The whole protocol: sending, returning, delegating, blocks, expressions, sizes, recursion, copies.

mod copies;
mod delegation;
mod recursion;
mod send;
mod sizes;
