//! Literals that take over the rest of their fields from a variable which may become one local a field.

use super::literal::is_literal;
use crate::lower::builder::Builder;
use crate::resolve::direct_local;
use syn::spanned::Spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{Block, ExprStruct, Macro};

/// Names the fields that each literal in `body` takes over from a variable that is itself initialised by a literal.
pub fn spell_out(builder: &mut Builder<'_>, body: &mut Block) {
    Updates { builder }.visit_block_mut(body);
}

struct Updates<'a, 'b> {
    builder: &'a mut Builder<'b>,
}

impl VisitMut for Updates<'_, '_> {
    fn visit_expr_struct_mut(&mut self, it: &mut ExprStruct) {
        self.spell_out(it);
        visit_mut::visit_expr_struct_mut(self, it);
    }
    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
    fn visit_macro_mut(&mut self, mac: &mut Macro) {
        crate::syntax::visit_macro_args(mac, &mut |expr| self.visit_expr_mut(expr));
    }
}

impl Updates<'_, '_> {
    /// Input: `P { a: x, ..p }` · Output: `P { a: x, b: p.b }`
    fn spell_out(&mut self, it: &mut ExprStruct) {
        let Some(whole) = it.rest.as_deref().and_then(direct_local) else {
            return;
        };
        if !is_literal(whole, &self.builder.locals) {
            return;
        }
        let named = it.fields.iter().map(|field| &field.member);
        let Some(missing) = self.builder.shapes.missing(&it.path, named) else {
            return;
        };
        for member in missing {
            let value = self.builder.locals.mention_expr(whole, member.span());
            it.fields.push(syn::parse_quote!(#member: #value.#member));
        }
        it.rest = None;
        it.dot2_token = None;
    }
}
