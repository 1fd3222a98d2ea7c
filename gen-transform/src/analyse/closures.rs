//! What a closure may own although it is not `move`.

use super::method_names::is_consuming;
use crate::resolve::{decode, direct_mention};
use crate::syntax::unparen;
use syn::visit::{self, Visit};
use syn::{Expr, ExprClosure};

/// Whether a closure uses a local around it by value: if that is no copy, the closure owns it.
pub fn may_move(it: &ExprClosure) -> bool {
    let mut find = Find {
        bound: Vec::new(),
        found: false,
    };
    it.inputs.iter().for_each(|input| find.visit_pat(input));
    find.visit_expr(&it.body);
    find.found
}

struct Find {
    bound: Vec<crate::resolve::LocalId>,
    found: bool,
}

impl Find {
    /// An operand that is looked at, or copied.
    fn place(&mut self, expr: &Expr) {
        if direct_mention(expr).is_none() {
            self.visit_expr(expr);
        }
    }
}

impl Visit<'_> for Find {
    fn visit_expr(&mut self, expr: &Expr) {
        match unparen(expr) {
            Expr::Path(_) => {
                let name = direct_mention(expr);
                self.found |= name.is_some_and(|name| !self.bound.contains(&name.local));
            }
            Expr::Reference(it) => self.place(&it.expr),
            Expr::Field(it) => self.place(&it.base),
            Expr::Unary(it) => self.place(&it.expr),
            Expr::Cast(it) => self.place(&it.expr),
            Expr::Index(it) => {
                self.place(&it.expr);
                self.place(&it.index);
            }
            Expr::Binary(it) => {
                self.place(&it.left);
                self.place(&it.right);
            }
            Expr::Assign(it) => {
                self.place(&it.left);
                self.visit_expr(&it.right);
            }
            Expr::Call(it) => {
                self.place(&it.func);
                it.args.iter().for_each(|arg| self.visit_expr(arg));
            }
            Expr::MethodCall(it) if !is_consuming(&it.method.to_string()) => {
                self.place(&it.receiver);
                it.args.iter().for_each(|arg| self.visit_expr(arg));
            }
            other => visit::visit_expr(self, other),
        }
    }
    fn visit_pat_ident(&mut self, pat: &syn::PatIdent) {
        self.bound.extend(decode(&pat.ident).map(|name| name.local));
        visit::visit_pat_ident(self, pat);
    }
    fn visit_macro(&mut self, _: &syn::Macro) {}
    fn visit_item(&mut self, _: &syn::Item) {}
}
