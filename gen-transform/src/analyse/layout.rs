//! The facts in the form that the emitter asks for them: a mention, a suspend point, a block.

use super::dataflow::{BitSet, Facts, is_live_behind};
use super::fields::moved;
use super::flow::{Event, Flow};
use super::refilled::refilled;
use super::storage::Storage;
use super::{FrameLayout, receivers, types};
use crate::ir::{BlockId, Body};
use crate::resolve::{LocalId, MentionId};
use std::collections::BTreeSet;

/// Puts the layout together.
pub fn layout(
    body: &Body,
    flow: &Flow,
    facts: &Facts,
    (mut storage, recomputed): (Vec<Storage>, Vec<LocalId>),
) -> FrameLayout {
    for local in &recomputed {
        storage[local.index()] = Storage::Scalar { saved: false };
    }
    let (live_after, surely_init) = of_mentions(flow, facts);
    let (live, held) = of_suspensions(body, flow, facts);
    let in_blocks = InBlocks::collect(flow, facts);
    let at_entry = |facts: &[BitSet]| {
        flow.block_entry
            .iter()
            .map(|node| facts[node.0].clone())
            .collect()
    };
    let (moved_fields, asked_fields) = of_fields(body, flow);
    let moving = moved_fields.iter().chain(&asked_fields);
    let moving = moving.chain(&flow.opened_fields).copied();
    FrameLayout {
        refilled: refilled(flow, moving),
        storage,
        recomputed,
        ahead: Vec::new(),
        mentions: flow.mentions.clone(),
        moved_fields,
        asked_fields,
        live_after,
        surely_init,
        live,
        held,
        held_at_dead: in_blocks.held_at_dead,
        arm_targets: flow.arm_targets.clone(),
        bound_by_edge: flow.bound_by_edge.clone(),
        inits: in_blocks.inits,
        place_uses: in_blocks.place_uses,
        held_at_entry: at_entry(&facts.maybe_init),
        init_at_entry: at_entry(&facts.surely_init),
        live_at_entry: at_entry(&facts.live_in),
    }
}

/// The mentions that may move a field: of what is known to be a struct, and of what is asked for whether it is one.
fn of_fields(body: &Body, flow: &Flow) -> (BTreeSet<MentionId>, BTreeSet<MentionId>) {
    let is_struct = |local| {
        let decl = body.locals.get(local);
        types::is_struct(decl) && !decl.owned_part
    };
    let is_unknown = |local| receivers::is_unknown(&body.locals, local);
    (moved(flow, is_struct), moved(flow, is_unknown))
}

/// For each mention: whether its local may be used again behind it, and whether it holds a value for certain.
fn of_mentions(flow: &Flow, facts: &Facts) -> (BitSet, BitSet) {
    let count = flow.mentions.len();
    let (mut live_after, mut surely_init) = (BitSet::new(count), BitSet::new(count));
    for (index, mention) in flow.mentions.iter().enumerate() {
        let Some(mention) = mention else { continue };
        let live = is_live_behind(
            flow,
            (&facts.live_in, &facts.live_out),
            MentionId::from_index(index),
            mention,
        );
        live_after.set(index, live);
        surely_init.set(index, facts.surely_init[mention.node.0].has(mention.local));
    }
    (live_after, surely_init)
}

/// For each suspend point: the locals that are used after it, and those that may hold a value there.
fn of_suspensions(body: &Body, flow: &Flow, facts: &Facts) -> (Vec<BitSet>, Vec<BitSet>) {
    let points = body.suspend_points.len();
    let mut live = vec![BitSet::new(body.locals.len()); points];
    let mut held = vec![BitSet::new(body.locals.len()); points];
    for (index, node) in flow.nodes.iter().enumerate() {
        if let Event::Suspend(point) = node.event {
            live[point] = facts.live_out[index].clone();
            held[point] = facts.maybe_init[index].clone();
        }
    }
    (live, held)
}

/// What happens to locals in the blocks.
#[derive(Default)]
struct InBlocks {
    held_at_dead: BTreeSet<(BlockId, LocalId)>,
    inits: BTreeSet<(BlockId, LocalId)>,
    place_uses: BTreeSet<(BlockId, LocalId)>,
}

impl InBlocks {
    fn collect(flow: &Flow, facts: &Facts) -> Self {
        let mut found = InBlocks::default();
        for (index, node) in flow.nodes.iter().enumerate() {
            match node.event {
                Event::Dead(local) if facts.maybe_init[index].has(local) => {
                    found.held_at_dead.insert((node.block, local));
                }
                Event::Init(local) | Event::MaybeInit(local) => {
                    found.inits.insert((node.block, local));
                }
                Event::Use(_, local, takes) if !takes || facts.live_out[index].has(local) => {
                    found.place_uses.insert((node.block, local));
                }
                Event::Use(..)
                | Event::Move(..)
                | Event::Dead(_)
                | Event::Unbound(_)
                | Event::Nothing
                | Event::Suspend(_) => {}
            }
        }
        found
    }
}
