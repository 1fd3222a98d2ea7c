//! Variables that are mentioned more than once, or by something that runs more than once while they are there.

use crate::resolve::{LocalId, decode};
use proc_macro2::Ident;
use std::collections::{BTreeMap, BTreeSet};
use syn::visit::{self, Visit};
use syn::{Block, ExprForLoop, ExprLoop, ExprWhile, Macro};

/// Those of `body` and its parameters.
pub fn repeated(body: &Block) -> BTreeSet<LocalId> {
    let mut find = Find::default();
    find.visit_block(body);
    find.repeated
}

#[derive(Default)]
struct Find {
    /// How many loops there are around the code at hand.
    depth: usize,
    /// The same for the declarations that are not in the outermost block.
    declared: BTreeMap<LocalId, usize>,
    mentioned: BTreeSet<LocalId>,
    repeated: BTreeSet<LocalId>,
}

impl Find {
    fn in_loop(&mut self, within: impl FnOnce(&mut Self)) {
        self.depth += 1;
        within(self);
        self.depth -= 1;
    }
}

impl Visit<'_> for Find {
    fn visit_ident(&mut self, ident: &Ident) {
        let Some(name) = decode(ident) else { return };
        if name.mention.is_none() {
            self.declared.insert(name.local, self.depth);
            return;
        }
        let declared = self.declared.get(&name.local).copied().unwrap_or_default();
        if !self.mentioned.insert(name.local) || self.depth > declared {
            self.repeated.insert(name.local);
        }
    }
    fn visit_expr_for_loop(&mut self, it: &ExprForLoop) {
        self.visit_expr(&it.expr);
        self.in_loop(|this| {
            this.visit_pat(&it.pat);
            this.visit_block(&it.body);
        });
    }
    fn visit_expr_while(&mut self, it: &ExprWhile) {
        self.in_loop(|this| visit::visit_expr_while(this, it));
    }
    fn visit_expr_loop(&mut self, it: &ExprLoop) {
        self.in_loop(|this| visit::visit_expr_loop(this, it));
    }
    fn visit_expr_closure(&mut self, it: &syn::ExprClosure) {
        self.in_loop(|this| visit::visit_expr_closure(this, it));
    }
    fn visit_macro(&mut self, mac: &Macro) {
        if !crate::syntax::each_macro_arg(mac, &mut |expr| self.visit_expr(expr)) {
            crate::resolve::visit_idents(mac.tokens.clone(), &mut |ident| self.visit_ident(ident));
        }
    }
    fn visit_item(&mut self, _: &syn::Item) {}
}
