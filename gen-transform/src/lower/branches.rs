//! `if`, `match` and conditions.

use super::builder::{Builder, Dest};
use super::exprs::is_pure;
use super::loops::arm;
use super::patterns::rests::{Rest, opens_struct};
use crate::ir::{Arm, BlockId, Terminator};
use crate::resolve::{TempKind, condition_bindings};
use crate::syntax::{is_lazy, leaves_parts, unparen};
use syn::{BinOp, Expr, ExprIf, ExprMatch, Pat, UnOp};

impl Builder<'_> {
    /// `if cond { .. } else { .. }`, `let` chains included.
    pub fn lower_if(&mut self, it: ExprIf, dest: Dest) {
        let (then, otherwise, after) = (self.new_block(), self.new_block(), self.new_block());
        // What the condition binds and keeps alive is dropped at the end of the then-branch, and before the else-branch.
        self.push_scope(None);
        self.lower_condition(*it.cond.clone(), then, otherwise);
        self.start(then);
        self.declare_bound(&it.cond);
        self.lower_block(it.then_branch, dest);
        let kept = self.scope_locals();
        self.pop_scope();
        self.goto(after);
        self.start(otherwise);
        self.drop_locals(&kept);
        match it.else_branch {
            Some((_, otherwise)) => self.lower_into(*otherwise, dest),
            None => self.assign_unit(dest),
        }
        self.goto(after);
        self.start_if_targeted(after);
    }

    /// Ends the current block in jumps to `then` and `otherwise`.
    pub fn lower_condition(&mut self, cond: Expr, then: BlockId, otherwise: BlockId) {
        let whole = !matches!(&cond, Expr::Let(_)) && !self.leaves_rests(&cond);
        if whole && !self.splits_head(&cond) {
            let cond = self.opaque(cond);
            return self.terminate(Terminator::If {
                cond,
                then,
                otherwise,
            });
        }
        match cond {
            Expr::Paren(it) => self.lower_condition(*it.expr, then, otherwise),
            Expr::Group(it) => self.lower_condition(*it.expr, then, otherwise),
            Expr::Binary(it) if matches!(it.op, BinOp::And(_)) => {
                let both = self.new_block();
                self.lower_condition(*it.left.clone(), both, otherwise);
                self.start(both);
                self.declare_bound(&it.left);
                self.lower_condition(*it.right, then, otherwise);
            }
            Expr::Binary(it) if matches!(it.op, BinOp::Or(_)) => {
                let neither = self.new_block();
                self.lower_condition(*it.left, then, neither);
                self.start(neither);
                self.lower_condition(*it.right, then, otherwise);
            }
            Expr::Unary(it) if matches!(it.op, UnOp::Not(_)) => {
                self.lower_condition(*it.expr, otherwise, then)
            }
            Expr::Let(it) => self.lower_let_condition(it, then, otherwise),
            other => {
                let yielded = self.yielded_condition(&other);
                let cond = yielded.unwrap_or_else(|| self.condition_value(other));
                self.terminate(Terminator::If {
                    cond,
                    then,
                    otherwise,
                });
            }
        }
    }

    /// Whether a `let` in a condition may leave what it matches, or a part of it, behind.
    fn leaves_rests(&self, cond: &Expr) -> bool {
        match unparen(cond) {
            Expr::Let(it) => {
                let leaves = leaves_parts(&it.pat) || opens_struct(&it.pat);
                let parts = leaves && self.rest_of(&it.expr).is_some();
                parts || self.long_lived.is_taken(&it.expr, &it.pat)
            }
            Expr::Binary(it) if matches!(it.op, BinOp::And(_)) => {
                self.leaves_rests(&it.left) || self.leaves_rests(&it.right)
            }
            _ => false,
        }
    }

    /// `let pat = scrutinee` as a condition. A variable that does not match stays whole, so it is matched by a `match`.
    fn lower_let_condition(&mut self, it: syn::ExprLet, then: BlockId, otherwise: BlockId) {
        let scrutinee = self.scrutinee(*it.expr, &[&it.pat]);
        let scrutinee = self.borrowed_value(scrutinee, std::iter::once(&*it.pat));
        let mut pat = *it.pat;
        let scrutinee = match (&pat, self.rest_of(&scrutinee)) {
            (Pat::Or(_), Some(Rest::OfValue { .. })) => {
                self.value_in_temp(scrutinee, TempKind::Value)
            }
            _ => self.opaque(scrutinee),
        };
        match self.rest_of(&scrutinee) {
            Some(rest @ Rest::OfLocal(_)) => {
                let mut arms = Vec::new();
                for mut pat in alternatives(&pat, true) {
                    self.keep_rests(&mut pat, rest);
                    arms.push(arm(pat, then));
                }
                let mut other = syn::parse_quote!(_);
                let opens_box = self.opens_box(&scrutinee, std::iter::once(&pat));
                self.keep_rests_of_arm(&mut other, rest, opens_box);
                arms.push(arm(other, otherwise));
                self.terminate(Terminator::Match { scrutinee, arms });
            }
            rest => {
                if let Some(rest) = rest {
                    self.keep_rests(&mut pat, rest);
                }
                let cond = syn::parse_quote!(let #pat = #scrutinee);
                self.terminate(Terminator::If {
                    cond,
                    then,
                    otherwise,
                });
            }
        }
    }

    /// Declares what a condition binds and has not been declared on the way through a chain.
    pub fn declare_bound(&mut self, cond: &Expr) {
        let known = self.scope_locals();
        for local in condition_bindings(cond)
            .into_iter()
            .filter(|local| !known.contains(local))
        {
            self.declare(local);
        }
    }

    /// A condition that is not a chain: its temporaries die with it.
    fn condition_value(&mut self, cond: Expr) -> Expr {
        let value = self
            .locals
            .add_temp(TempKind::Condition, syn::spanned::Spanned::span(&cond));
        self.locals.get_mut(value).ty = Some(syn::parse_quote!(bool));
        self.declare(value);
        self.scoped(|this| this.lower_into(cond, Dest::Local(value)));
        self.locals
            .mention_expr(value, proc_macro2::Span::mixed_site())
    }

    /// What is matched. A field is a value if the patterns take it as a whole; otherwise it stays a place.
    fn scrutinee(&mut self, expr: Expr, patterns: &[&Pat]) -> Expr {
        let looked_at = |pat: &Pat| !matches!(pat, Pat::Wild(_));
        let whole = patterns.iter().all(|pat| takes_whole(pat));
        let expr = match whole && patterns.iter().any(|pat| looked_at(pat)) {
            true => self.copied_part(expr),
            false => expr,
        };
        self.head(expr)
    }

    /// `match scrutinee { .. }` with a yield in it.
    pub fn lower_match(&mut self, it: ExprMatch, dest: Dest) {
        self.scoped(|this| this.lower_match_operand(it, dest));
    }

    /// The same where the temporaries of the scrutinee live on behind it, in the scope of the statement.
    pub fn lower_match_operand(&mut self, it: ExprMatch, dest: Dest) {
        let patterns: Vec<&Pat> = it.arms.iter().map(|arm| &arm.pat).collect();
        let scrutinee = self.scrutinee(*it.expr.clone(), &patterns);
        let scrutinee = self.borrowed_value(scrutinee, patterns.into_iter());
        self.push_scope(None);
        let scrutinee = self.opaque(scrutinee);
        let it = self.unmixed(ExprMatch {
            expr: Box::new(scrutinee.clone()),
            ..it
        });
        let rest = self.rest_of(&scrutinee);
        let opens_box = self.opens_box(&scrutinee, it.arms.iter().map(|arm| &arm.pat));
        let mut arms = Vec::new();
        let mut targets = Vec::new();
        for arm in &it.arms {
            let of_value = rest.is_some_and(Rest::is_of_value);
            // The code of an arm may stand behind the `match`, where a value has gone.
            let keeps = !of_value || !does_nothing(&arm.body);
            let rest = rest.filter(|_| keeps);
            targets.push(self.match_arm(arm, (rest, opens_box), &mut arms));
        }
        let after = self.new_block();
        self.terminate(Terminator::Match { scrutinee, arms });
        for (arm, target) in it.arms.into_iter().zip(targets) {
            self.start(target);
            self.scoped(|this| {
                for local in this.locals.user_bindings(&arm.pat) {
                    this.declare(local);
                }
                this.scoped(|this| this.lower_into(*arm.body, dest));
            });
            self.goto(after);
        }
        self.start_if_targeted(after);
        self.pop_scope();
    }

    /// Adds an arm to `arms`, and returns the block it leads to.
    ///
    /// Where alternatives may leave parts behind, each is an arm of its own: they leave different ones.
    fn match_arm(
        &mut self,
        it: &syn::Arm,
        (rest, opens_box): (Option<Rest>, bool),
        arms: &mut Vec<Arm>,
    ) -> BlockId {
        let target = self.new_block();
        for mut pat in alternatives(&it.pat, rest.is_some()) {
            if let Some(rest) = rest {
                self.keep_rests_of_arm(&mut pat, rest, opens_box);
            }
            let guard = it.guard.as_ref();
            let guard = guard.map(|(_, guard)| self.opaque((**guard).clone()));
            arms.push(Arm {
                attrs: it.attrs.clone(),
                pat,
                guard,
                target,
            });
        }
        target
    }

    /// `a && b`, `a || b` as a value.
    pub fn lower_logical(&mut self, cond: Expr, dest: Dest) {
        let (then, otherwise, after) = (self.new_block(), self.new_block(), self.new_block());
        self.lower_condition(cond, then, otherwise);
        self.start(then);
        self.assign(dest, syn::parse_quote!(true));
        self.goto(after);
        self.start(otherwise);
        self.assign(dest, syn::parse_quote!(false));
        self.goto(after);
        self.start(after);
    }
}

