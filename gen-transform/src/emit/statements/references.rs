//! References to the values of slots: which of them the code at hand needs, and which it makes invalid.

use super::super::mentions::Access;
use super::BlockWriter;
use crate::analyse::{Context as Use, MentionInfo, Storage};
use crate::resolve::{LocalId, decode, visit_written_idents};
use proc_macro2::{Span, TokenStream};
use quote::quote;
use std::collections::BTreeSet;

/// A use of a slot in a piece of code.
struct SlotUse {
    local: LocalId,
    /// Where it is mentioned first.
    first: Span,
    /// Whether a reference to the value is needed.
    by_reference: bool,
    /// Whether the code takes the value out or puts a new one in.
    invalidates: bool,
    /// Whether each mention has to look the value up for itself.
    inline: bool,
    /// Whether an unknown macro mentions it, which takes the value for its duration.
    in_macro: bool,
    /// Whether a closure may take the value.
    in_closure: bool,
    /// Whether it is assigned.
    assigned: bool,
}

impl BlockWriter<'_, '_> {
    /// Notes that the variable of a slot is a reference to its value from here on.
    pub fn bind(&mut self, local: LocalId) {
        self.unbind(local);
        self.bound.push((local, self.open.len()));
    }

    pub fn unbind(&mut self, local: LocalId) {
        self.bound.retain(|(known, _)| *known != local);
    }

    /// The slots that there are references to.
    pub fn references(&self) -> Vec<LocalId> {
        self.bound.iter().map(|(local, _)| *local).collect()
    }

    fn is_bound(&self, local: LocalId) -> bool {
        self.bound.iter().any(|(known, _)| *known == local)
    }

    pub fn used_in_block(&self, local: LocalId) -> bool {
        self.cx.layout.place_uses.contains(&(self.block, local))
    }

    /// Writes the references that code with these tokens needs, and returns how it reaches the locals.
    pub fn prepare(&mut self, tokens: TokenStream) -> Access {
        let mut access = Access {
            plain: self.checked_out.clone(),
            inline: BTreeSet::new(),
            defined: BTreeSet::new(),
        };
        for slot in self.slot_uses(tokens.clone()) {
            if slot.inline {
                access.inline.insert(slot.local);
                self.unbind(slot.local);
            } else if slot.by_reference && !self.is_bound(slot.local) {
                let variable = self.cx.names.variable(slot.local);
                let reference = self.cx.reference(slot.local, slot.first);
                self.push(quote!(let #variable = #reference;));
                self.bind(slot.local);
            }
        }
        self.define_macros(tokens, &mut access);
        access
    }

    pub fn invalidate(&mut self, tokens: TokenStream) {
        for slot in self.slot_uses(tokens) {
            if slot.invalidates {
                self.unbind(slot.local);
            }
        }
    }

    /// The slots that code with these tokens uses.
    fn slot_uses(&self, tokens: TokenStream) -> Vec<SlotUse> {
        let mut uses: Vec<SlotUse> = Vec::new();
        if !self.cx.has_slots {
            return uses;
        }
        visit_written_idents(tokens, &mut |ident| {
            if let Some(name) = decode(ident)
                && let Some(mention) = name.mention
                && let Some(info) = self.cx.layout.mention(mention)
                && !self.checked_out.contains(&name.local)
                && !self.bound_here.contains(&name.local)
                && self.cx.is_slot(name.local)
            {
                let live = self.cx.layout.live_after.contains(mention.index());
                // Assigned anew, a local that a suspension may not have kept is looked up at each mention.
                let anew = info.context == Use::Assign
                    && self.cx.layout.storage(name.local) == Storage::Kept;
                let init = !anew && self.cx.layout.surely_init.contains(mention.index());
                note_use(
                    use_of(&mut uses, name.local, ident.span()),
                    info,
                    live,
                    init,
                );
            }
        });
        for slot in &mut uses {
            slot.inline |= slot.in_macro && slot.by_reference;
            slot.inline |= slot.in_closure && slot.assigned;
        }
        uses
    }
}

/// The entry for a local, which is added if it is new.
fn use_of(uses: &mut Vec<SlotUse>, local: LocalId, first: Span) -> &mut SlotUse {
    let known = uses.iter().position(|slot| slot.local == local);
    let at = known.unwrap_or_else(|| {
        uses.push(SlotUse {
            local,
            first,
            by_reference: false,
            invalidates: false,
            inline: false,
            in_macro: false,
            in_closure: false,
            assigned: false,
        });
        uses.len() - 1
    });
    &mut uses[at]
}

fn note_use(slot: &mut SlotUse, info: &MentionInfo, live: bool, init: bool) {
    let by_type = info.lends || info.context == Use::DerefMove;
    let taken = info.moves || (!live && (info.takes || by_type));
    let token = info.context == Use::Token;
    slot.invalidates |= taken || token || (info.context == Use::Assign && !init);
    slot.inline |= !init && !token && !taken;
    let by_value = matches!(info.context, Use::Value | Use::MoveCapture);
    let read_by_type = info.in_closure && by_value && !live;
    slot.invalidates |= read_by_type;
    slot.by_reference |= !taken && !read_by_type && !token;
    slot.in_macro |= token;
    slot.in_closure |= read_by_type;
    slot.assigned |= info.context == Use::Assign;
}
