//! What docs/semantics.md and docs/limits.md say, each statement shown by the test it names.
#![allow(
    clippy::match_single_binding,
    clippy::needless_range_loop,
    clippy::never_loop,
    clippy::redundant_pattern,
    clippy::while_let_on_iterator,
    reason = "each body shows one construct, also where there are shorter ones"
)]

mod borrows;
mod delegation;
mod drops;
mod expressions;
mod failures;
mod lifecycle;
mod limits;
mod lints;
mod pages;
mod protocol;
mod temporaries;
mod trace;
mod types;
