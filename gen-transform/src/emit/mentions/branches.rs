//! Code that may not be run where the statement around it is: variables that its closures need are made in it.

use super::{Rewrite, hoists};
use crate::resolve::{LocalId, decode, visit_idents};
use proc_macro2::TokenStream;
use quote::quote;
use syn::visit_mut::{self, VisitMut};
use syn::{Arm, Block, Expr, ExprAsync, ExprBinary, ExprIf, Stmt};

impl Rewrite<'_, '_> {
    pub fn if_else(&mut self, it: &mut ExprIf) {
        self.visit_expr_mut(&mut it.cond);
        self.visit_block_mut(&mut it.then_branch);
        match &mut it.else_branch {
            Some((_, otherwise)) if matches!(**otherwise, Expr::If(_)) => self.branch(otherwise),
            Some((_, otherwise)) => self.visit_expr_mut(otherwise),
            None => {}
        }
    }

    /// `a && b`, `a || b`
    pub fn lazy(&mut self, it: &mut ExprBinary) {
        self.visit_expr_mut(&mut it.left);
        if has_let(&it.right) {
            self.visit_expr_mut(&mut it.right);
        } else {
            self.branch(&mut it.right);
        }
    }

    pub fn arm(&mut self, arm: &mut Arm) {
        self.visit_pat_mut(&mut arm.pat);
        if let Some((_, guard)) = &mut arm.guard {
            self.visit_expr_mut(guard);
        }
        self.branch(&mut arm.body);
    }

    /// An async block that borrows what it mentions.
    pub fn deferred(&mut self, it: &mut ExprAsync) {
        let outer = std::mem::replace(&mut self.in_closure, true);
        visit_mut::visit_expr_async_mut(self, it);
        self.in_closure = outer;
    }

    /// The statements of a block, each behind the variables that it needs.
    pub fn statements(&mut self, block: &mut Block) {
        let stmts = std::mem::take(&mut block.stmts);
        let needs: Vec<Vec<LocalId>> = (1..=stmts.len())
            .map(|end| self.hoisted_for(&stmts[end - 1], &stmts[end..]))
            .collect();
        for (mut stmt, hoisted) in stmts.into_iter().zip(needs) {
            let variables = self.variables(&hoisted);
            self.with(&hoisted, |this| this.visit_stmt_mut(&mut stmt));
            match stmt {
                _ if hoisted.is_empty() => {}
                Stmt::Local(_) => {
                    let variables: Block = syn::parse_quote!({ #variables });
                    block.stmts.extend(variables.stmts);
                }
                _ => stmt = Stmt::Expr(syn::parse_quote!({ #variables #stmt }), None),
            }
            block.stmts.push(stmt);
        }
    }

    /// What a statement with these behind it needs. The variables around a `let` must not hide references that are used there.
    fn hoisted_for(&self, stmt: &Stmt, behind: &[Stmt]) -> Vec<LocalId> {
        let escapes = match stmt {
            Stmt::Expr(value, None) => hoists::holds_closure(self.cx, value),
            Stmt::Expr(_, Some(_)) | Stmt::Local(_) | Stmt::Macro(_) | Stmt::Item(_) => false,
        };
        if self.in_closure || escapes {
            return Vec::new();
        }
        let mut found = hoists::of_stmt(self.cx, self.access, stmt);
        if matches!(stmt, Stmt::Local(_)) && !found.is_empty() {
            visit_idents(quote!(#(#behind)*), &mut |ident| {
                found.retain(|local| {
                    self.access.inline.contains(local)
                        || decode(ident).is_none_or(|name| name.local != *local)
                });
            });
        }
        found
    }

    /// An expression that may not be evaluated.
    ///
    /// Input: `list.any(|k| d == k + m)` · Output: `{ let mut d = take(d_slot); list.any(|k| d == k + m) }`
    fn branch(&mut self, expr: &mut Expr) {
        let hoisted = match self.in_closure || hoists::holds_closure(self.cx, expr) {
            true => Vec::new(),
            false => hoists::of_expr(self.cx, self.access, expr),
        };
        let variables = self.variables(&hoisted);
        self.with(&hoisted, |this| this.visit_expr_mut(expr));
        if !hoisted.is_empty() {
            *expr = syn::parse_quote!({ #variables #expr });
        }
    }

    fn variables(&self, hoisted: &[LocalId]) -> TokenStream {
        let variables = hoisted.iter().map(|local| {
            let variable = self.cx.names.variable(*local);
            let value = self.cx.take(*local, variable.span());
            quote!(let mut #variable = #value;)
        });
        variables.collect()
    }

    /// Rewrites code in which these locals are real variables.
    pub fn with(&mut self, plain: &[LocalId], within: impl FnOnce(&mut Rewrite<'_, '_>)) {
        let mut inner = self.access.clone();
        inner.plain.extend(plain);
        within(&mut Rewrite {
            cx: self.cx,
            access: &inner,
            jump: self.jump,
            in_closure: self.in_closure,
            in_argument: self.in_argument,
        });
    }
}

/// Whether a condition is a link of a chain that binds something.
fn has_let(cond: &Expr) -> bool {
    match cond {
        Expr::Let(_) => true,
        Expr::Binary(it) => has_let(&it.left) || has_let(&it.right),
        _ => false,
    }
}
