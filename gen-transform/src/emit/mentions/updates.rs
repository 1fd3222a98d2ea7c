//! Struct literals that take over the rest of their fields from a variable in a slot, at its last use: rustc moves fields
//! out of variables, one by one, and so it becomes one for the literal.

use super::Rewrite;
use crate::resolve::{Name, direct_mention};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::visit_mut;
use syn::{Expr, ExprStruct};

impl Rewrite<'_, '_> {
    /// The literal, if it takes the variable away.
    ///
    /// Input: `P { a: x, ..p }` ·
    /// Output: `{ let mut p = Whole(take(p_slot)).apart(); let value = P { a: x, ..p }; *rest_slot = Some(p.a); value }`
    pub fn updated(&mut self, it: &mut ExprStruct) -> Option<Expr> {
        let base = it.rest.as_deref()?;
        let name = direct_mention(base)?;
        let left = self.cx.body.updates.get(&name.mention?)?;
        if !self.cx.is_slot(name.local) || !self.cx.takes(base) {
            return None;
        }
        let variable = self.cx.names.variable(name.local);
        let puts: TokenStream = left
            .iter()
            .map(|(member, local)| {
                let put = self.cx.put(*local, &quote!(#variable.#member));
                quote!(#put;)
            })
            .collect();
        let taken = self.variable_of(name, it.span());
        self.with(&[name.local], |this| {
            visit_mut::visit_expr_struct_mut(this, it);
        });
        let value = Ident::new("value", Span::mixed_site());
        Some(syn::parse_quote!({ #taken let #value = #it; #puts #value }))
    }

    /// The variable, unless it is one here anyway.
    fn variable_of(&self, name: Name, span: Span) -> Option<TokenStream> {
        let variable = self.cx.names.variable(name.local);
        let whole = self.cx.take(name.local, span);
        let at = Span::mixed_site().located_at(span);
        let apart = quote_spanned!(at=> ::gen_core::__private::Whole(#whole).apart());
        let is_slot = !self.access.plain.contains(&name.local);
        is_slot.then(|| quote!(let mut #variable = #apart;))
    }
}
