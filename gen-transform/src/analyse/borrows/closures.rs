//! Which variables a closure borrows to change them.

use super::owned::kind_of;
use super::{Borrow, Kind, View, named};
use crate::ir::Body;
use crate::lower::is_compound;
use crate::resolve::{LocalId, decode, rename_tokens};
use quote::ToTokens;
use std::collections::BTreeSet;
use syn::visit::{self, Visit};
use syn::{Expr, ExprClosure};

/// The variable of the body that a closure without `move` assigns: a number is captured by nothing but a reference.
pub fn borrowed(body: &Body, closure: &ExprClosure) -> Option<Borrow> {
    if closure.capture.is_some() {
        return None;
    }
    let mut find = Find {
        own: bound_in(closure),
        found: None,
        body,
    };
    find.visit_expr(&closure.body);
    let view = View::Closure;
    find.found.map(|owner| Borrow { owner, view })
}

/// The locals that the closure binds itself.
fn bound_in(closure: &ExprClosure) -> BTreeSet<LocalId> {
    let mut own = BTreeSet::new();
    rename_tokens(closure.to_token_stream(), &mut |ident| {
        let binding = decode(ident).filter(|name| name.mention.is_none());
        own.extend(binding.map(|name| name.local));
        None
    });
    own
}

struct Find<'a> {
    own: BTreeSet<LocalId>,
    found: Option<LocalId>,
    body: &'a Body,
}

impl Find<'_> {
    fn assigned(&mut self, place: &Expr) {
        let local = named(place).filter(|local| !self.own.contains(local));
        let number = local.filter(|local| kind_of(self.body, *local) == Some(Kind::Number));
        self.found = self.found.or(number);
    }
}

impl Visit<'_> for Find<'_> {
    fn visit_expr_assign(&mut self, it: &syn::ExprAssign) {
        self.assigned(&it.left);
        visit::visit_expr_assign(self, it);
    }
    fn visit_expr_binary(&mut self, it: &syn::ExprBinary) {
        if is_compound(&it.op) {
            self.assigned(&it.left);
        }
        visit::visit_expr_binary(self, it);
    }
    fn visit_item(&mut self, _: &syn::Item) {}
}
