//! The blocks of the graph, and the one that code goes into.

use super::Builder;
use crate::ir::{self, BasicBlock, BlockId, Stmt, Terminator};
use proc_macro2::Span;
use syn::Expr;

impl Builder<'_> {
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
