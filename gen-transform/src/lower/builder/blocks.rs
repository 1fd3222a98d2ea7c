//! The blocks of the graph, and the one that code goes into.

use super::Builder;
use crate::ir::{self, BasicBlock, BlockId, Stmt, Terminator};
use crate::resolve::LocalId;
use proc_macro2::Span;
use std::collections::BTreeSet;
use syn::Expr;

/// How far the lowering is.
#[derive(Clone, Copy)]
pub struct Point {
    blocks: usize,
    yields: usize,
}

impl Builder<'_> {
    pub fn point(&self) -> Point {
        Point {
            blocks: self.blocks.len(),
            yields: self.suspend_points.len(),
        }
    }

    /// Whether what was lowered since then may have been suspended and gone on to the current block: not so behind
    /// `match x { Some(x) => x, None => { yield_!(0); break } }`.
    pub fn may_have_yielded_since(&self, point: Point) -> bool {
        let Some(current) = self.current else {
            return false;
        };
        let mut work: Vec<BlockId> = self.suspend_points[point.yields..]
            .iter()
            .map(|suspended| suspended.resume)
            .collect();
        let mut seen = BTreeSet::new();
        while let Some(id) = work.pop() {
            if id == current {
                return true;
            }
            // What was there before is outside: a jump out does not come back but by the beginning.
            if id.0 >= point.blocks && seen.insert(id) {
                let block = &self.blocks[id.0];
                work.extend(
                    block
                        .terminator
                        .successors()
                        .into_iter()
                        .chain(block.exits.iter().copied()),
                );
            }
        }
        false
    }

    /// A new block, not yet in anybody's way: code goes there after [`start`](Self::start).
    pub fn new_block(&mut self) -> BlockId {
        self.blocks.push(BasicBlock {
            stmts: Vec::new(),
            terminator: Terminator::Unreachable,
            exits: Vec::new(),
            items: self.items.clone(),
        });
        BlockId(self.blocks.len() - 1)
    }

    /// Makes `block` the current one.
    pub fn start(&mut self, block: BlockId) {
        self.blocks[block.0].items = self.items.clone();
        self.order.push(block);
        self.current = Some(block);
    }

    /// Makes `block` the current one if anything leads there; otherwise what follows stays unreachable.
    pub fn start_if_targeted(&mut self, block: BlockId) {
        if self.targeted.contains(&block) {
            self.start(block);
        }
    }

    /// Whether code at this point is ever run.
    pub fn reachable(&self) -> bool {
        self.current.is_some()
    }

    /// Ends the current block; what follows is unreachable until a block is started.
    pub fn terminate(&mut self, terminator: Terminator) {
        if let Some(block) = self.current.take() {
            self.targeted.extend(terminator.successors());
            self.blocks[block.0].terminator = terminator;
        }
    }

    /// Ends the current block with a jump to `target`.
    pub fn goto(&mut self, target: BlockId) {
        self.terminate(Terminator::Goto(target));
    }

    pub fn push(&mut self, stmt: Stmt) {
        if let Some(block) = self.current {
            self.blocks[block.0].stmts.push(stmt);
        }
    }

    /// Notes that a local has just got another value: what patterns have left of the old one is dropped here.
    pub fn assigned_anew(&mut self, local: LocalId) {
        if let Some(block) = self.current {
            let at = self.blocks[block.0].stmts.len();
            self.assigned_anew.push((block, at, local));
        }
    }

    /// Drops the parts that patterns have left behind, in their order, where their variable gets another value. A loop may
    /// come to a pattern first that stands below the assignment.
    pub fn drop_rests(&mut self) {
        for (block, at, whole) in std::mem::take(&mut self.assigned_anew).into_iter().rev() {
            let rests = self.rests.iter().filter(|(owner, _)| *owner == whole);
            let drops = rests.map(|(_, rest)| Stmt::StorageDead(*rest));
            let stmts = &mut self.blocks[block.0].stmts;
            stmts.splice(at..at, drops);
        }
    }

    /// Adds an exit of a statement to the current block.
    pub fn push_exit(&mut self, target: BlockId) {
        if let Some(block) = self.current {
            let exits = &mut self.blocks[block.0].exits;
            if !exits.contains(&target) {
                exits.push(target);
            }
            self.targeted.insert(target);
        }
    }

    /// Ends the current block in a yield of `value` and goes on behind it.
    pub fn yield_value(&mut self, value: Expr, span: Span) {
        let Some(block) = self.current else { return };
        let resume = self.new_block();
        let suspend = self.suspend_points.len();
        self.suspend_points.push(ir::SuspendPoint {
            block,
            resume,
            span,
        });
        self.terminate(Terminator::Yield {
            value,
            suspend,
            resume,
        });
        self.start(resume);
    }
}
