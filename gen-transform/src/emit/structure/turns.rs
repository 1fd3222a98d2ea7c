//! The dispatch on the state as the start of a loop.
//!
//! Where a run starts in the middle of a loop, and each turn of the loop comes by there, the loop can be around the dispatch:
//! its turns start where the run does, and there is no second `match pc`.
//!
//! ```text
//! for i in 0..n { if i % 7 != 3 { yield_!(i); } }
//!
//! loop {
//!     match pc {
//!         0 => { i = 0; }
//!         2 => { i += 1; }
//!         _ => { return None; }
//!     }
//!     if i < n { if i % 7 != 3 { .. return Some(item); } } else { .. return None; }
//!     pc = 2;
//! }
//! ```
//!
//! In a `for` loop over such a generator the two loops become one, as with an iterator by hand. And LLVM does not take the
//! turns up to the next item for a search of its own (see `splitting`).

use super::Structurer;
use super::chunks;
use super::jumps::lifetime;
use super::node::Node;
use super::region::{Component, Entry, Region, Scope};
use crate::analyse::Storage;
use crate::emit::machine;
use crate::ir::BlockId;
use proc_macro2::TokenStream;
use quote::quote;
use std::collections::BTreeSet;

/// The label of the loop.
const RUN: &str = "run";

impl Structurer<'_, '_> {
    /// Where the turns of the only loop start, if it can be around the dispatch.
    pub fn turning_point(&self, all: &[Node], entry: &Entry) -> Option<Node> {
        if self.textual || !self.may_run_again() {
            return None;
        }
        let region = self.components(all, entry, None);
        let mut loops = region.components.iter().filter(|it| it.is_loop);
        let (Some(only), None) = (loops.next(), loops.next()) else {
            return None;
        };
        let first_run = self.entered(self.cx.body.entry);
        let entered = only.entered.iter().copied();
        let mut resumed = entered.filter(|it| *it != first_run && entry.targets().contains(it));
        let (Some(start), None) = (resumed.next(), resumed.next()) else {
            return None;
        };
        let around = only.is_gated()
            && !chunks::is_long(&region)
            && !self.makes_untied(only)
            && !self.is_jumped_to(start, all, only)
            && self.is_line(all, entry, start);
        around.then_some(start)
    }

    /// Whether a loop initialises something whose type only that tells: what stands in front of it there would come before it.
    ///
    /// Input: the iterator of the inner of two `for` loops
    fn makes_untied(&self, of_loop: &Component) -> bool {
        let in_loop = |block: &BlockId| of_loop.blocks.iter().any(|node| node.block == *block);
        self.cx.layout.inits.iter().any(|(block, local)| {
            let untied = self.cx.body.locals.get(*local).kind.is_temp() && self.cx.is_slot(*local);
            untied && in_loop(block)
        })
    }

    /// Whether a block of a loop is jumped to from outside, other than where a run starts.
    fn is_jumped_to(&self, to: Node, all: &[Node], of_loop: &Component) -> bool {
        let mut others = all.iter().filter(|it| !of_loop.blocks.contains(it));
        others.any(|from| self.successors(*from).contains(&to))
    }

    /// A run as a loop around the dispatch: a jump to `start` sets `pc`, if there is a dispatch left that asks for it, and goes around.
    pub fn turns(&mut self, all: Vec<Node>, entry: &Entry, start: Node) -> TokenStream {
        self.scopes.push(Scope::Loop {
            label: RUN.to_string(),
            entries: BTreeSet::from([start]),
            is_gated: true,
        });
        let code = self.fenced("turn", |this| {
            this.region(all, entry, Some(start), Some(RUN))
        });
        self.scopes.pop();
        let label = self.used_labels.contains(RUN).then(|| lifetime(RUN));
        let label = label.map(|label| quote!(#label:));
        quote!(#label loop { #code })
    }

    /// Whether no loop is left if the turns of one start at `start`.
    fn is_line(&self, all: &[Node], entry: &Entry, start: Node) -> bool {
        let Region { components, .. } = self.components(all, entry, Some(start));
        !components.iter().any(|it| it.is_loop)
    }

    /// Whether rustc lets all code of a run stand in a loop: nothing comes from outside that the code may move, what was sent or
    /// captured; and no variable that is declared outside can hold a borrow of the frame, and so forbid that what stands in
    /// front of the user's loop writes to it.
    fn may_run_again(&self) -> bool {
        let mut locals = self.cx.body.locals.ids();
        let holds_nothing = locals.all(|local| match self.cx.layout.storage(local) {
            Storage::Slot { saved } => saved,
            Storage::Kept => false,
            Storage::Unused | Storage::Block | Storage::Scalar { .. } | Storage::Bare => true,
        });
        let generator = self.cx.generator;
        holds_nothing
            && generator.item.is_some()
            && !generator.output.full
            && !machine::is_recursive(self.cx)
    }
}
