//! The iterator an expert would write by hand, `size_hint` only where it is natural.
//!
//! No `fold` is overridden: none of these would get one by hand, and `plain` has the loops such a `fold` would run.
mod pipeline;
mod scans;
mod sequences;

pub(crate) use pipeline::pipeline;
pub(crate) use scans::{primes, search, tokens, tree};
pub(crate) use sequences::{
    buffer, countdown, fibonacci, find, nested, strings, triples, two_yields,
};
