//! Blocks of which nothing is written: they only end scopes at which nothing is dropped. A jump to one leads to where it does.
//!
//! ```text
//! for i in at { if let Some(x) = items.get(i) { yield_!(*x); } }
//!
//! bb4: StorageDead(x); Goto(bb3)          // x is a reference: the run goes on at the head of the loop
//! ```
//!
//! The lowering knows of no types and does this only for blocks without statements (`lower::simplify`).

use super::Structurer;
use super::node::Node;
use crate::analyse::{Storage, drops_nothing_decl};
use crate::emit::Context;
use crate::ir::{BlockId, Stmt, Terminator};
use crate::resolve::LocalId;

/// Where jumps lead.
pub struct Forwards(Vec<BlockId>);

impl Forwards {
    /// Follows the jumps of blocks of which nothing is written.
    pub fn of(cx: &Context<'_>) -> Forwards {
        Forwards(cx.body.block_ids().map(|id| final_target(cx, id)).collect())
    }

    /// Where a jump to `block` leads.
    pub fn target(&self, block: BlockId) -> BlockId {
        self.0[block.index()]
    }

    /// Whether a block is written.
    pub fn is_written(&self, block: BlockId) -> bool {
        self.target(block) == block
    }
}

fn final_target(cx: &Context<'_>, id: BlockId) -> BlockId {
    let mut at = id;
    // A cycle of empty blocks (`loop {}`) is left as it is.
    for _ in 0..cx.body.blocks.len() {
        match cx.body.block(at).terminator {
            Terminator::Goto(target) if is_empty(cx, at) => at = target,
            _ => return at,
        }
    }
    id
}

fn is_empty(cx: &Context<'_>, block: BlockId) -> bool {
    let mut stmts = cx.body.block(block).stmts.iter();
    let ends =
        |stmt: &Stmt| matches!(stmt, Stmt::StorageDead(local) if ends_silently(cx, block, *local));
    stmts.all(ends) && !is_start_of_changed_run(cx, block)
}

/// Whether nothing is written where the scope of a local ends in a block that does not use it.
fn ends_silently(cx: &Context<'_>, block: BlockId, local: LocalId) -> bool {
    let held = cx.layout.held_at_dead.contains(&(block, local));
    match cx.layout.storage(local) {
        Storage::Unused | Storage::Scalar { .. } | Storage::Bare => true,
        Storage::Block => !held || drops_nothing_decl(&cx.body.locals, cx.body.locals.get(local)),
        Storage::Slot { saved } => saved && !held,
        Storage::Kept => false,
    }
}

/// Whether a run that starts there computes something first, which it does not where it starts elsewhere.
fn is_start_of_changed_run(cx: &Context<'_>, block: BlockId) -> bool {
    let layout = cx.layout;
    let computes = !layout.recomputed.is_empty() || layout.ahead.iter().any(|it| !it.is_empty());
    let mut points = cx.body.suspend_points.iter();
    computes && points.any(|point| point.resume == block)
}

impl Structurer<'_, '_> {
    /// Where a jump from `from` to `block` leads.
    pub fn target(&self, from: Node, block: BlockId) -> Node {
        self.splits.target(from, self.forwards.target(block))
    }

    /// Where a run that starts at `block` starts.
    pub fn entered(&self, block: BlockId) -> Node {
        self.splits.entered(self.forwards.target(block))
    }

    /// All that is written, in the order of the text.
    pub fn nodes(&self) -> Vec<Node> {
        let mut nodes = self.splits.nodes(self.cx.body);
        nodes.retain(|node| self.forwards.is_written(node.block));
        nodes
    }
}
