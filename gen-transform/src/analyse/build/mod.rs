//! From blocks to the flow graph: a walk over each statement in the order of evaluation.
//!
//! A construct has a file of its own; `nodes` holds what all of them are made of.

mod branches;
mod calls;
mod closures;
mod expressions;
mod jumps;
mod loops;
mod macros;
mod mentions;
mod nodes;
mod operators;
mod patterns;
mod places;
mod statements;
mod terminators;

use super::flow::{Event, Flow, NodeId};
use crate::ir::{BlockId, Body, Terminator};
use crate::resolve::{LocalId, MentionId};
use loops::InnerLoop;
use std::collections::BTreeMap;

/// The walk, at one point of the code.
struct Walk<'a> {
    body: &'a Body,
    flow: Flow,
    block: BlockId,
    /// The last node, if what follows is reachable.
    at: Option<NodeId>,
    /// The loops and labelled blocks around, inside the statement.
    loops: Vec<InnerLoop>,
    /// How many closures and async blocks stand around.
    closures: usize,
    /// Where the flow goes on behind the outermost of them.
    behind_closure: Option<NodeId>,
    /// How often each block is entered.
    entries: Vec<usize>,
    in_terminator: bool,
    /// Whether a variable is being initialised.
    in_let: bool,
    /// Whether a value is being made out of which a branch binds parts, or which is yielded.
    in_head: bool,
    /// Whether the method being called may hand out a borrow that lives on.
    lends: bool,
    /// Whether rustc is asked whether the method being called takes what it is called on.
    undecided: bool,
    /// Whether an operator or a method is looked up for what is made of the operands at hand.
    asked: bool,
    /// Whether the place at hand is read or written at once, and not borrowed for longer.
    at_once: bool,
    /// Whether the guard of an arm is being walked.
    in_guard: bool,
    /// The mention of a variable that gets the value made of it.
    replaced: Option<MentionId>,
    /// Whether the iterator of a `for` loop is being made.
    makes_iterator: bool,
    /// What a condition or arm binds, if the block it leads to is entered from there only: it belongs to that block.
    bound_for: BTreeMap<LocalId, BlockId>,
}

/// Builds the graph of `body`.
pub fn build(body: &Body) -> Flow {
    let mut flow = Flow {
        mentions: vec![None; body.locals.mention_count()],
        ..Flow::default()
    };
    let start = flow.add(Event::Nothing, body.entry, false);
    flow.start = Some(start);
    for id in body.block_ids() {
        let entry = flow.add(Event::Nothing, id, false);
        flow.block_entry.push(entry);
    }
    let mut walk = Walk {
        body,
        flow,
        block: body.entry,
        at: Some(start),
        loops: Vec::new(),
        closures: 0,
        behind_closure: None,
        entries: entry_counts(body),
        in_terminator: false,
        in_let: false,
        in_head: false,
        lends: false,
        undecided: false,
        asked: false,
        at_once: false,
        in_guard: false,
        replaced: None,
        makes_iterator: false,
        bound_for: BTreeMap::new(),
    };
    for param in &body.params {
        walk.event(Event::Init(*param));
    }
    walk.goto_block(body.entry);
    for id in body.block_ids() {
        walk.block(id);
    }
    walk.flow
}

/// How often each block is entered: by jumps, exits, resumes and at the start.
fn entry_counts(body: &Body) -> Vec<usize> {
    let mut counts = vec![0; body.blocks.len()];
    counts[body.entry.index()] += 1;
    for id in body.block_ids() {
        let resume = match body.block(id).terminator {
            Terminator::Yield { resume, .. } => Some(resume),
            _ => None,
        };
        for target in body.successors(id).into_iter().chain(resume) {
            counts[target.index()] += 1;
        }
    }
    counts
}
