//! Conditions, `if` and `match`.

use super::super::flow::{Event, NodeId};
use super::Walk;
use crate::resolve::{Name, bindings, direct_mention};
use crate::syntax::unparen;
use syn::{BinOp, Expr, ExprIf, ExprLet, ExprMatch, Pat};

impl Walk<'_> {
    /// A condition: afterwards the walk stands where it holds; `otherwise` collects the nodes from which it does not.
    pub fn condition(&mut self, cond: &Expr, otherwise: &mut Vec<NodeId>) {
        match unparen(cond) {
            Expr::Binary(it) if matches!(it.op, BinOp::And(_)) => {
                self.condition(&it.left, otherwise);
                self.condition(&it.right, otherwise);
            }
            Expr::Let(it) => {
                self.matched(&it.expr, [&*it.pat].into_iter());
                otherwise.extend(self.at);
                self.init_all(bindings(&it.pat));
            }
            other => {
                self.expr(other);
                otherwise.extend(self.at);
            }
        }
    }

    /// `let pat = value` in a place where nothing is known of what a mismatch does.
    pub fn let_expr(&mut self, it: &ExprLet) {
        self.matched(&it.expr, [&*it.pat].into_iter());
        self.init_all(bindings(&it.pat));
    }

    /// Leads the ways on which a condition does not hold to `target`.
    pub fn lead(&mut self, ways: Vec<NodeId>, target: NodeId) {
        ways.into_iter()
            .for_each(|node| self.flow.edge(node, target));
    }

    pub fn if_else(&mut self, it: &ExprIf) {
        let mut otherwise = Vec::new();
        let after = self.join();
        self.condition(&it.cond, &mut otherwise);
        self.block_stmts(&it.then_branch);
        self.go(after);
        let start = self.join();
        self.lead(otherwise, start);
        self.at = Some(start);
        if let Some((_, otherwise)) = &it.else_branch {
            self.expr(otherwise);
        }
        self.go(after);
        self.at = Some(after);
    }

    pub fn match_arms(&mut self, it: &ExprMatch) {
        self.matched(&it.expr, it.arms.iter().map(|arm| &arm.pat));
        self.alternatives(&it.arms, |this, arm| {
            this.enter_arm(&it.expr, &arm.pat);
            if let Some((_, guard)) = &arm.guard {
                this.expr(guard);
            }
            this.expr(&arm.body);
        });
    }

    /// The start of an arm. In one that takes nothing of a variable, the variable stays whole; in the others it must not be
    /// used any more if it is taken.
    pub fn enter_arm(&mut self, scrutinee: &Expr, pat: &Pat) {
        let takes_parts = !self.body.locals.user_bindings(pat).is_empty();
        match direct_mention(scrutinee) {
            Some(owner) if !takes_parts => self.event(Event::MaybeInit(owner.local)),
            Some(Name { mention, .. }) => {
                self.go_on_at_join();
                if let (Some(mention), Some(at)) = (mention, self.at) {
                    self.flow.taking_arms.push((mention, at));
                }
            }
            None => {}
        }
        self.init_all(bindings(pat));
    }
}
