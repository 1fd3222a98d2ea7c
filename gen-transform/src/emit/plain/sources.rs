//! Which locals may have a type that contains that of a closure.

use super::walk::Plain;
use crate::analyse::{Context, is_unread};
use crate::emit::closure_types::ClosureTypes;
use crate::resolve::{LocalId, bindings, direct_local};
use crate::syntax::{names, unparen};
use quote::ToTokens;
use syn::{Expr, Pat};

impl Plain<'_, '_> {
    /// Notes what the locals that `expr` binds or assigns are made from.
    pub fn note_sources(&mut self, expr: &Expr) {
        match expr {
            Expr::ForLoop(it) => {
                let items = self.closures().items_hold(&it.expr);
                self.declared(&bindings(&it.pat), items);
            }
            Expr::Let(it) => self.matched(&bindings(&it.pat), &it.expr),
            Expr::Assign(it) => {
                if let Some(local) = direct_local(&it.left) {
                    self.assigned(local, &it.right);
                }
            }
            Expr::Match(it) => {
                let bound: Vec<LocalId> =
                    it.arms.iter().flat_map(|arm| bindings(&arm.pat)).collect();
                self.matched(&bound, &it.expr);
            }
            _ => {}
        }
    }

    /// Notes what `let pat = init;` declares. The type of a closure cannot be written.
    pub fn declared_from(&mut self, pat: &Pat, init: &Expr) {
        match pat {
            Pat::Type(it) if !names(&it.ty.to_token_stream(), "_") => {
                self.declared(&bindings(pat), false);
            }
            Pat::Ident(_) | Pat::Type(_) => {
                let holds = self.closures().held_in(init);
                let bound = bindings(pat);
                let unread = is_unread(init) && bound.iter().any(|local| self.is_callee(*local));
                self.declared(&bound, holds || unread);
            }
            _ => self.matched(&bindings(pat), init),
        }
    }

    /// Whether a local is called somewhere.
    fn is_callee(&self, local: LocalId) -> bool {
        let mut mentions = self.cx.layout.mentions.iter().flatten();
        mentions.any(|it| it.local == local && matches!(it.context, Context::Callee { .. }))
    }

    /// Notes that `locals` are parts of `source`. What a method returns that can be taken apart is no adapter, which would
    /// contain the closures it is given.
    fn matched(&mut self, locals: &[LocalId], source: &Expr) {
        let holds = match unparen(source) {
            Expr::MethodCall(_) => self.closures().items_hold(source),
            other => self.closures().held_in(other),
        };
        self.declared(locals, holds);
    }

    /// Notes what a local is made from. It was among the untied for as long as that was not known.
    fn declared(&mut self, locals: &[LocalId], of_closures: bool) {
        for local in locals {
            match of_closures {
                true => self.untied.insert(*local),
                false => self.untied.remove(local),
            };
        }
    }

    /// Notes that a local gets another value.
    fn assigned(&mut self, local: LocalId, source: &Expr) {
        if self.closures().held_in(source) {
            self.untied.insert(local);
        }
    }

    fn closures(&self) -> ClosureTypes<'_> {
        ClosureTypes {
            locals: &self.cx.body.locals,
            untied: &self.untied,
        }
    }
}