/// Whether it makes no difference when in the code of an arm something is dropped: there is none, or it jumps.
fn does_nothing(body: &Expr) -> bool {
    match unparen(body) {
        Expr::Block(it) => it.block.stmts.is_empty(),
        Expr::Tuple(it) => it.elems.is_empty(),
        Expr::Return(it) => it.expr.is_none(),
        Expr::Break(it) => it.expr.is_none(),
        Expr::Continue(_) => true,
        other => is_pure(other),
    }
}

/// The alternatives of a pattern, if they are to be told apart.
pub fn alternatives(pat: &Pat, apart: bool) -> Vec<Pat> {
    match pat {
        Pat::Paren(it) => alternatives(&it.pat, apart),
        Pat::Or(it) if apart => it.cases.iter().cloned().collect(),
        other => vec![other.clone()],
    }
}

/// Whether the expression is a `&&` or `||`.
pub fn is_logical(expr: &Expr) -> bool {
    matches!(unparen(expr), Expr::Binary(it) if is_lazy(&it.op))
}

/// Whether a pattern takes the value it matches as a whole, or compares it with a literal.
fn takes_whole(pat: &Pat) -> bool {
    match pat {
        Pat::Ident(it) => it.by_ref.is_none() && it.subpat.is_none(),
        Pat::Lit(_) | Pat::Range(_) | Pat::Wild(_) => true,
        Pat::Or(it) => it.cases.iter().all(takes_whole),
        Pat::Paren(it) => takes_whole(&it.pat),
        _ => false,
    }
}
