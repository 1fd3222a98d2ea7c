//! Generators.
#![no_std]
pub use gen_macro::{gen_, generator};
