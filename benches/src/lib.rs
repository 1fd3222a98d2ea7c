//! The same workloads in every way there is to write an iterator, and the drives that compare them.
//!
//! One file per implementation kind ([`table`] lists who has what), each with one function or struct per workload.
//! A workload is consumed in three modes ([`mode`]); what is done with the items is an [`item::Absorb`]: a checksum for
//! timing, a full trace for the equality test.
#![cfg_attr(feature = "rustc-gen", feature(gen_blocks))]

mod hand;
mod inputs;
pub mod item;
pub mod measure;
pub mod mode;
mod ours;
mod peers;
mod plain;
pub mod report;
#[cfg(feature = "rustc-gen")]
mod rustc_gen;
mod std_adapters;
pub mod table;

#[cfg(test)]
mod tests;
