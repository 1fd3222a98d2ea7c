//! Which locals may have a type that contains that of a closure.

use super::walk::Plain;
use crate::resolve::{LocalId, bindings, decode, direct_local, visit_idents};

use proc_macro2::Ident;
use std::collections::BTreeSet;
use syn::visit::Visit;
use syn::{Expr, Macro};

impl Plain<'_, '_> {
    /// Notes what the locals that `expr` binds or assigns are made from.
    pub fn note_sources(&mut self, expr: &Expr) {
        match expr {
            Expr::ForLoop(it) => self.made_from(&bindings(&it.pat), &it.expr),
            Expr::Let(it) => self.made_from(&bindings(&it.pat), &it.expr),
            Expr::Assign(it) => {
                if let Some(local) = direct_local(&it.left) {
                    self.made_from(&[local], &it.right);
                }
            }
            Expr::Match(it) => {
                let bound: Vec<LocalId> =
                    it.arms.iter().flat_map(|arm| bindings(&arm.pat)).collect();
                self.made_from(&bound, &it.expr);
            }
            _ => {}
        }
    }

    /// Notes that `locals` are made from `source`.
    pub fn made_from(&mut self, locals: &[LocalId], source: &Expr) {
        if locals.is_empty() {
            return;
        }
        let mut find = FindClosure {
            untied: &self.untied,
            found: false,
        };
        find.visit_expr(source);
        if find.found {
            self.untied.extend(locals);
        }
    }
}

/// Finds what has a type of its own at each place: closures, async blocks, and what is made from them.
struct FindClosure<'a> {
    untied: &'a BTreeSet<LocalId>,
    found: bool,
}

impl Visit<'_> for FindClosure<'_> {
    fn visit_expr_closure(&mut self, _: &syn::ExprClosure) {
        self.found = true;
    }
    fn visit_expr_async(&mut self, _: &syn::ExprAsync) {
        self.found = true;
    }
    fn visit_ident(&mut self, ident: &Ident) {
        self.found |= decode(ident).is_some_and(|name| self.untied.contains(&name.local));
    }
    fn visit_macro(&mut self, mac: &Macro) {
        visit_idents(mac.tokens.clone(), &mut |ident| {
            self.visit_ident(ident);
        });
    }
}
