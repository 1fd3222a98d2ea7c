//! Fields that are moved out of a struct and assigned anew before the generator can be suspended.

use super::fields::are_apart;
use super::flow::{Event, Flow, NodeId};
use crate::resolve::{LocalId, MentionId};
use std::collections::{BTreeMap, BTreeSet};

/// For each of the mentions that may move a field out: the node behind which the field has a value again, whichever way is taken. Not
/// of those whose block is left before.
///
/// Input: `s.state = next(s.state);`
pub fn refilled(
    flow: &Flow,
    moving: impl Iterator<Item = MentionId>,
) -> BTreeMap<MentionId, NodeId> {
    moving
        .filter_map(|mention| Some((mention, last_refill(flow, mention)?)))
        .collect()
}

/// The last of the nodes that give the field of a mention a value again.
fn last_refill(flow: &Flow, mention: MentionId) -> Option<NodeId> {
    let info = flow.mentions[mention.index()].as_ref()?;
    let (field, _) = flow.fields.get(&mention)?;
    if info.in_closure {
        return None;
    }
    let mut last = None;
    let mut seen = BTreeSet::new();
    let mut work = flow.nodes[info.node.0].succs.clone();
    while let Some(node) = work.pop() {
        if !seen.insert(node) {
            continue;
        }
        let step = &flow.nodes[node.0];
        if step.block != info.block || step.succs.is_empty() {
            return None;
        }
        match effect(flow, step.event, (info.local, field)) {
            // A closure may run, or not.
            Effect::Refills if step.in_closure => return None,
            Effect::Refills => last = last.max(Some(node)),
            Effect::Uses => return None,
            Effect::None => work.extend(&step.succs),
        }
    }
    last
}

/// What a node does to a field.
enum Effect {
    None,
    Refills,
    Uses,
}

fn effect(flow: &Flow, event: Event, (owner, field): (LocalId, &[String])) -> Effect {
    match event {
        Event::Use(mention, local, _) | Event::Move(mention, local) if local == owner => {
            match flow.fields.get(&mention) {
                Some((other, true)) if field.starts_with(other) => Effect::Refills,
                Some((other, _)) if are_apart(field, other) => Effect::None,
                _ => Effect::Uses,
            }
        }
        Event::Init(local) if local == owner => Effect::Refills,
        Event::MaybeInit(local) | Event::Unbound(local) | Event::Dead(local) if local == owner => {
            Effect::Uses
        }
        Event::Suspend(_) => Effect::Uses,
        Event::Nothing
        | Event::Use(..)
        | Event::Move(..)
        | Event::Init(_)
        | Event::MaybeInit(_)
        | Event::Unbound(_)
        | Event::Dead(_) => Effect::None,
    }
}
