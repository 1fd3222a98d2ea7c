//! References to slots that stay the same through all turns of a loop.
//!
//! What a loop neither gives a value nor takes away is looked up once, in front of it; each turn then finds a reference.
//!
//! ```text
//! let rows = get(rows_slot);
//! loop { match rows.next() { .. } }
//! ```
//!
//! Only the innermost loops have them. That is the motion of loop-invariant code, of the one thing in an expansion that rustc's
//! optimiser leaves where it is: the check that the slot holds a value may panic.

use super::Structurer;
use super::blocks::is_advance;
use super::node::Node;
use super::region::Component;
use crate::analyse::{Context as Use, MentionInfo, Storage};
use crate::emit::Context;
use crate::ir::{BlockId, Stmt, Terminator};
use crate::resolve::{LocalId, MentionId, decode, visit_idents};
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use std::collections::{BTreeMap, BTreeSet};

/// The references that are in sight in the loop that is being written.
#[derive(Default)]
pub struct LoopReferences(Vec<(LocalId, BTreeSet<BlockId>)>);

impl LoopReferences {
    /// Those in sight in a block.
    pub fn of(&self, block: BlockId) -> impl Iterator<Item = LocalId> {
        let around = self.0.iter().filter(move |(_, of)| of.contains(&block));
        around.map(|(local, _)| *local)
    }
}

/// What a block does with slots.
#[derive(Default)]
pub struct SlotUses {
    /// The mentions of those that are in the frame.
    saved: Vec<MentionId>,
    /// Whether it mentions one that is not, or gives it a value.
    others: bool,
}

/// What each block does with slots.
pub fn slot_uses(cx: &Context<'_>) -> BTreeMap<BlockId, SlotUses> {
    let mut found: BTreeMap<BlockId, SlotUses> = BTreeMap::new();
    let is_other = |local: LocalId| cx.is_slot(local) && !is_saved(cx, local);
    for (index, info) in cx.layout.mentions.iter().enumerate() {
        let Some(info) = info else { continue };
        let of_block = found.entry(info.block).or_default();
        if is_saved(cx, info.local) {
            of_block.saved.push(MentionId::from_index(index));
        }
        of_block.others |= is_other(info.local);
    }
    for (block, local) in &cx.layout.inits {
        found.entry(*block).or_default().others |= is_other(*local);
    }
    found
}

fn is_saved(cx: &Context<'_>, local: LocalId) -> bool {
    cx.layout.storage(local) == (Storage::Slot { saved: true })
}

