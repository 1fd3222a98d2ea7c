//! Closures and async blocks that capture by `move`.

use super::Rewrite;
use crate::analyse::Storage;
use crate::resolve::{Name, decode, visit_idents};
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::Expr;
use syn::visit_mut;

impl Rewrite<'_, '_> {
    /// The locals in `tokens` that are not plain variables here, in order.
    pub fn slots_in(&self, tokens: TokenStream) -> Vec<Name> {
        let mut found: Vec<Name> = Vec::new();
        visit_idents(tokens, &mut |ident| {
            if let Some(name) = decode(ident).filter(|name| name.mention.is_some())
                && !self.access.plain.contains(&name.local)
                && matches!(
                    self.cx.layout.storage(name.local),
                    Storage::Slot { .. } | Storage::Kept | Storage::Bare
                )
            {
                found.retain(|known| known.local != name.local);
                found.push(name);
            }
        });
        found
    }

    /// A closure or async block that captures by `move`: what it mentions is moved or copied into variables first.
    ///
    /// Input: `move |c| s.push(c)` · Output: `{ let mut s = take(s_slot); move |c| s.push(c) }`
    pub fn move_capture(&mut self, expr: &mut Expr) {
        let captured = self.slots_in(expr.to_token_stream());
        let mut inner = self.access.clone();
        let mut bindings = TokenStream::new();
        for name in &captured {
            let variable = self.cx.names.variable(name.local);
            let value = self.captured_value(*name);
            bindings.extend(quote!(let mut #variable = #value;));
            inner.plain.insert(name.local);
        }
        let mut rewrite = Rewrite {
            cx: self.cx,
            access: &inner,
            jump: self.jump,
        };
        visit_mut::visit_expr_mut(&mut rewrite, expr);
        if !captured.is_empty() {
            *expr = syn::parse_quote!({ #bindings #expr });
        }
    }

    fn captured_value(&self, name: Name) -> TokenStream {
        let variable = self.cx.names.variable(name.local);
        let live = name.mention.is_none_or(|mention| self.live_after(mention));
        match self.cx.layout.storage(name.local) {
            Storage::Slot { .. } | Storage::Kept if !live => {
                self.cx.take(name.local, variable.span())
            }
            Storage::Slot { .. } | Storage::Kept if self.access.inline.contains(&name.local) => {
                self.cx.get_value(name.local, variable.span())
            }
            _ => quote!(*#variable),
        }
    }
}
