//! The braces that a block is written in: each ends where the scope of a real variable does.

use super::BlockWriter;
use crate::analyse::{Context as Use, Storage, drops_nothing_decl};
use crate::emit::Context;
use crate::emit::spans::mutable;
use crate::ir::{BlockId, Stmt};
use crate::resolve::{LocalId, LocalKind, TempKind};
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::quote;

impl BlockWriter<'_, '_> {
    /// Adds code to the innermost brace.
    pub fn push(&mut self, tokens: TokenStream) {
        self.open
            .last_mut()
            .expect("BUG: the outermost scope stays open")
            .1
            .push(tokens);
    }

    /// Closes all braces around the code so far, with `tail` innermost.
    pub fn finish(mut self, tail: TokenStream) -> TokenStream {
        self.push(tail);
        while self.open.len() > 1 {
            self.close();
        }
        let outermost = self.open.pop();
        let (_, code) = outermost.expect("BUG: the outermost scope stays open");
        code.into_iter().collect()
    }

    pub fn open_brace(&mut self, owner: LocalId) {
        self.open.push((Some(owner), Vec::new()));
    }

    fn close(&mut self) {
        let (_, inner) = self.open.pop().expect("BUG: a brace is closed once");
        let depth = self.open.len();
        self.bound.retain(|(_, at)| *at <= depth);
        let braced = TokenTree::Group(Group::new(Delimiter::Brace, inner.into_iter().collect()));
        self.push(braced.into());
    }

    /// Closes the brace that `owner` opened, if it did, and those inside it.
    pub fn close_brace_of(&mut self, owner: LocalId) {
        let Some(at) = self.open.iter().position(|(it, _)| *it == Some(owner)) else {
            return;
        };
        while self.open.len() > at {
            self.close();
        }
    }

    /// A brace scope for a real variable that ends in this block while it may hold a value whose drop matters.
    pub fn open_for(&mut self, local: LocalId) {
        let held = self.cx.layout.held_at_dead.contains(&(self.block, local));
        let harmless = drops_nothing_decl(&self.cx.body.locals, self.cx.body.locals.get(local));
        let in_block = self.cx.layout.storage(local) == Storage::Block;
        if in_block && (held || self.cx.may_leave(local)) && !harmless {
            self.open_brace(local);
        }
    }

    /// The brace that ends before the scope of `local` does, if there is one: `local` has to be declared outside it.
    fn shorter_brace(&self, local: LocalId) -> Option<usize> {
        let end = self
            .cx
            .storage_dead_at(self.block, local)
            .unwrap_or(usize::MAX);
        self.open.iter().position(|(owner, _)| {
            let owner_end = owner.and_then(|owner| self.cx.storage_dead_at(self.block, owner));
            owner_end.is_some_and(|owner_end| owner_end < end)
        })
    }

    /// Declares a real variable outside the braces that end before its scope does; whether that was necessary.
    pub fn declare_outside(&mut self, local: LocalId) -> bool {
        if self.cx.layout.storage(local) != Storage::Block {
            return false;
        }
        let Some(brace) = self.shorter_brace(local) else {
            return false;
        };
        let variable = mutable(self.cx.names.variable(local));
        self.open
            .insert(brace, (Some(local), vec![quote!(let #variable;)]));
        for (_, depth) in self.bound.iter_mut().filter(|(_, depth)| *depth > brace) {
            *depth += 1;
        }
        true
    }
}

impl Context<'_> {
    /// Whether the one use of a value without a name, which takes it, may leave it in the variable, or a part of it.
    ///
    /// Input: `operand.name`, `operand.len()`
    fn may_leave(&self, local: LocalId) -> bool {
        let kind = self.body.locals.get(local).kind;
        let is_in_place = |context: Use| context == Use::Place || context.is_ambiguous();
        let mut mentions = self.layout.mentions.iter().flatten();
        matches!(kind, LocalKind::Temp(TempKind::Operand | TempKind::Value))
            && mentions.any(|info| info.local == local && is_in_place(info.context))
    }

    /// The index of the statement that ends the scope of `local` in `block`.
    pub fn storage_dead_at(&self, block: BlockId, local: LocalId) -> Option<usize> {
        let stmts = &self.body.block(block).stmts;
        stmts
            .iter()
            .position(|stmt| matches!(stmt, Stmt::StorageDead(dead) if *dead == local))
    }
}
