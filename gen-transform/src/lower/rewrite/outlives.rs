//! How the names of a pattern are used where they are in sight.

use super::roots::Roots;
use crate::resolve::{LocalId, Locals, decode, visit_idents};
use crate::syntax::{block_yields, expr_yields, stmt_yields};
use quote::ToTokens;
use std::collections::BTreeSet;
use syn::visit::Visit;
use syn::{Block, Expr, Stmt};

/// Code in which names of a pattern are in sight.
pub trait Region {
    fn visit(&self, outlives: &mut Outlives<'_>);
}

/// The operands behind one of a condition, and the block.
pub struct Condition<'a>(pub &'a [&'a Expr], pub &'a Block);

impl Region for Condition<'_> {
    fn visit(&self, outlives: &mut Outlives<'_>) {
        for operand in self.0 {
            outlives.visit_expr(operand);
            outlives.yielded |= expr_yields(operand);
        }
        outlives.visit_block(self.1);
    }
}

impl Region for Expr {
    fn visit(&self, outlives: &mut Outlives<'_>) {
        outlives.visit_expr(self);
    }
}

impl Region for &[Stmt] {
    fn visit(&self, outlives: &mut Outlives<'_>) {
        self.iter().for_each(|stmt| outlives.visit_stmt(stmt));
    }
}

/// How names of a pattern are used where they are in sight.
pub struct Outlives<'a> {
    locals: &'a Locals,
    names: &'a [LocalId],
    yielded: bool,
    /// Whether one of them is used behind a yield.
    pub found: bool,
    /// Whether a loop that yields goes over something in it: its iterator would have to be bound anew.
    pub iterated: bool,
    /// The other variables used there.
    others: BTreeSet<LocalId>,
}

impl<'a> Outlives<'a> {
    pub fn of(locals: &'a Locals, names: &'a [LocalId], region: &dyn Region) -> Outlives<'a> {
        let mut outlives = Outlives {
            locals,
            names,
            yielded: false,
            found: false,
            iterated: false,
            others: BTreeSet::new(),
        };
        region.visit(&mut outlives);
        outlives
    }

    /// Whether other names that are bound anew are used there: each time, the whole pattern is matched again.
    pub fn names_others(&self, rebound: &BTreeSet<LocalId>) -> bool {
        !self.others.is_disjoint(rebound)
    }
}

impl Visit<'_> for Outlives<'_> {
    fn visit_ident(&mut self, ident: &syn::Ident) {
        let Some(name) = decode(ident).filter(|name| name.mention.is_some()) else {
            return;
        };
        if self.names.contains(&name.local) {
            self.found |= self.yielded;
        } else {
            self.others.insert(name.local);
        }
    }
    fn visit_expr_for_loop(&mut self, it: &syn::ExprForLoop) {
        let yields = block_yields(&it.body);
        let names = self.names.iter().copied().collect();
        let roots = Roots {
            locals: self.locals,
            rebound: &names,
            exclusive: &BTreeSet::new(),
        };
        let by_number = roots
            .of_filtered(&it.expr)
            .is_some_and(|(root, _)| root.is_rebound());
        visit_idents(it.expr.to_token_stream(), &mut |ident| {
            let named = decode(ident).is_some_and(|name| self.names.contains(&name.local));
            self.iterated |= yields && named && !by_number;
        });
        self.yielded |= yields;
        syn::visit::visit_expr_for_loop(self, it);
    }
    fn visit_expr_while(&mut self, it: &syn::ExprWhile) {
        self.yielded |= block_yields(&it.body) || expr_yields(&it.cond);
        syn::visit::visit_expr_while(self, it);
    }
    fn visit_expr_loop(&mut self, it: &syn::ExprLoop) {
        self.yielded |= block_yields(&it.body);
        syn::visit::visit_expr_loop(self, it);
    }
    fn visit_stmt(&mut self, stmt: &Stmt) {
        syn::visit::visit_stmt(self, stmt);
        self.yielded |= stmt_yields(stmt);
    }
    fn visit_macro(&mut self, mac: &syn::Macro) {
        visit_idents(mac.tokens.clone(), &mut |ident| self.visit_ident(ident));
        self.yielded |= crate::syntax::macro_yields(mac);
    }
}
