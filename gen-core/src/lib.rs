//! Python's generators for stable Rust, compiled to the state machine you would have written by hand.
//!
//! ```
//! use gen_core::generator;
//!
//! #[generator]
//! fn countdown(mut n: u32) -> u32 {
//!     while n > 0 {
//!         yield_!(n);
//!         n -= 1;
//!     }
//! }
//!
//! assert!(countdown(5).eq([5, 4, 3, 2, 1]));
//! ```
#![no_std]
#![forbid(unsafe_code)]

#[cfg(feature = "alloc")]
extern crate alloc;

#[doc(hidden)]
pub mod __private;
mod block;
mod coroutine;
mod delegate;
mod frame;
mod generator;
mod iterator;
mod promise;
#[cfg(feature = "alloc")]
mod recursive;

pub use gen_macro::{gen_, generator};
pub use generator::{Generator, GeneratorState, SendError};
