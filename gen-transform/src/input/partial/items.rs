//! `#[generator]` above something that is not a function.

use crate::errors::Errors;
use crate::syntax::block_yields;
use proc_macro2::{Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Item};

/// Reports the attribute, and gives the item back where it is one, so that other code still finds it.
pub fn misplaced(item: TokenStream, error: &syn::Error, errors: &mut Errors) -> TokenStream {
    let Ok(mut parsed) = syn::parse2::<Item>(item.clone()) else {
        errors.error(
            error.span(),
            format!("`#[generator]` goes on a function, written `#[generator] fn name(..) -> T {{ .. }}`: {error}"),
        );
        return TokenStream::new();
    };
    let Some((kind, keyword)) = kind(&parsed) else {
        errors.push(error.clone());
        return TokenStream::new();
    };
    let span = keyword_span(&item, keyword).unwrap_or_else(|| error.span());
    errors.error(span, message(&parsed, kind));
    WithoutYields.visit_item_mut(&mut parsed);
    parsed.to_token_stream()
}

fn message(item: &Item, kind: &str) -> String {
    match item {
        Item::Impl(_) | Item::Trait(_) | Item::Mod(_) => format!(
            "`#[generator]` goes on one function at a time, not on {kind}: put it above each function in it that says `yield_!`"
        ),
        _ => format!(
            "`#[generator]` cannot go on {kind}: it makes an iterator out of a function that says `yield_!`; put it above a `fn`"
        ),
    }
}

/// What the item is called, and the word it starts with.
fn kind(item: &Item) -> Option<(&'static str, &'static str)> {
    Some(match item {
        Item::Const(_) => ("a constant", "const"),
        Item::Enum(_) => ("an enum", "enum"),
        Item::ExternCrate(_) => ("an `extern crate`", "extern"),
        Item::ForeignMod(_) => ("an `extern` block", "extern"),
        Item::Impl(_) => ("an `impl`", "impl"),
        Item::Macro(_) => ("a macro", "macro_rules"),
        Item::Mod(_) => ("a module", "mod"),
        Item::Static(_) => ("a static", "static"),
        Item::Struct(_) => ("a struct", "struct"),
        Item::Trait(_) | Item::TraitAlias(_) => ("a trait", "trait"),
        Item::Type(_) => ("a type alias", "type"),
        Item::Union(_) => ("a union", "union"),
        Item::Use(_) => ("a `use`", "use"),
        _ => return None,
    })
}

fn keyword_span(item: &TokenStream, keyword: &str) -> Option<Span> {
    item.clone().into_iter().find_map(|tree| match tree {
        TokenTree::Ident(ident) if ident == keyword => Some(ident.span()),
        _ => None,
    })
}

/// Empties the functions that yield: no one has made generators of them.
struct WithoutYields;

impl VisitMut for WithoutYields {
    fn visit_block_mut(&mut self, block: &mut Block) {
        if block_yields(block) {
            *block = syn::parse_quote!({ ::core::unreachable!() });
        } else {
            visit_mut::visit_block_mut(self, block);
        }
    }
}
