//! Generators of all shapes in a crate that denies every lint a careful crate switches on: the expansion is silent.
//!
//! That the user's own mistakes are still reported, and once, is what `tests/reports.rs` shows.
#![forbid(unsafe_code)]
#![deny(
    warnings,
    missing_docs,
    missing_debug_implementations,
    unreachable_pub,
    unused_qualifications,
    unused_lifetimes,
    unused_results,
    single_use_lifetimes,
    trivial_casts,
    trivial_numeric_casts,
    unused_import_braces,
    let_underscore_drop,
    non_ascii_idents,
    future_incompatible,
    nonstandard_style,
    rust_2018_idioms,
    rust_2024_compatibility,
    unused,
    clippy::all,
    clippy::pedantic,
    clippy::nursery,
    clippy::cargo
)]
// As a plain iterator would be told, too: what is returned may be thrown away.
#![allow(clippy::must_use_candidate, clippy::cargo_common_metadata)]

pub mod blocks;
pub mod expressions;
pub mod flow;
pub mod items;
pub mod patterns;
pub mod protocol;
pub mod signatures;
