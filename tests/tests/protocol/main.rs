//! The whole protocol: sending, returning, delegating, blocks, expressions, sizes, recursion, copies.

mod blocks;
mod copies;
mod delegation;
mod expressions;
mod recursion;
mod send;
mod sizes;
