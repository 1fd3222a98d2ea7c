//! Clean-up of the graph: jumps to jumps, straight lines cut in two, unreachable blocks.
//!
//! AFTER THIS POINT an empty rest of a loop body after a yield is gone: its suspend point resumes at the loop's header,
//! where a hand-written iterator would start, too.

use super::exits;
use crate::ir::{BasicBlock, BlockId, Body, Terminator};

/// Simplifies `body` and numbers its blocks anew, in the same order.
pub fn simplify(body: &mut Body) {
    thread_jumps(body);
    merge_lines(body);
    drop_unreachable(body);
}

/// Lets every jump to an empty block that only jumps on lead to where that leads.
fn thread_jumps(body: &mut Body) {
    let next: Vec<BlockId> = body.block_ids().map(|id| final_target(body, id)).collect();
    retarget_all(body, |id| next[id.0]);
}

fn final_target(body: &Body, id: BlockId) -> BlockId {
    let mut at = id;
    // A cycle of empty blocks (`loop {}`) is left as it is.
    for _ in 0..body.blocks.len() {
        match (&body.block(at).stmts[..], &body.block(at).terminator) {
            ([], Terminator::Goto(target)) => at = *target,
            _ => return at,
        }
    }
    id
}

/// Appends each block that has one predecessor, which only jumps there, to that predecessor.
fn merge_lines(body: &mut Body) {
    let mut entries = entry_counts(body);
    for index in 0..body.blocks.len() {
        while let Terminator::Goto(target) = body.blocks[index].terminator
            && target.0 != index
            && entries[target.0] == 1
            && body.blocks[index].items == body.blocks[target.0].items
        {
            let empty = empty_block(&body.blocks[index]);
            let mut taken = std::mem::replace(&mut body.blocks[target.0], empty);
            entries[target.0] = 0;
            let block = &mut body.blocks[index];
            block.stmts.append(&mut taken.stmts);
            block.exits.append(&mut taken.exits);
            block.terminator = taken.terminator;
            for point in &mut body.suspend_points {
                if point.block == target {
                    point.block = BlockId(index);
                }
            }
        }
    }
}

fn empty_block(like: &BasicBlock) -> BasicBlock {
    BasicBlock {
        stmts: Vec::new(),
        terminator: Terminator::Unreachable,
        exits: Vec::new(),
        items: like.items.clone(),
    }
}

/// How often each block is entered: by jumps, exits, resumes and at the start.
fn entry_counts(body: &Body) -> Vec<usize> {
    let mut counts = vec![0; body.blocks.len()];
    counts[body.entry.0] += 1;
    for id in body.block_ids() {
        for target in body.successors(id) {
            counts[target.0] += 1;
        }
        if let Terminator::Yield { resume, .. } = body.block(id).terminator {
            counts[resume.0] += 1;
        }
    }
    counts
}

fn drop_unreachable(body: &mut Body) {
    let mut reached = vec![false; body.blocks.len()];
    let mut work = vec![body.entry];
    while let Some(id) = work.pop() {
        if std::mem::replace(&mut reached[id.0], true) {
            continue;
        }
        work.extend(body.successors(id));
        if let Terminator::Yield { resume, .. } = body.block(id).terminator {
            work.push(resume);
        }
    }
    let mut new = Vec::new();
    let mut count = 0;
    for kept in &reached {
        new.push(BlockId(count));
        count += usize::from(*kept);
    }
    let mut keep = reached.iter();
    body.blocks.retain(|_| *keep.next().unwrap_or(&false));
    drop_unreachable_points(body, &reached);
    retarget_all(body, |id| new[id.0]);
}

/// Suspend points in unreachable blocks go, the others are numbered anew.
fn drop_unreachable_points(body: &mut Body, reached: &[bool]) {
    let mut new = Vec::new();
    let mut count = 0;
    for point in &body.suspend_points {
        new.push(count);
        count += usize::from(reached[point.block.0]);
    }
    body.suspend_points.retain(|point| reached[point.block.0]);
    for block in &mut body.blocks {
        if let Terminator::Yield { suspend, .. } = &mut block.terminator {
            *suspend = new[*suspend];
        }
    }
}

fn retarget_all(body: &mut Body, new: impl Fn(BlockId) -> BlockId) {
    for block in &mut body.blocks {
        block.terminator.retarget(&new);
        exits::retarget_block(block, &new);
    }
    body.entry = new(body.entry);
    for point in &mut body.suspend_points {
        point.block = new(point.block);
        point.resume = new(point.resume);
    }
}
