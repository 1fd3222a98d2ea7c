//! Invisible groups.
//!
//! `macro_rules!` puts what a fragment matched into a group without delimiters, which keeps the precedence of
//! expressions. Around a lifetime, a label, a block or a visibility it only stands in the parser's way.

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};

/// `tokens` without the invisible groups around lifetimes, identifiers, blocks, visibilities and
/// statements that declare.
pub fn flatten(tokens: TokenStream) -> TokenStream {
    if has_invisible(&tokens) {
        flattened(tokens)
    } else {
        tokens
    }
}

/// Only what a `macro_rules!` has written has them.
fn has_invisible(tokens: &TokenStream) -> bool {
    for tree in tokens.clone() {
        if let TokenTree::Group(group) = tree
            && (group.delimiter() == Delimiter::None || has_invisible(&group.stream()))
        {
            return true;
        }
    }
    false
}

fn flattened(tokens: TokenStream) -> TokenStream {
    let mut out = TokenStream::new();
    for tree in tokens {
        match tree {
            TokenTree::Group(group) => {
                let inner = flattened(group.stream());
                if group.delimiter() == Delimiter::None && is_transparent(&inner) {
                    out.extend(inner);
                } else {
                    let mut kept = Group::new(group.delimiter(), inner);
                    kept.set_span(group.span());
                    out.extend([TokenTree::Group(kept)]);
                }
            }
            other => out.extend([other]),
        }
    }
    out
}

/// Whether a fragment that starts so is a statement and no expression: one that declares.
fn starts_statement(ident: &Ident) -> bool {
    let keywords = [
        "let", "fn", "struct", "enum", "use", "static", "type", "impl",
    ];
    keywords.iter().any(|keyword| ident == keyword)
}

fn is_transparent(tokens: &TokenStream) -> bool {
    let mut trees = tokens.clone().into_iter();
    match (trees.next(), trees.next(), trees.next()) {
        (None, ..) => true,
        (Some(TokenTree::Ident(ident)), Some(_), _) if starts_statement(&ident) => true,
        (Some(TokenTree::Ident(ident)), after, _) => after.is_none() || ident == "pub",
        (Some(TokenTree::Punct(punct)), Some(TokenTree::Ident(_)), None) => punct.as_char() == '\'',
        (Some(TokenTree::Group(group)), None, _) => group.delimiter() == Delimiter::Brace,
        _ => false,
    }
}
