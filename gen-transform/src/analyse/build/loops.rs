//! Loops and labelled blocks inside a statement.

use super::Walk;
use crate::analyse::flow::NodeId;
use crate::resolve::{bindings, label_name};
use syn::{Block, ExprForLoop, ExprLoop, ExprWhile, Label};

/// A loop or labelled block of an opaque statement.
pub struct InnerLoop {
    pub label: Option<String>,
    /// Where `continue` leads; `None` for a labelled block.
    pub continue_to: Option<NodeId>,
    pub break_to: NodeId,
}

impl Walk<'_> {
    pub fn endless_loop(&mut self, it: &ExprLoop) {
        self.inner_loop(it.label.as_ref(), |this, _| this.block_stmts(&it.body));
    }

    pub fn while_loop(&mut self, it: &ExprWhile) {
        self.inner_loop(it.label.as_ref(), |this, break_to| {
            let mut done = Vec::new();
            this.condition(&it.cond, &mut done);
            this.lead(done, break_to);
            this.block_stmts(&it.body);
        });
    }

    pub fn for_loop(&mut self, it: &ExprForLoop) {
        self.expr(&it.expr);
        self.inner_loop(it.label.as_ref(), |this, break_to| {
            this.go(break_to);
            this.init_all(bindings(&it.pat));
            this.block_stmts(&it.body);
        });
    }

    /// `within` over and over, until it goes to the node that it is given.
    fn inner_loop(&mut self, label: Option<&Label>, within: impl FnOnce(&mut Self, NodeId)) {
        let (header, after) = (self.join(), self.join());
        self.go(header);
        self.at = self.at.map(|_| header);
        self.labelled(label, Some(header), after, |this| within(this, after));
        self.go(header);
        self.at = Some(after);
    }

    pub fn labelled_block(&mut self, label: &Label, block: &Block) {
        let after = self.join();
        self.labelled(Some(label), None, after, |this| this.block_stmts(block));
        self.go(after);
        self.at = Some(after);
    }

    fn labelled(
        &mut self,
        label: Option<&Label>,
        continue_to: Option<NodeId>,
        break_to: NodeId,
        within: impl FnOnce(&mut Self),
    ) {
        self.loops.push(InnerLoop {
            label: label.map(|label| label_name(&label.name)),
            continue_to,
            break_to,
        });
        within(self);
        self.loops.pop();
    }
}
