//! Half-written functions: what can be read is emitted, so that an editor keeps its bearings.

use crate::errors::Errors;
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::quote;
use syn::Signature;
use syn::parse::{ParseStream, Parser};

/// What to emit for an item that does not parse as a function: the errors so far and, where a signature can be read,
/// the function with a body that diverges after the user's tokens.
pub fn reject(item: TokenStream, error: syn::Error, mut errors: Errors) -> TokenStream {
    match signature_and_body(item) {
        Some(head) => {
            errors.push(error);
            let errors = errors.to_compile_errors();
            let Head { attrs, vis, sig } = head;
            quote! {
                #errors
                #(#attrs)*
                #[allow(unused_variables, unused_mut, clippy::all, clippy::pedantic)]
                #vis #sig { ::core::unreachable!() }
            }
        }
        None => {
            errors.error(
                error.span(),
                format!("`#[generator]` goes on a function with a body: write `#[generator] fn name(..) -> T {{ .. }}` ({error})"),
            );
            errors.to_compile_errors()
        }
    }
}

/// Everything of a function before its body.
struct Head {
    attrs: Vec<syn::Attribute>,
    vis: syn::Visibility,
    sig: Signature,
}

/// Reads the function around a body that does not parse.
fn signature_and_body(item: TokenStream) -> Option<Head> {
    let tokens: Vec<TokenTree> = item.into_iter().collect();
    let is_body = |tree: &TokenTree| matches!(tree, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace);
    if !tokens.last().is_some_and(is_body) {
        return None;
    }
    let head: TokenStream = tokens[..tokens.len() - 1].iter().cloned().collect();
    let parser = |input: ParseStream<'_>| {
        Ok(Head {
            attrs: input.call(syn::Attribute::parse_outer)?,
            vis: input.parse()?,
            sig: input.parse()?,
        })
    };
    parser.parse2(head).ok()
}
