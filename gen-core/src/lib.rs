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
//!
//! * [`#[generator]`](macro@generator) makes a function an iterator over what it yields.
//! * [`gen_!`](macro@gen_) is the same for a block, and has Python's generator expressions.
//! * [`Generator`] is the whole protocol: a generator that is sent a value for each item and ends with one.
//!
//! ```
//! use gen_core::{Generator, gen_, generator};
//!
//! #[generator]
//! fn running_total() -> impl Generator<u32, Yield = u32, Return = ()> {
//!     let mut total = 0;
//!     loop {
//!         total += yield_!(total);
//!     }
//! }
//!
//! let mut total = running_total();
//! total.start();
//! let totals = gen_!(total.send(n).yielded() for n in [1, 2, 3]);
//! assert!(totals.flatten().eq([1, 3, 6]));
//! ```
//!
//! # Features
//!
//! `alloc` (default): [`Generator`] for `Box<G>`, and `#[generator(recursive)]`. Without it the crate needs no allocator;
//! it never needs the standard library.
#![no_std]
#![forbid(unsafe_code)]

#[cfg(feature = "alloc")]
extern crate alloc;

#[doc(hidden)]
pub mod __private;
mod block;
#[doc(hidden)]
pub mod bounds;
mod called;
#[doc(hidden)]
pub mod callee;
mod coroutine;
mod delegate;
mod field;
mod frame;
mod generator;
mod iterator;
mod kind;
mod never;
mod numbered;
mod opened;
mod promise;
mod receiver;
#[cfg(feature = "alloc")]
mod recursive;
mod spent;

pub use gen_macro::{gen_, generator};
pub use generator::{Generator, GeneratorState, SendError};

/// The Rust in the README and the guide runs.
#[cfg(doctest)]
mod pages {
    #[doc = include_str!("../../README.md")]
    struct Readme;
    #[doc = include_str!("../../docs/guide.md")]
    struct Guide;
}
