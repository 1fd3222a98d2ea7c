//! Names inside token streams that no grammar is known for.

use super::scope::{Key, Scopes};
use super::{CAPTURED, Locals, decode};
use proc_macro2::{Group, Ident, Literal, TokenStream, TokenTree};

/// Calls `visit` for each identifier in `tokens`, at any depth.
pub fn visit_idents(tokens: TokenStream, visit: &mut dyn FnMut(&Ident)) {
    for tree in tokens {
        match tree {
            TokenTree::Ident(ident) => visit(&ident),
            TokenTree::Group(group) => visit_idents(group.stream(), visit),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

/// The same without those that only say what a literal captures.
pub fn visit_written_idents(tokens: TokenStream, visit: &mut dyn FnMut(&Ident)) {
    let mut trees = tokens.into_iter();
    while let Some(tree) = trees.next() {
        match tree {
            TokenTree::Ident(ident) if ident == CAPTURED => drop(trees.next()),
            TokenTree::Ident(ident) => visit(&ident),
            TokenTree::Group(group) => visit_written_idents(group.stream(), visit),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

/// Replaces each identifier of `tokens` for which `rename` has an answer; spans and delimiters stay, and what only says
/// what a literal captures goes.
pub fn rename_tokens(
    tokens: TokenStream,
    rename: &mut dyn FnMut(&Ident) -> Option<Ident>,
) -> TokenStream {
    let mut out: Vec<TokenTree> = Vec::new();
    let mut trees = tokens.into_iter();
    while let Some(tree) = trees.next() {
        out.push(match tree {
            TokenTree::Ident(ident) if ident == CAPTURED => {
                trees.next();
                continue;
            }
            TokenTree::Ident(ident) => rename(&ident).unwrap_or(ident).into(),
            TokenTree::Group(group) => {
                let inner = rename_tokens(group.stream(), rename);
                let mut renamed = Group::new(group.delimiter(), inner);
                renamed.set_span(group.span());
                renamed.into()
            }
            other => other,
        });
    }
    out.into_iter().collect()
}

/// Encodes the names in the arguments of an unknown macro: every identifier that means a local in sight, unless it
/// stands behind a `.` (a field or method) or is encoded already.
///
/// Input: `(x, y.x, "{y}")` · Output: `(__local0_0, __local1_1.x, "{y}")`; captures of literals are found again by
/// `captured_locals`.
pub fn encode_macro_tokens(
    tokens: TokenStream,
    scopes: &Scopes,
    locals: &mut Locals,
) -> TokenStream {
    let mut out = TokenStream::new();
    let mut behind_dot = false;
    let mut trees = tokens.into_iter().peekable();
    while let Some(tree) = trees.next() {
        let is_dot = matches!(&tree, TokenTree::Punct(punct) if punct.as_char() == '.');
        // The second dot of `..` has a value behind it.
        let after_dot = behind_dot;
        behind_dot = is_dot && !after_dot;
        let before_path = matches!(trees.peek(), Some(TokenTree::Punct(punct)) if punct.as_char() == ':' && punct.spacing() == proc_macro2::Spacing::Joint);
        match tree {
            TokenTree::Ident(ident) if !after_dot && !before_path && decode(&ident).is_none() => {
                match scopes.lookup(&Key::of(&ident)) {
                    Some(local) => {
                        out.extend([TokenTree::Ident(locals.mention(local, ident.span()))])
                    }
                    None => out.extend([TokenTree::Ident(ident)]),
                }
            }
            TokenTree::Group(group) => {
                let inner = encode_macro_tokens(group.stream(), scopes, locals);
                let mut encoded = Group::new(group.delimiter(), inner);
                encoded.set_span(group.span());
                out.extend([TokenTree::Group(encoded)]);
            }
            other => out.extend([other]),
        }
    }
    out
}

/// The string literals in `tokens`, at any depth.
pub fn string_literals(tokens: &TokenStream, found: &mut Vec<Literal>) {
    for tree in tokens.clone() {
        match tree {
            TokenTree::Literal(literal) if literal.to_string().contains('"') => found.push(literal),
            TokenTree::Group(group) => string_literals(&group.stream(), found),
            _ => {}
        }
    }
}
