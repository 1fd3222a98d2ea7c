//! Which values may have a type that contains that of a closure.

use crate::methods;
use crate::resolve::{LocalId, Locals, decode, direct_local, visit_idents};
use crate::syntax::{MacroCall, MacroGrammar, unparen, values};
use proc_macro2::Ident;
use std::collections::BTreeSet;
use syn::visit::{self, Visit};
use syn::{Expr, Macro};

/// Where closures may be, given the locals that have them in their types.
pub struct ClosureTypes<'a> {
    pub locals: &'a Locals,
    pub untied: &'a BTreeSet<LocalId>,
}

impl ClosureTypes<'_> {
    /// Whether the type of a value may contain that of a closure.
    pub fn held_in(&self, value: &Expr) -> bool {
        values(value)
            .into_iter()
            .any(|value| self.held_in_one(value))
    }

    fn held_in_one(&self, value: &Expr) -> bool {
        let Expr::MethodCall(it) = value else {
            return self.mentions_closure(value);
        };
        match &*it.method.to_string() {
            method if methods::passes_on(method) => self.held_in(&it.receiver),
            method if methods::uses_items(method) => self.items_hold(value),
            _ => self.mentions_closure(value),
        }
    }

    /// Whether the type of the items of an iterator may contain that of a closure: the iterator of `filter(|x| ..)` does,
    /// its items do not.
    pub fn items_hold(&self, source: &Expr) -> bool {
        match unparen(source) {
            Expr::MethodCall(it) => {
                self.items_hold(&it.receiver) || it.args.iter().any(|arg| self.gives_closure(arg))
            }
            Expr::Call(it) => it.args.iter().any(|arg| self.gives_closure(arg)),
            Expr::Reference(it) => self.items_hold(&it.expr),
            path @ Expr::Path(_) => direct_local(path).is_some_and(|local| {
                let init = self.locals.get(local).init.as_ref();
                self.untied.contains(&local) && init.is_none_or(|init| self.items_hold(init))
            }),
            other => self.mentions_closure(other),
        }
    }

    /// Whether what an argument of an iterator adapter gives to the items may be a closure.
    fn gives_closure(&self, arg: &Expr) -> bool {
        match unparen(arg) {
            Expr::Closure(it) => self.mentions_closure(&it.body),
            other => self.items_hold(other),
        }
    }

    fn mentions_closure(&self, expr: &Expr) -> bool {
        let mut find = FindClosure {
            untied: self.untied,
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
    /// Of what has branches and statements only the value is a part of what it stands in.
    fn visit_expr(&mut self, expr: &Expr) {
        match expr {
            Expr::Block(_) | Expr::Unsafe(_) | Expr::If(_) | Expr::Match(_) | Expr::Loop(_) => {
                match values(expr)[..] {
                    // A macro in it may hide its value.
                    [only] if std::ptr::eq(only, expr) => visit::visit_expr(self, expr),
                    ref leaves => leaves.iter().for_each(|leaf| self.visit_expr(leaf)),
                }
            }
            Expr::While(_) | Expr::ForLoop(_) => {}
            other => visit::visit_expr(self, other),
        }
    }
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
        if let Some(call) = MacroCall::parse(mac) {
            // The others make a text, or nothing.
            let built = matches!(call.grammar, MacroGrammar::Vec | MacroGrammar::Dbg);
            let args = call.args.iter().filter(|_| built);
            return args.for_each(|arg| self.visit_expr(&arg.value));
        }
        visit_idents(mac.tokens.clone(), &mut |ident| {
            self.visit_ident(ident);
        });
    }
}
