//! What a generator means, construct by construct: one module a category, one body a test.
//!
//! [`both!`] compiles a body twice, by the attribute and as an eager plain function in which `yield_!(x)`
//! hands `x` out on the spot, and holds the traces of every run against each other: to the end, cancelled
//! after each item, a panic at each operation and in each destructor, by `next()` and by internal iteration;
//! and what each run leaves on the heap, which is nothing. So a test needs no expected trace;
//! `difftest/trace.rs` says what one looks like. What no plain function can show (laziness, `?`, what the
//! type implements) is asserted with the trace written out.
//!
//! That the expectation is right can be checked against rustc's own `gen fn`:
//! `GEN_DIFFTEST_RUSTC=1 RUSTC_BOOTSTRAP=1 cargo test -p gen-tests --test conformance`.
#![cfg_attr(rustc_gen, feature(gen_blocks, yield_expr))]
// The bodies are written to show a construct, not to be the best way to say something.
#![allow(
    unused,
    irrefutable_let_patterns,
    nonstandard_style,
    irrefutable_let_patterns,
    clippy::all,
    clippy::pedantic,
    reason = "each body shows one construct, however idle"
)]

#[path = "../../difftest/compare.rs"]
mod compare;
#[path = "../../difftest/heap.rs"]
mod heap;
#[path = "../../difftest/trace.rs"]
mod trace;
#[path = "../../difftest/vocabulary.rs"]
mod vocabulary;

#[macro_use]
mod both;

mod assertions;
mod boxes;
mod by_field;
mod captures;
mod closures_items_macros;
mod control_flow;
mod delegation;
mod drop_order;
mod expressions;
mod extended;
mod fields;
mod filtered;
#[cfg(not(rustc_gen))]
mod forms;
mod found;
mod harmless;
mod hygiene;
mod inference;
mod items;
mod items_of_iterators;
mod iterator_traits;
mod jumping_macros;
mod kept_operands;
mod lent_parts;
mod lifecycle;
mod looks;
mod macros;
mod moves;
mod numbers;
mod opened;
mod panics;
mod partial_moves;
mod parts_of_temporaries;
mod patterns;
mod rebound;
mod receivers;
mod resumed_loops;
mod returns;
mod signatures;
mod states;
mod temporaries;
mod types;
mod updates;
mod variables;
