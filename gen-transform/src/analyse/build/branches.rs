//! Conditions, `if` and `match`.

use super::Walk;
use crate::analyse::flow::{Event, NodeId, TakingArm};
use crate::analyse::types;
use crate::resolve::{LocalId, Name, bindings, decode, direct_mention, visit_idents};
use crate::syntax::unparen;
use quote::ToTokens;
use syn::{BinOp, Expr, ExprIf, ExprLet, ExprMatch, Pat};

/// What stands in front of the body of an arm.
pub struct ArmHead<'a> {
    pub pat: &'a Pat,
    pub guard: Option<&'a Expr>,
    /// Whether the `match` is the terminator of a block, and no expression.
    pub in_terminator: bool,
}

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
        let arms = it.arms.iter();
        let arms = arms.map(|arm| (&arm.pat, arm.guard.is_some()));
        self.matched_by_arms(&it.expr, arms);
        let mut refused = Vec::new();
        let (before, after) = (self.at, self.join());
        for arm in &it.arms {
            self.at = before;
            let guard = arm.guard.as_ref().map(|(_, guard)| &**guard);
            let head = ArmHead {
                pat: &arm.pat,
                guard,
                in_terminator: false,
            };
            self.enter_arm(&it.expr, head, &mut refused);
            self.expr(&arm.body);
            self.go(after);
        }
        self.at = Some(after);
    }

    /// The start of an arm. In one that takes nothing of a variable, the variable stays whole; in the others it must not be
    /// used any more if it is taken, once the guard has said yes. From a guard that says no the flow goes on at each of the
    /// next arms; `refused` collects where.
    pub fn enter_arm(&mut self, scrutinee: &Expr, head: ArmHead<'_>, refused: &mut Vec<NodeId>) {
        let ArmHead { pat, guard, .. } = head;
        if !refused.is_empty() {
            self.go_on_at_join();
            let starts = self.at.into_iter();
            starts.for_each(|start| self.lead(refused.clone(), start));
        }
        let takes_parts = !self.body.locals.user_bindings(pat).is_empty();
        let owner = direct_mention(scrutinee);
        if let Some(owner) = owner.filter(|_| !takes_parts) {
            self.event(Event::MaybeInit(owner.local));
        }
        let taken = owner.filter(|_| takes_parts);
        if guard.is_none_or(|guard| mentions(guard, owner)) {
            self.note_taking_arm(taken, head.in_terminator && guard.is_none());
        }
        self.init_all(bindings(pat));
        if let Some(guard) = guard {
            self.guard(guard, &bindings(pat), refused);
            self.note_taking_arm(taken, head.in_terminator);
        }
    }

    /// Notes the start of an arm; `is_chosen` says that it is an arm of a terminator, and that no guard stands in front of it any more.
    fn note_taking_arm(&mut self, owner: Option<Name>, is_chosen: bool) {
        let Some((local, matched)) = owner.and_then(|it| Some((it.local, it.mention?))) else {
            return;
        };
        self.go_on_at_join();
        let puts_back = is_chosen && types::is_value(self.body.locals.get(local));
        let arm = |at| TakingArm {
            matched,
            at,
            puts_back,
        };
        self.flow.taking_arms.extend(self.at.map(arm));
    }

    /// A guard, which may run more than once: for each alternative of its pattern.
    fn guard(&mut self, guard: &Expr, bound: &[LocalId], refused: &mut Vec<NodeId>) {
        let outer = std::mem::replace(&mut self.in_guard, true);
        self.expr(guard);
        self.in_guard = outer;
        self.branch(|this| {
            for local in bound {
                this.event(Event::Unbound(*local));
            }
            refused.extend(this.at);
        });
    }
}

/// Whether a guard names the variable that is matched.
fn mentions(guard: &Expr, owner: Option<Name>) -> bool {
    let mut found = false;
    visit_idents(guard.to_token_stream(), &mut |ident| {
        found |= decode(ident).is_some_and(|name| Some(name.local) == owner.map(|it| it.local));
    });
    found
}
