//! Where the scopes of variables start and end in a block.

use super::BlockWriter;
use crate::analyse::{Storage, drops_nothing_decl};
use crate::emit::Context;
use crate::emit::spans::mutable;
use crate::ir::{BlockId, Stmt};
use crate::resolve::{LocalId, LocalKind};
use quote::{ToTokens, quote, quote_spanned};

impl BlockWriter<'_, '_> {
    /// Opens the scopes of the real variables that the block starts with, those that end last outermost.
    ///
    /// Output: `{ let mut x = take(x_slot); { let mut y = y; .. } .. }`
    pub fn open_scopes(&mut self) {
        let (bound, taken) = (self.bound_by_edge(), self.to_check_out());
        let mut opened: Vec<(usize, LocalId)> = bound.into_iter().chain(taken.clone()).collect();
        opened.sort_unstable();
        for (_, local) in opened.into_iter().rev() {
            self.open_brace(local);
            let variable = self.cx.names.variable(local);
            let value = match taken.iter().any(|(_, taken)| *taken == local) {
                true => self.cx.take(local, variable.span()),
                false => variable.to_token_stream(),
            };
            let mutable = mutable(variable);
            self.push(quote!(let #mutable = #value;));
        }
        self.checked_out
            .extend(taken.iter().map(|(_, local)| local));
    }

    /// A variable that the edge to this block has bound lives as long as the arm around all that follows; one whose scope
    /// ends in the block moves into a brace of its own.
    fn bound_by_edge(&self) -> Vec<(usize, LocalId)> {
        let (cx, here) = (self.cx, self.block);
        let bound = cx.layout.bound_by_edge.iter();
        let ends_here = |local: &LocalId| {
            cx.layout.storage(*local) == Storage::Block
                && cx.layout.held_at_dead.contains(&(here, *local))
                && !drops_nothing_decl(&cx.body.locals, cx.body.locals.get(*local))
        };
        let locals = bound.filter_map(|(block, local)| (*block == here).then_some(*local));
        locals
            .filter(ends_here)
            .filter_map(|local| Some((cx.storage_dead_at(here, local)?, local)))
            .collect()
    }

    /// Slots whose scope ends in this block become real variables at its start, if the block uses one of them in a way
    /// that only the type decides to be by value or by reference.
    fn to_check_out(&self) -> Vec<(usize, LocalId)> {
        let (cx, here) = (self.cx, self.block);
        let stmts = cx.body.block(here).stmts.iter().enumerate();
        let ends = stmts.filter_map(|(at, stmt)| match stmt {
            Stmt::StorageDead(local) => Some((at, *local)),
            _ => None,
        });
        ends.filter(|(_, local)| cx.can_check_out(here, *local) && cx.is_ambiguous_in(here, *local))
            .collect()
    }

    pub fn storage_dead(&mut self, local: LocalId) {
        if self.dropped_early.remove(&local) {
            return;
        }
        self.close_brace_of(local);
        self.unbind(local);
        if self.checked_out.remove(&local) {
            return;
        }
        if self.rests.remove(&local) {
            let variable = self.cx.names.variable(local);
            return self.push(quote!(::core::mem::drop(#variable);));
        }
        if !self.cx.layout.held_at_dead.contains(&(self.block, local)) {
            return self.forget(local);
        }
        let decl = self.cx.body.locals.get(local);
        let dies_once = decl.kind == LocalKind::Param && !decl.mutable;
        if !self.emptied.insert(local) && dies_once {
            // The iterator of a loop: once behind the loop, once with the other parameters.
            return;
        }
        let (slot, place) = (self.cx.names.slot(local), self.cx.slot_place(local));
        let span = self.cx.declared_at(local);
        match self.cx.layout.storage(local) {
            Storage::Slot { .. } => {
                self.push(quote_spanned!(span=> #place = ::core::option::Option::None;))
            }
            Storage::Kept => {
                let kept = self.cx.kept(local);
                self.push(quote_spanned!(span=> *#kept = ::core::option::Option::None; #slot = ::core::option::Option::None;));
            }
            Storage::Block | Storage::Scalar { .. } | Storage::Bare | Storage::Unused => {}
        }
    }

    /// Empties the slot of a run whose value has been moved on, where the scope may start again in the same run: rustc takes
    /// what the value borrows for borrowed until the slot is assigned.
    fn forget(&mut self, local: LocalId) {
        let of_run = match self.cx.layout.storage(local) {
            Storage::Slot { saved } => !saved,
            Storage::Kept => true,
            Storage::Unused | Storage::Block | Storage::Scalar { .. } | Storage::Bare => false,
        };
        if of_run && self.cx.in_cycle.contains(&self.block) {
            let slot = self.cx.names.slot(local);
            self.push(quote!(#slot = ::core::option::Option::None;));
        }
    }
}

impl Context<'_> {
    /// Whether the value of a slot can be a real variable in `block`: there for certain, and never suspended again, on
    /// whichever way the block is left.
    fn can_check_out(&self, block: BlockId, local: LocalId) -> bool {
        let initialised_here = self.layout.inits.contains(&(block, local));
        let mut exits = self.body.block(block).exits.iter();
        self.is_slot(local)
            && self.layout.init_at_entry[block.index()].has(local)
            && !initialised_here
            && exits.all(|exit| self.is_dropped_first(*exit, local))
    }

    /// Whether the first thing that happens in `block` is that the scope of the local ends, or before it others of which nothing
    /// is left.
    fn is_dropped_first(&self, block: BlockId, local: LocalId) -> bool {
        for stmt in &self.body.block(block).stmts {
            match stmt {
                Stmt::StorageDead(dead) if *dead == local => return true,
                Stmt::StorageDead(dead) if !self.layout.held_at_dead.contains(&(block, *dead)) => {}
                _ => return false,
            }
        }
        false
    }

    fn is_ambiguous_in(&self, block: BlockId, local: LocalId) -> bool {
        self.layout
            .mentions
            .iter()
            .flatten()
            .any(|info| info.local == local && info.block == block && info.context.is_ambiguous())
    }
}