impl Structurer<'_, '_> {
    /// Writes a loop with the references that serve all its turns in front of it.
    ///
    /// Output: `let x = get(x_slot); loop { .. }`
    pub fn with_references(
        &mut self,
        component: &Component,
        write: impl FnOnce(&mut Self) -> TokenStream,
    ) -> TokenStream {
        let blocks: BTreeSet<BlockId> = component.blocks.iter().map(|node| node.block).collect();
        let mut invariant = self.invariant(component, &blocks);
        // Where a run starts in a loop within this one, it may make no turn of this one.
        if !invariant.is_empty() && self.holds_loops(component) {
            invariant.clear();
        }
        let before = self.references.0.len();
        let mut references = TokenStream::new();
        for local in invariant {
            let variable = self.cx.names.variable(local);
            let reference = self.cx.reference(local, Span::mixed_site());
            references.extend(quote!(let #variable = #reference;));
            self.references.0.push((local, blocks.clone()));
        }
        let code = write(self);
        self.references.0.truncate(before);
        quote!(#references #code)
    }

    fn holds_loops(&self, component: &Component) -> bool {
        let (blocks, entry) = (&component.blocks, component.entry());
        let within = self.components(blocks, &entry, component.header());
        within.components.iter().any(|it| it.is_loop)
    }

    /// The slots that hold one value all the while a loop runs, and that it uses.
    fn invariant(&self, component: &Component, blocks: &BTreeSet<BlockId>) -> Vec<LocalId> {
        let mut in_place: BTreeMap<LocalId, bool> = BTreeMap::new();
        for block in blocks {
            for (mention, info) in self.saved_mentions(*block) {
                let stays = in_place.entry(info.local).or_insert(true);
                *stays &= self.is_in_place(mention, info);
            }
        }
        let stays = in_place.into_iter().filter(|(_, stays)| *stays);
        stays
            .map(|(local, _)| local)
            .filter(|local| self.is_held(*local, component, blocks))
            .filter(|local| !self.may_be_borrowed(*local, blocks))
            .collect()
    }

    fn saved_mentions(&self, block: BlockId) -> impl Iterator<Item = (MentionId, &MentionInfo)> {
        let mentions = self.slot_uses.get(&block).into_iter();
        let mentions = mentions.flat_map(|uses| &uses.saved);
        mentions.filter_map(|mention| Some((*mention, self.cx.layout.mention(*mention)?)))
    }

    /// Whether a variable that outlives the loop may borrow from a slot: what it holds is dropped when the run ends, whatever
    /// it was, and the slot would be borrowed till then. The items of an iterator do not borrow from it.
    fn may_be_borrowed(&self, local: LocalId, blocks: &BTreeSet<BlockId>) -> bool {
        let arms = &self.cx.layout.arm_targets;
        let with_others = |block: BlockId| {
            let uses = self.slot_uses.get(&block);
            uses.is_some_and(|uses| uses.others)
        };
        blocks.iter().any(|block| {
            let mut of_local = self.saved_mentions(*block);
            let mentioned = of_local.any(|(_, info)| info.local == local);
            let mut next = self.cx.body.successors(*block).into_iter();
            mentioned
                && !self.only_advances(*block, local)
                && (with_others(*block)
                    || next.any(|to| arms.contains(&(*block, to)) && with_others(to)))
        })
    }

    /// Whether all that a block does with a local is to ask it for the next item of a loop.
    fn only_advances(&self, block: BlockId, local: LocalId) -> bool {
        let Terminator::Match { scrutinee, arms } = &self.cx.body.block(block).terminator else {
            return false;
        };
        let mut advanced = false;
        visit_idents(scrutinee.to_token_stream(), &mut |ident| {
            advanced |= decode(ident).is_some_and(|name| name.local == local);
        });
        let mentions = self.saved_mentions(block);
        let mentions = mentions.filter(|(_, info)| info.local == local).count();
        advanced && mentions == 1 && is_advance(arms)
    }

    /// Whether a mention certainly leaves the value where it is.
    fn is_in_place(&self, mention: MentionId, info: &MentionInfo) -> bool {
        let layout = &self.cx.layout;
        let live = layout.live_after.contains(mention.index());
        let looks = match info.context {
            Use::Place | Use::Scrutinee { .. } | Use::FieldValue | Use::Value | Use::Assign => true,
            Use::Receiver { consuming } => !consuming,
            Use::Unboxed
            | Use::Callee { .. }
            | Use::FieldMove
            | Use::Update
            | Use::DerefMove { .. }
            | Use::Token
            | Use::Look(_)
            | Use::Defined
            | Use::MoveCapture => false,
        };
        let taken = info.moves || info.is_by_type() || info.captures || (info.takes && !live);
        looks && !taken && layout.surely_init.contains(mention.index())
    }

    /// Whether a slot holds a value wherever a loop is entered, and goes on holding it.
    fn is_held(&self, local: LocalId, component: &Component, blocks: &BTreeSet<BlockId>) -> bool {
        let layout = &self.cx.layout;
        let held = |node: &Node| layout.init_at_entry[node.block.index()].has(local);
        let ends = |block: &BlockId| {
            let mut stmts = self.cx.body.block(*block).stmts.iter();
            stmts.any(|stmt| matches!(stmt, Stmt::StorageDead(dead) if *dead == local))
        };
        let mut entered = component.entries.iter().chain(&component.entered);
        let given = |block: &BlockId| layout.inits.contains(&(*block, local));
        entered.all(held) && !blocks.iter().any(|block| ends(block) || given(block))
    }
}
