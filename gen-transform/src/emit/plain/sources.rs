//! Which locals may have a type that contains that of a closure.

use super::walk::Plain;
use crate::resolve::{LocalId, bindings, decode, direct_local, visit_idents};

use crate::syntax::unparen;
use proc_macro2::Ident;
use std::collections::BTreeSet;
use syn::visit::Visit;
use syn::{Expr, Macro};

/// Methods that hand on the value they are called on, or a part of it.
const PASSING: [&str; 5] = ["unwrap", "expect", "clone", "unwrap_or_default", "ok"];

/// Methods that make items of an iterator, or something of them.
const CONSUMERS: [&str; 22] = [
    "next",
    "next_back",
    "last",
    "nth",
    "find",
    "find_map",
    "min",
    "max",
    "min_by",
    "max_by",
    "min_by_key",
    "max_by_key",
    "collect",
    "count",
    "sum",
    "product",
    "position",
    "any",
    "all",
    "peek",
    "reduce",
    "pop",
];

impl Plain<'_, '_> {
    /// Notes what the locals that `expr` binds or assigns are made from.
    pub fn note_sources(&mut self, expr: &Expr) {
        match expr {
            Expr::ForLoop(it) => {
                let items = self.items_hold_closure(&it.expr);
                self.made(&bindings(&it.pat), items);
            }
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
        let holds = !locals.is_empty() && self.holds_closure(source);
        self.made(locals, holds);
    }

    fn made(&mut self, locals: &[LocalId], of_closures: bool) {
        if of_closures {
            self.untied.extend(locals);
        }
    }

    /// Whether the type of a value may contain that of a closure.
    fn holds_closure(&self, value: &Expr) -> bool {
        match unparen(value) {
            Expr::MethodCall(it) if PASSING.iter().any(|name| it.method == name) => {
                self.holds_closure(&it.receiver)
            }
            Expr::MethodCall(it) if CONSUMERS.iter().any(|name| it.method == name) => {
                self.items_hold_closure(value)
            }
            other => self.mentions_closure(other),
        }
    }

    /// Whether the type of the items of an iterator may contain that of a closure: the iterator of `filter(|x| ..)` does,
    /// its items do not.
    fn items_hold_closure(&self, source: &Expr) -> bool {
        match unparen(source) {
            Expr::MethodCall(it) => {
                self.items_hold_closure(&it.receiver)
                    || it.args.iter().any(|arg| self.gives_closure(arg))
            }
            Expr::Call(it) => it.args.iter().any(|arg| self.gives_closure(arg)),
            Expr::Reference(it) => self.items_hold_closure(&it.expr),
            path @ Expr::Path(_) => direct_local(path).is_some_and(|local| {
                let init = self.cx.body.locals.get(local).init.as_ref();
                self.untied.contains(&local)
                    && init.is_none_or(|init| self.items_hold_closure(init))
            }),
            other => self.mentions_closure(other),
        }
    }

    /// Whether what an argument of an iterator adapter gives to the items may be a closure.
    fn gives_closure(&self, arg: &Expr) -> bool {
        match unparen(arg) {
            Expr::Closure(it) => self.mentions_closure(&it.body),
            other => self.items_hold_closure(other),
        }
    }

    fn mentions_closure(&self, expr: &Expr) -> bool {
        let mut find = FindClosure {
            untied: &self.untied,
            found: false,
        };
        find.visit_expr(expr);
        find.found
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
