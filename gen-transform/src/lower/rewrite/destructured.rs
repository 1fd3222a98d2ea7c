//! Destructuring assignments from a place, or to places that yield.
//!
//! What the left side leaves out of a place stays there, as with a `let`; and what comes before a yield on the left side is
//! assigned before it. So they become what Rust defines them to be before anything asks what is moved. (Any other value is
//! moved as a whole: `emit` writes those.)

use crate::lower::builder::Builder;
use crate::lower::temporaries::is_place;
use crate::resolve::{LocalId, TempKind};
use crate::syntax::{expr_yields, is_destructuring, visit_targets};
use syn::spanned::Spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, ExprAssign, Item, Macro, Stmt};

/// Makes a `let` and assignments of each destructuring assignment from a place, or with a yield on its left side.
pub fn spell_out(builder: &mut Builder<'_>, body: &mut Block) {
    SpellOut { builder }.visit_block_mut(body);
}

struct SpellOut<'a, 'b> {
    builder: &'a mut Builder<'b>,
}

impl SpellOut<'_, '_> {
    /// Input: `(_, a, s.b) = place` · Output: `{ let (_, part, other) = place; a = part; s.b = other; }`
    fn spelled_out(&mut self, it: &ExprAssign) -> Expr {
        let (mut pattern, place) = ((*it.left).clone(), &it.right);
        let mut assigned: Vec<Stmt> = Vec::new();
        visit_targets(&mut pattern, &mut |target| {
            let part = self.part(target);
            let value = self.builder.locals.mention_expr(part, target.span());
            let binding = self.builder.locals.binding(part);
            let place = std::mem::replace(target, syn::parse_quote!(#binding));
            assigned.push(syn::parse_quote!(#place = #value;));
        });
        syn::parse_quote_spanned!(it.eq_token.span()=> { let #pattern = #place; #(#assigned)* })
    }

    fn part(&mut self, target: &Expr) -> LocalId {
        self.builder.locals.add_temp(TempKind::Field, target.span())
    }
}

impl VisitMut for SpellOut<'_, '_> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        visit_mut::visit_expr_mut(self, expr);
        if let Expr::Assign(it) = expr
            && is_destructuring(it)
            && (is_place(&it.right) || expr_yields(&it.left))
        {
            *expr = self.spelled_out(it);
        }
    }
    fn visit_macro_mut(&mut self, mac: &mut Macro) {
        crate::syntax::visit_macro_args(mac, &mut |expr| self.visit_expr_mut(expr));
    }
    fn visit_item_mut(&mut self, _: &mut Item) {}
}
