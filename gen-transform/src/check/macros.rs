//! Yields in tokens whose meaning is known only when the macro around them is expanded, which is after the generator.

use super::walk::Walker;
use crate::syntax::{is_text, names, tokens_yield};
use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{ItemMacro, Macro};

impl Walker<'_> {
    /// A macro that is not std's, or whose arguments do not have the form of std's.
    pub fn unknown_macro(&mut self, mac: &Macro) {
        let Some(last) = mac.path.segments.last() else {
            return;
        };
        if mac.path.segments.len() > 1 && is_yield(&last.ident) {
            return self.yield_with_path(mac);
        }
        if last.ident == "gen_"
            || is_text(mac)
            || !tokens_yield(mac.tokens.clone())
            || makes_generators(&mac.tokens)
        {
            return;
        }
        let name = &last.ident;
        for found in yields_in(mac.tokens.clone()) {
            self.errors.error_on(
                &found,
                format!(
                    "`{found}` cannot stand in the arguments of `{name}!`: the generator cannot know what this macro makes of them; \
                     yield in a statement of its own, before or after `{name}!`",
                    found = spelled(&found)
                ),
            );
        }
    }

    /// `gen_core::yield_!(x)`
    fn yield_with_path(&mut self, mac: &Macro) {
        let (path, bang) = (&mac.path, &mac.bang_token);
        let Some(last) = path.segments.last() else {
            return;
        };
        self.errors.error_on(
            quote!(#path #bang),
            format!(
                "`{name}!` is part of the generator, no macro with a path: write `{name}!(..)`, it needs no import",
                name = last.ident
            ),
        );
    }

    /// `macro_rules! name { .. }` in the body.
    pub fn macro_definition(&mut self, item: &ItemMacro) {
        let Some(name) = &item.ident else {
            return self.unknown_macro(&item.mac);
        };
        let tokens = &item.mac.tokens;
        if makes_generators(tokens) {
            return;
        }
        for found in yields_in(tokens.clone()) {
            self.errors.error_on(
                &found,
                format!(
                    "`{found}` cannot stand in a `macro_rules!`: the generator has been made when `{name}!` is expanded, and does not see it; \
                     let the macro give the value and yield that: `{found}({name}!(..))`",
                    found = spelled(&found)
                ),
            );
        }
    }
}

/// Whether the tokens may define generators of their own, which the yields then belong to.
fn makes_generators(tokens: &TokenStream) -> bool {
    names(tokens, "generator") || names(tokens, "gen_")
}

fn is_yield(name: &Ident) -> bool {
    name == "yield_" || name == "yield_from"
}

/// Every `yield_!` and `yield_from!` in `tokens`, the name with its `!`.
fn yields_in(tokens: TokenStream) -> Vec<TokenStream> {
    let mut found = Vec::new();
    let mut name = None;
    for tree in tokens {
        match tree {
            TokenTree::Ident(ident) => name = is_yield(&ident).then_some(ident),
            TokenTree::Punct(punct) if punct.as_char() == '!' => {
                found.extend(name.take().map(|name| quote!(#name #punct)));
            }
            TokenTree::Group(group) => {
                found.extend(yields_in(group.stream()));
                name = None;
            }
            _ => name = None,
        }
    }
    found
}

/// `yield_!` without the space that `TokenStream` prints.
fn spelled(found: &TokenStream) -> String {
    found.to_token_stream().to_string().replace(' ', "")
}
