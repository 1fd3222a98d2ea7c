//! Analysis: what lives across a suspension, what each mention means, and where each local is kept.
//!
//! Takes the control-flow graph, returns a [`FrameLayout`]; the graph is not changed. The questions are answered on a
//! finer graph, the [`flow::Flow`], in which each mention is a node: liveness (`dataflow`) backwards over it says whether
//! a mention by value is the last one (a move) or not (a copy), and forwards what may be initialised where.

mod ahead;
mod borrows;
mod build;
pub mod closures;
mod collected;
mod dataflow;
mod drops;
mod fields;
pub mod flow;
pub mod harmless;
pub mod items;
mod layout;
pub mod looks;
pub mod method_calls;
pub mod moved;
pub mod open;
pub mod receivers;
mod refilled;
mod rematerialise;
pub mod scalars;
pub mod std_types;
mod storage;
pub mod types;

pub use ahead::{Ahead, Step};
pub use borrows::borrows_in_items;
pub use dataflow::{BitSet, Facts};
pub use drops::{drops_nothing, drops_nothing_decl, is_item_by_number, views_own};
pub use flow::{Context, Flow, MentionInfo};
pub use looks::Look;
pub use receivers::is_unknown;
pub use storage::{Storage, is_slot, storage_of_all};
pub use types::is_unread;

use std::collections::{BTreeMap, BTreeSet};

use crate::errors::Errors;
use crate::ir::{BlockId, Body};
use crate::resolve::{LocalId, MentionId};

/// Where everything is kept, and how each mention reaches it.
#[derive(Debug, Default)]
pub struct FrameLayout {
    /// Where each local is kept.
    pub storage: Vec<Storage>,
    /// The plain values that are computed again when a run starts, instead of being kept, in order.
    pub recomputed: Vec<LocalId>,
    /// For each suspend point the counters that are stored one step ahead.
    pub ahead: Vec<Vec<Ahead>>,
    /// How each mention is used.
    pub mentions: Vec<Option<MentionInfo>>,
    /// The mentions of a struct that may move one of its fields out.
    pub moved_fields: BTreeSet<MentionId>,
    /// The same of a variable of unknown type, which is asked for whether it is a struct.
    pub asked_fields: BTreeSet<MentionId>,
    /// Those of all these, and the mentions of which a pattern or a method may move a field, that leave no hole over a yield: the node behind
    /// which the field has a value again.
    pub refilled: BTreeMap<MentionId, flow::NodeId>,
    /// For each mention: whether the local may be used again behind it.
    pub live_after: BitSet,
    /// For each mention that assigns: whether the local holds a value for certain.
    pub surely_init: BitSet,
    /// For each suspend point the locals that are used after it.
    pub live: Vec<BitSet>,
    /// For each suspend point the locals that may hold a value there.
    pub held: Vec<BitSet>,
    /// For each block the locals that may hold a value when it is entered.
    pub held_at_entry: Vec<BitSet>,
    /// For each block the locals that hold a value for certain when it is entered.
    pub init_at_entry: Vec<BitSet>,
    /// The scope ends at which a local may still hold a value.
    pub held_at_dead: BTreeSet<(BlockId, LocalId)>,
    /// Edges whose source binds variables that belong to the target.
    pub arm_targets: BTreeSet<(BlockId, BlockId)>,
    /// Variables that a block finds bound by the edge that leads to it.
    pub bound_by_edge: Vec<(BlockId, LocalId)>,
    /// The blocks that initialise a local.
    pub inits: BTreeSet<(BlockId, LocalId)>,
    /// The blocks that use a local in place.
    pub place_uses: BTreeSet<(BlockId, LocalId)>,
    /// For each block the locals that are used in it or after it, before they are assigned.
    pub live_at_entry: Vec<BitSet>,
}

impl FrameLayout {
    /// That of a body which is only checked: nothing is kept anywhere.
    pub fn without_frame(body: &Body) -> FrameLayout {
        FrameLayout {
            storage: vec![Storage::Unused; body.locals.len()],
            ..FrameLayout::default()
        }
    }

    /// Where `local` is kept.
    pub fn storage(&self, local: LocalId) -> Storage {
        self.storage[local.index()]
    }

    /// How `mention` is used; `None` for one in code that is never run.
    pub fn mention(&self, mention: MentionId) -> Option<&MentionInfo> {
        self.mentions[mention.index()].as_ref()
    }
}

/// Analyses `body`.
pub fn analyse(body: &Body, errors: &mut Errors) -> FrameLayout {
    let flow = build::build(body);
    let facts = dataflow::solve(&flow, body.locals.len());
    let storage = storage_of_all(body, &flow, &facts);
    let recomputed = rematerialise::recomputed(body, &flow, &facts, &storage);
    let mut layout = layout::layout(body, &flow, &facts, (storage, recomputed));
    layout.ahead = ahead::counted_ahead(body, &layout);
    borrows::borrows_across_yields(body, &layout, errors);
    layout
}
