//! Where generated tokens stand, and what names they see.

use proc_macro2::{Ident, Span};

/// The place of the user's token, with the hygiene of a macro: errors land there, lints do not.
pub fn at(span: Span) -> Span {
    Span::mixed_site().located_at(span)
}

/// `ident` on another span, its hygiene kept for names of our own.
pub fn respan(ident: &Ident, span: Span) -> Ident {
    let mut ident = ident.clone();
    ident.set_span(ident.span().located_at(span));
    ident
}
