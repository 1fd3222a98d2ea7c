//! What unknown macros mention: real variables for the statement.

use super::BlockWriter;
use super::code::{Code, Named};
use crate::analyse::{Context as Use, MentionInfo};
use crate::emit::finished;
use crate::emit::mentions::{Access, Rewrite};
use crate::resolve::{LocalId, MentionId};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use std::collections::{BTreeMap, BTreeSet};
use syn::Expr;

impl BlockWriter<'_, '_> {
    /// Makes the slots that unknown macros mention in a statement real variables until `check_in`: so a macro may stand for
    /// a place, `&mut cell!()`. Where the statement may be left in its middle, or takes such a value itself, each call has to
    /// do so for itself.
    ///
    /// Output: `let mut x = take(x_slot);`
    pub fn check_out_for_macros(&mut self, code: &Code) -> Vec<LocalId> {
        let found = self.mentioned_by_macros(code);
        self.spent.extend(self.spent_in(code));
        for local in &found {
            self.check_out(*local);
        }
        found
    }

    /// Makes a slot a real variable until `check_in`.
    pub fn check_out(&mut self, local: LocalId) -> LocalId {
        let variable = self.cx.names.variable(local);
        let value = self.cx.take(local, Span::mixed_site());
        self.push(quote!(let mut #variable = #value;));
        self.unbind(local);
        self.checked_out.insert(local);
        local
    }

    /// The locals of which a macro in this code has the last mention of all, and may move them.
    pub fn spent_in(&self, code: &Code) -> BTreeSet<LocalId> {
        let layout = &self.cx.layout;
        let mut last: BTreeMap<LocalId, (MentionId, &MentionInfo)> = BTreeMap::new();
        for Named { name, .. } in &code.names {
            let Some(mention) = name.mention else {
                continue;
            };
            let Some(info) = layout.mention(mention) else {
                continue;
            };
            let known = last.entry(name.local).or_insert((mention, info));
            // Nodes stand in the order of evaluation: what is assigned stands behind the value.
            if known.1.node < info.node {
                *known = (mention, info);
            }
        }
        let is_spent = |(mention, info): &(MentionId, &MentionInfo)| {
            let live = layout.live_after.contains(mention.index());
            !live && info.context.is_in_macro() && !info.in_closure
        };
        let spent = last.iter().filter(|(_, mention)| is_spent(mention));
        spent.map(|(local, _)| *local).collect()
    }

    /// Output: `*x_slot = Some(x);`
    pub fn check_in(&mut self, locals: &[LocalId]) {
        let puts = self.puts(locals);
        self.push(puts);
    }

    /// The same behind the operand of a terminator.
    ///
    /// Output: `{ let result = operand; *x_slot = Some(x); result }`
    pub fn checked_in_behind(&mut self, operand: Expr, locals: &[LocalId]) -> Expr {
        if locals.is_empty() {
            return operand;
        }
        let puts = self.puts(locals);
        let result = Ident::new("result", Span::mixed_site());
        finished::block(
            quote!(let #result = #operand; #puts #result),
            Span::mixed_site(),
        )
    }

    fn puts(&mut self, locals: &[LocalId]) -> TokenStream {
        let mut puts = TokenStream::new();
        for local in locals {
            let spent = self.spent.remove(local);
            puts.extend(self.cx.put_back(*local, spent));
            self.checked_out.remove(local);
        }
        puts
    }

    /// Writes the `macro_rules!` that calls in this code carry, so that the calls stay what they are. In closures
    /// what they name may be captured, and is at hand in another way.
    pub fn define_macros(&mut self, code: &Code, access: &mut Access) {
        access.defined.extend(&code.own);
        for (number, definition) in &code.carried {
            if self.names_what_is_here(definition) && access.defined.insert(*number) {
                let mut jump = |_| TokenStream::new();
                let rewrite = Rewrite::new(self.cx, access, &mut jump);
                let definition = rewrite.definition(definition.clone());
                self.push(definition);
            }
        }
    }

    fn names_what_is_here(&self, definition: &TokenStream) -> bool {
        let names = Code::of(definition).names;
        let mut slots = names
            .iter()
            .map(|named| named.name)
            .filter(|name| self.cx.is_slot(name.local) && !self.checked_out.contains(&name.local));
        slots.all(|name| {
            let mention = name.mention;
            let info = mention.and_then(|mention| self.cx.layout.mention(mention));
            info.is_some_and(|info| info.context == Use::Defined && !info.in_closure)
        })
    }

    /// Whether an unknown macro may mention a slot in this block.
    pub fn has_macros(&self) -> bool {
        self.cx.has_slots && self.cx.with_macros.contains(&self.block)
    }

    fn mentioned_by_macros(&self, code: &Code) -> Vec<LocalId> {
        if code.leaves || !self.has_macros() {
            return Vec::new();
        }
        let mut bound = BTreeSet::new();
        let mut mentioned: BTreeMap<LocalId, Vec<Option<&MentionInfo>>> = BTreeMap::new();
        for Named { name, .. } in &code.names {
            let Some(mention) = name.mention else {
                bound.insert(name.local);
                continue;
            };
            let init = self.cx.layout.surely_init.contains(mention.index());
            let live = self.cx.layout.live_after.contains(mention.index());
            let info = self.cx.layout.mention(mention);
            let stays = info.filter(|info| init && stays(info, live));
            mentioned.entry(name.local).or_default().push(stays);
        }
        let looked_at = self.looked_at(code);
        mentioned.retain(|local, uses| {
            let by_macro =
                |info: &Option<&MentionInfo>| info.is_some_and(|info| info.context.is_in_macro());
            self.cx.is_slot(*local)
                && !bound.contains(local)
                && !self.checked_out.contains(local)
                && !looked_at.contains(local)
                && uses.iter().all(Option::is_some)
                && uses.iter().any(by_macro)
        });
        mentioned.into_keys().collect()
    }
}

/// Whether a mention leaves the value where it is, and does so now.
pub fn stays(info: &MentionInfo, live: bool) -> bool {
    !info.in_closure && !info.moves && (live || !(info.takes || info.is_by_type()))
}
