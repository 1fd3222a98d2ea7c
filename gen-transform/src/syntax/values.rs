//! Where the value of an expression is written.

use super::unparen;
use crate::resolve::{label_name, visit_idents};
use syn::visit::{self, Visit};
use syn::{Block, Expr, ExprBreak, ExprClosure, ExprForLoop, ExprLoop, ExprWhile, Item};
use syn::{Lifetime, Macro, Stmt};

/// The expressions of which one, when it is evaluated, is the value of `expr`: the ends of its branches, and what it
/// breaks with.
///
/// Input: `if flag { a } else { loop { break f(|x| x); } }` · Output: `a`, `f(|x| x)`
pub fn values(expr: &Expr) -> Vec<&Expr> {
    match unparen(expr) {
        Expr::Block(it) => match &it.label {
            None => tail(&it.block),
            Some(label) => breaks(expr, &it.block, (Some(&label.name), false), tail(&it.block)),
        },
        Expr::Unsafe(it) => tail(&it.block),
        Expr::If(it) => {
            let otherwise = it.else_branch.iter().flat_map(|(_, it)| values(it));
            tail(&it.then_branch).into_iter().chain(otherwise).collect()
        }
        Expr::Match(it) => it.arms.iter().flat_map(|arm| values(&arm.body)).collect(),
        Expr::Loop(it) => {
            let label = it.label.as_ref().map(|label| &label.name);
            breaks(expr, &it.body, (label, true), Vec::new())
        }
        other => vec![other],
    }
}

fn tail(block: &Block) -> Vec<&Expr> {
    match block.stmts.last() {
        Some(Stmt::Expr(tail, None)) => values(tail),
        _ => Vec::new(),
    }
}

/// The same, and what `whole` breaks with; all of `whole` where a macro may hide a `break`.
fn breaks<'e>(
    whole: &'e Expr,
    body: &'e Block,
    (label, unlabelled): (Option<&'e Lifetime>, bool),
    found: Vec<&'e Expr>,
) -> Vec<&'e Expr> {
    let mut find = FindBreaks {
        label,
        unlabelled,
        found,
        hidden: false,
    };
    find.visit_block(body);
    match find.hidden {
        true => vec![unparen(whole)],
        false => find.found,
    }
}

struct FindBreaks<'e> {
    label: Option<&'e Lifetime>,
    /// Whether a `break` without a label is one of those.
    unlabelled: bool,
    found: Vec<&'e Expr>,
    hidden: bool,
}

impl<'e> FindBreaks<'e> {
    fn in_loop(&mut self, visit: impl FnOnce(&mut Self)) {
        let outside = std::mem::replace(&mut self.unlabelled, false);
        visit(self);
        self.unlabelled = outside;
    }
}

impl<'e> Visit<'e> for FindBreaks<'e> {
    fn visit_expr_break(&mut self, it: &'e ExprBreak) {
        let ours = match &it.label {
            Some(label) => self
                .label
                .is_some_and(|it| label_name(it) == label_name(label)),
            None => self.unlabelled,
        };
        if let Some(value) = it.expr.as_ref().filter(|_| ours) {
            self.found.extend(values(value));
        }
        visit::visit_expr_break(self, it);
    }
    fn visit_expr_loop(&mut self, it: &'e ExprLoop) {
        self.in_loop(|this| visit::visit_expr_loop(this, it));
    }
    fn visit_expr_while(&mut self, it: &'e ExprWhile) {
        self.in_loop(|this| visit::visit_expr_while(this, it));
    }
    fn visit_expr_for_loop(&mut self, it: &'e ExprForLoop) {
        self.in_loop(|this| visit::visit_expr_for_loop(this, it));
    }
    fn visit_macro(&mut self, mac: &'e Macro) {
        visit_idents(mac.tokens.clone(), &mut |ident| {
            self.hidden |= ident == "break";
        });
    }
    fn visit_expr_closure(&mut self, _: &'e ExprClosure) {}
    fn visit_item(&mut self, _: &'e Item) {}
}
