//! References to the values of slots: which of them the code at hand needs, and which it makes invalid.

use super::{BlockWriter, Code};
use crate::analyse::types::is_mut_reference;
use crate::analyse::{Context as Use, Look, MentionInfo, Storage};
use crate::emit::mentions::Access;
use crate::resolve::{LocalId, Name, decode};
use proc_macro2::Span;
use quote::quote;
use std::collections::BTreeSet;
use std::rc::Rc;
use syn::{Expr, Stmt};

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

impl SlotUse {
    fn new(local: LocalId, first: Span) -> Self {
        SlotUse {
            local,
            first,
            by_reference: false,
            invalidates: false,
            inline: false,
            in_macro: false,
            in_closure: false,
            assigned: false,
        }
    }
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

    pub fn is_bound(&self, local: LocalId) -> bool {
        self.bound.iter().any(|(known, _)| *known == local)
    }

    pub fn used_in_block(&self, local: LocalId) -> bool {
        self.cx.layout.place_uses.contains(&(self.block, local))
    }

    /// Writes the references that this code needs, and returns how it reaches the locals.
    pub fn prepare(&mut self, code: &Code) -> Access {
        let mut access = Access {
            plain: self.checked_out.clone(),
            inline: BTreeSet::new(),
            looked_at: self.looked_at(code),
            lent: Rc::default(),
            asked: Rc::default(),
            defined: BTreeSet::new(),
        };
        for slot in self.slot_uses(code, &access.looked_at.clone()) {
            if slot.inline {
                access.inline.insert(slot.local);
                access.looked_at.remove(&slot.local);
                self.unbind(slot.local);
            } else if slot.by_reference {
                self.refer_to(slot.local, slot.first);
            }
        }
        for local in &access.looked_at {
            self.refer_to(*local, Span::mixed_site());
        }
        self.define_macros(code, &mut access);
        access
    }

    /// What alone is evaluated before a slot that may be empty is filled: the value, of an assignment to one.
    pub fn evaluated<'s>(&self, stmt: &'s Stmt) -> Option<&'s Expr> {
        if let Stmt::Expr(Expr::Assign(it), _) = stmt
            && let Expr::Path(path) = &*it.left
            && let Some(ident) = path.path.get_ident()
            && self
                .slot_mention(decode(ident)?)
                .is_some_and(|(_, _, _, init)| !init)
        {
            return Some(&it.right);
        }
        None
    }

    /// Output: `let x = get(x_slot);`
    fn refer_to(&mut self, local: LocalId, mention: Span) {
        if !self.is_bound(local) {
            let variable = self.cx.names.variable(local);
            let reference = self.cx.reference(local, mention);
            self.push(quote!(let #variable = #reference;));
            self.bind(local);
        }
    }

    /// The slots that unknown macros in this code reach by reference: they are only looked at, by their names; or
    /// a reference is at hand or needed by other code, so that something may be borrowed; or in a closure, which is not to
    /// change them.
    pub fn looked_at(&self, code: &Code) -> BTreeSet<LocalId> {
        let (mut looked_at, mut others) = (BTreeSet::new(), BTreeSet::new());
        if !self.has_macros() {
            return looked_at;
        }
        let mut referred: BTreeSet<LocalId> = self.references().into_iter().collect();
        for named in &code.names {
            let Some((local, info, live, init)) = self.slot_mention(named.name) else {
                continue;
            };
            match info.context {
                // What is borrowed through a `&mut` for the last time may live on.
                Use::Look(_) if !live && is_mut_reference(&self.cx.body.locals, local) => {
                    others.insert(local);
                }
                Use::Look(look) if init && (live || look != Look::Operand) => {
                    looked_at.insert(local);
                    let by_name = look == Look::Named;
                    referred.extend((by_name || info.in_closure).then_some(local));
                }
                Use::Token | Use::Look(_) => drop(others.insert(local)),
                _ => {
                    let mut slot = SlotUse::new(local, named.span);
                    note_use(&mut slot, info, live, init);
                    referred.extend(slot.by_reference.then_some(local));
                }
            }
        }
        looked_at.retain(|local| referred.contains(local) && !others.contains(local));
        looked_at
    }

    pub fn invalidate(&mut self, code: &Code) {
        for slot in self.slot_uses(code, &self.looked_at(code)) {
            if slot.invalidates {
                self.unbind(slot.local);
            }
        }
    }

    /// The slots that this code uses.
    fn slot_uses(&self, code: &Code, looked_at: &BTreeSet<LocalId>) -> Vec<SlotUse> {
        let mut uses: Vec<SlotUse> = Vec::new();
        if !self.cx.has_slots {
            return uses;
        }
        for named in code.names.iter().filter(|named| !named.captured) {
            if let Some((local, info, live, init)) = self.slot_mention(named.name) {
                let slot = use_of(&mut uses, local, named.span);
                match info.context.is_in_macro() && looked_at.contains(&local) {
                    true => slot.by_reference = true,
                    false => note_use(slot, info, live, init),
                }
            }
        }
        for slot in &mut uses {
            slot.inline |= slot.in_macro && slot.by_reference;
            slot.inline |= slot.in_closure && slot.assigned;
        }
        uses
    }

    /// A mention of a slot: its local, what is known of it, whether the local may be used behind it, and whether it holds a
    /// value for certain.
    fn slot_mention(&self, name: Name) -> Option<(LocalId, &MentionInfo, bool, bool)> {
        let (local, mention) = (name.local, name.mention?);
        let info = self.cx.layout.mention(mention)?;
        let elsewhere = self.checked_out.contains(&local) || self.bound_here.contains(&local);
        if elsewhere || !self.cx.is_slot(local) {
            return None;
        }
        let live = self.cx.layout.live_after.contains(mention.index());
        // Assigned anew, a local that a suspension may not have kept is looked up at each mention.
        let anew = info.context == Use::Assign && self.cx.layout.storage(local) == Storage::Kept;
        let init = !anew && self.cx.layout.surely_init.contains(mention.index());
        Some((local, info, live, init))
    }
}

/// The entry for a local, which is added if it is new.
fn use_of(uses: &mut Vec<SlotUse>, local: LocalId, first: Span) -> &mut SlotUse {
    let known = uses.iter().position(|slot| slot.local == local);
    let at = known.unwrap_or_else(|| {
        uses.push(SlotUse::new(local, first));
        uses.len() - 1
    });
    &mut uses[at]
}

fn note_use(slot: &mut SlotUse, info: &MentionInfo, live: bool, init: bool) {
    let by_type = info.is_by_type() && !info.undecided;
    let taken = info.moves || (!live && (info.takes || by_type));
    let token = info.context.is_in_macro();
    slot.invalidates |=
        taken || token || (info.undecided && !live) || (info.context == Use::Assign && !init);
    slot.inline |= !init && !token && !taken;
    let by_value = matches!(info.context, Use::Value | Use::MoveCapture);
    let read_by_type = info.in_closure && by_value && !live;
    slot.invalidates |= read_by_type;
    slot.by_reference |= !taken && !read_by_type && !token;
    slot.in_macro |= token;
    slot.in_closure |= read_by_type;
    slot.assigned |= info.context == Use::Assign;
}
