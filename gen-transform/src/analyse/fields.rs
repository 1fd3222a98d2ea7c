//! Which mentions of a struct may move a field out of it.

use super::flow::{Context, Event, Flow, MentionInfo, NodeId};
use crate::resolve::{LocalId, MentionId};
use std::collections::BTreeSet;

/// The mentions `p.field` that may be the last use of that field, where `p` may be a struct.
///
/// If the field is used again before it has a new value, it is copied, for otherwise the program would be wrong.
pub fn moved(flow: &Flow, may_be_struct: impl Fn(LocalId) -> bool) -> BTreeSet<MentionId> {
    let ids = (0..flow.mentions.len()).map(MentionId::from_index);
    let moving = ids.filter(|id| {
        flow.mentions[id.index()].as_ref().is_some_and(|info| {
            info.context == Context::FieldMove
                && !info.in_closure
                && may_be_struct(info.local)
                && !is_used_again(flow, *id, info)
        })
    });
    moving.collect()
}

/// Whether the field of a mention is used behind it: by itself, or with the whole struct.
fn is_used_again(flow: &Flow, id: MentionId, info: &MentionInfo) -> bool {
    let Some((field, _)) = flow.fields.get(&id) else {
        return true;
    };
    let mut seen = BTreeSet::new();
    let mut work: Vec<NodeId> = flow.nodes[info.node.0].succs.clone();
    while let Some(node) = work.pop() {
        if !seen.insert(node) {
            continue;
        }
        let event = flow.nodes[node.0].event;
        let goes_on = match event {
            Event::Use(mention, local, _) | Event::Move(mention, local) if local == info.local => {
                match flow.fields.get(&mention) {
                    Some((other, true)) => !field.starts_with(other),
                    Some((other, false)) if are_apart(field, other) => true,
                    _ => return true,
                }
            }
            Event::Init(local) | Event::Unbound(local) | Event::Dead(local) => local != info.local,
            _ => true,
        };
        if goes_on {
            work.extend(&flow.nodes[node.0].succs);
        }
    }
    false
}

/// Whether neither of two fields is in the other, or the same.
pub fn are_apart(one: &[String], other: &[String]) -> bool {
    !one.starts_with(other) && !other.starts_with(one)
}
