//! Where the scopes of variables start and end in a block.

use super::super::Context;
use super::super::spans::mutable;
use super::BlockWriter;
use crate::analyse::{Storage, drops_nothing_decl};
use crate::ir::{BlockId, Stmt};
use crate::resolve::{LocalId, LocalKind};
use quote::{quote, quote_spanned};

impl BlockWriter<'_, '_> {
    /// A variable that the edge to this block has bound lives as long as the arm around all that follows; one whose scope
    /// ends in the block moves into a brace of its own.
    pub fn take_over_bindings(&mut self) {
        let bound = self
            .cx
            .layout
            .bound_by_edge
            .iter()
            .filter(|(block, _)| *block == self.block);
        let mut ending: Vec<(usize, LocalId)> = bound
            .filter(|(_, local)| self.cx.layout.storage(*local) == Storage::Block)
            .filter(|(_, local)| self.cx.layout.held_at_dead.contains(&(self.block, *local)))
            .filter_map(|(_, local)| {
                self.cx
                    .storage_dead_at(self.block, *local)
                    .map(|end| (end, *local))
            })
            .filter(|(_, local)| {
                !drops_nothing_decl(&self.cx.body.locals, self.cx.body.locals.get(*local))
            })
            .collect();
        ending.sort_unstable();
        for (_, local) in ending.into_iter().rev() {
            self.open_brace(local);
            let variable = self.cx.names.variable(local);
            let mutable = mutable(variable);
            self.push(quote!(let #mutable = #variable;));
        }
    }

    /// Slots whose scope ends in this block become real variables at its start, if the block uses one of them in a way
    /// that only the type decides to be by value or by reference. Older ones first, so that the scopes nest.
    ///
    /// Output: `{ let mut x = take(x_slot); .. }`
    pub fn check_out(&mut self) {
        let block = self.cx.body.block(self.block);
        let mut candidates: Vec<LocalId> = Vec::new();
        for stmt in &block.stmts {
            if let Stmt::StorageDead(local) = stmt
                && self.cx.can_check_out(self.block, *local)
            {
                candidates.push(*local);
            }
        }
        let Some(oldest) = candidates
            .iter()
            .rposition(|local| self.cx.is_ambiguous_in(self.block, *local))
        else {
            return;
        };
        let mut chosen: Vec<LocalId> = candidates[..=oldest].iter().rev().copied().collect();
        chosen.retain(|local| self.cx.is_ambiguous_in(self.block, *local));
        for local in chosen {
            self.open_brace(local);
            let variable = self.cx.names.variable(local);
            let value = self.cx.take(local, variable.span());
            let mutable = mutable(variable);
            self.push(quote!(let #mutable = #value;));
            self.checked_out.insert(local);
        }
    }

    pub fn storage_dead(&mut self, local: LocalId) {
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
