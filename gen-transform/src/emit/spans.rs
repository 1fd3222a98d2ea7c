//! Where generated tokens stand, and what names they see.

use super::Context;
use crate::resolve::LocalId;
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::quote_spanned;

/// The place of the user's token, with the hygiene of a macro: errors land there, lints do not.
pub fn at(span: Span) -> Span {
    Span::mixed_site().located_at(span)
}

impl Context<'_> {
    /// Where the user declares a local: what is done with its slot, rustc reports there.
    pub fn declared_at(&self, local: LocalId) -> Span {
        at(self.body.locals.get(local).ident.span())
    }

    /// The same, as if the user had written the token.
    pub fn declared_by_user(&self, local: LocalId) -> Span {
        self.users(self.body.locals.get(local).ident.span())
    }

    /// A statement that ends where the user's declaration of the local does, where its temporaries die; a `let` starts there,
    /// too.
    pub fn as_declared(&self, local: LocalId, stmt: TokenStream) -> TokenStream {
        let Some((start, end)) = self.body.locals.get(local).ends else {
            return stmt;
        };
        let mut trees: Vec<TokenTree> = stmt.into_iter().collect();
        match trees.first_mut() {
            Some(TokenTree::Ident(first)) if first == "let" => first.set_span(start),
            _ => {}
        }
        if let Some(semicolon) = trees.last_mut() {
            semicolon.set_span(end);
        }
        trees.into_iter().collect()
    }

    /// A span as if the user had written the token: a message on it does not say that it comes from a macro.
    pub fn users(&self, span: Span) -> Span {
        match &self.generator.item {
            Some(item) => span.resolved_at(item.sig.fn_token.span),
            None => span,
        }
    }
}

/// `ident` on another span, its hygiene kept for names of our own.
pub fn respan(ident: &Ident, span: Span) -> Ident {
    let mut ident = ident.clone();
    ident.set_span(ident.span().located_at(span));
    ident
}

/// `mut x`, all of it where the user declares `x`: of a variable whose pattern is partly a macro's, rustc says "value" and
/// not its name.
pub fn mutable(variable: &Ident) -> TokenStream {
    quote_spanned!(variable.span()=> mut #variable)
}
