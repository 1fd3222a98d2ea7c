//! The whole protocol: sending, returning, delegating, blocks, expressions, sizes, recursion, copies.

mod adapters;
mod blocks;
mod copies;
mod delegation;
mod expressions;
mod interplay;
mod jumping_macros;
mod nested;
mod recursion;
mod send;
mod sizes;
