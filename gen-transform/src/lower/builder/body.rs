//! From the resolved body to the graph: what is done before, and what is handed on.

use super::{Builder, Dest};
use crate::ir::{self, BasicBlock, BlockId, Terminator};
use crate::lower::exits;
use crate::lower::rewrite::{self, Occurs, items};
use crate::resolve::TempKind;
use proc_macro2::Span;
use syn::Block;
use syn::spanned::Spanned;

impl Builder<'_> {
    /// Lowers parameters and body, from the first block to the return.
    pub fn lower_body(&mut self) {
        let entry = self.new_block();
        self.start(entry);
        if self.generator.output.full {
            self.ret = Some(self.locals.add_temp(TempKind::Returned, Span::call_site()));
        }
        let body = self.rewritten_body();
        self.push_scope(None);
        for (local, pat) in self.params.clone() {
            self.declare(local);
            if let Some(pat) = pat {
                let span = Span::mixed_site().located_at(pat.span());
                let init = self.locals.mention_expr(local, span);
                self.lower_let(Vec::new(), pat, Some(init), None);
            }
        }
        self.push_scope(None);
        let dest = self.ret.map_or(Dest::Discard, Dest::Local);
        self.enter_views(&body.stmts);
        self.lower_stmts(body, dest);
        self.pop_scope();
        self.pop_scope();
        self.terminate(Terminator::Return);
    }

    /// The body as it is lowered. Without the items that are emitted once, it is the plain body as well.
    fn rewritten_body(&mut self) -> Block {
        let occurs = Occurs::of(&self.plain);
        if occurs.items {
            let mut plain = self.plain.clone();
            items::hoist(self, &mut plain);
            self.plain = plain;
        }
        let mut body = self.plain.clone();
        rewrite::rewrite(self, &mut body, &occurs);
        body
    }

    pub fn finish(mut self) -> ir::Body {
        self.drop_rests();
        let (blocks, suspend_points) =
            in_textual_order(self.blocks, &self.order, self.suspend_points);
        ir::Body {
            blocks,
            entry: BlockId(0),
            params: self.params.iter().map(|(local, _)| *local).collect(),
            param_patterns: self
                .params
                .into_iter()
                .filter_map(|(local, pat)| pat.map(|pat| (local, pat)))
                .collect(),
            locals: self.locals,
            ret: self.ret,
            last_item: self.residual,
            copies_items: self
                .generator
                .output
                .item
                .as_ref()
                .is_some_and(crate::analyse::scalars::is_scalar),
            suspend_points,
            items: self.hoisted,
            plain: self.plain,
            declared: self.declared,
            assigned_inside: self.assigned_inside,
            updates: self.updates,
            rests: self.rests,
            macros: self.macros,
        }
    }
}

/// Numbers the blocks in `order`; those that were never started are unreachable and go.
fn in_textual_order(
    blocks: Vec<BasicBlock>,
    order: &[BlockId],
    mut suspend_points: Vec<ir::SuspendPoint>,
) -> (Vec<BasicBlock>, Vec<ir::SuspendPoint>) {
    let mut new = vec![BlockId(usize::MAX); blocks.len()];
    for (position, block) in order.iter().enumerate() {
        new[block.0] = BlockId(position);
    }
    let renumber = |block: BlockId| new[block.0];
    let mut slots: Vec<Option<BasicBlock>> = blocks.into_iter().map(Some).collect();
    let ordered = order.iter().map(|block| {
        let mut block = slots[block.0].take().expect("BUG: a block is started once");
        block.terminator.retarget(renumber);
        exits::retarget_block(&mut block, renumber);
        block
    });
    let ordered = ordered.collect();
    for point in &mut suspend_points {
        point.block = renumber(point.block);
        point.resume = renumber(point.resume);
    }
    (ordered, suspend_points)
}
