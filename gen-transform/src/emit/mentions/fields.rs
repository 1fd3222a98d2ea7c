//! Fields that may be moved out of a struct in the frame.

use super::super::spans::at;
use super::Rewrite;
use crate::resolve::{MentionId, direct_mention};
use crate::syntax::unparen;
use proc_macro2::{Ident, Span};
use quote::quote_spanned;
use syn::spanned::Spanned;
use syn::visit_mut::VisitMut;
use syn::{Expr, ExprField};

impl Rewrite<'_, '_> {
    /// The value of a field, if it may be moved: the type decides whether it is copied, or an empty collection takes its
    /// place, or that is an error.
    ///
    /// Input: `p.items` · Output: `match &mut (*p).items { field => (&&&&Probe::of_field(field)).out(field) }`
    pub fn moved_field(&mut self, it: &mut ExprField) -> Option<Expr> {
        let moves = root(it).is_some_and(|mention| self.is_moved_field(mention));
        self.visit_expr_mut(root_mut(it));
        if !moves {
            return None;
        }
        let span = at(it.span());
        let field = Ident::new("field", Span::mixed_site().located_at(span));
        let probe = quote_spanned!(span=> ::gen_core::__private::Probe::of_field(#field));
        let out = quote_spanned!(span=> match &mut #it {
            #field => (&&&&#probe).out(#field)
        });
        Some(syn::parse_quote!(#out))
    }

    fn is_moved_field(&self, mention: MentionId) -> bool {
        let layout = self.cx.layout;
        let local = layout.mention(mention).map(|info| info.local);
        let in_frame = |local| self.cx.is_slot(local) && !self.access.plain.contains(&local);
        local.is_some_and(in_frame) && layout.moved_fields.contains(&mention)
    }
}

/// What the first of the fields is taken of.
fn root_mut(it: &mut ExprField) -> &mut Expr {
    match &mut *it.base {
        Expr::Field(base) => root_mut(base),
        base => base,
    }
}

/// The mention whose field, or field of a field, this is.
fn root(it: &ExprField) -> Option<MentionId> {
    match unparen(&it.base) {
        Expr::Field(base) => root(base),
        base => direct_mention(base)?.mention,
    }
}
