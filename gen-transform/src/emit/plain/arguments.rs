//! The arguments, and the names by which the user knows everything.

use super::walk::Plain;
use crate::analyse::Storage;
use crate::emit::Context;
use crate::emit::machine::frame_ident;
use crate::emit::spans::{mutable, respan};
use crate::resolve::{LocalId, rename};
use crate::syntax::borrows_mutably;
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::visit_mut::VisitMut;
use syn::{Pat, Token};

/// `let mut n = frame.n_slot;`, and the pattern of a parameter that has one.
pub fn argument(cx: &Context<'_>, local: LocalId) -> TokenStream {
    let (frame, slot) = (frame_ident(), cx.names.slot(local));
    let decl = cx.body.locals.get(local);
    let value = match cx.layout.storage(local) {
        // No frame, for the function is rejected.
        Storage::Unused => {
            let ident = &decl.ident;
            quote!(#ident)
        }
        Storage::Scalar { .. } => quote!(#frame.#slot),
        // The closure of an anonymous generator has the frame by reference.
        _ if cx.generator.item.is_none() => quote!(::gen_core::__private::take(&mut #frame.#slot)),
        _ => quote!(::gen_core::__private::argument(#frame.#slot)),
    };
    let pattern = cx
        .body
        .param_patterns
        .iter()
        .find(|(id, _)| *id == local)
        .map(|(_, pat)| {
            let (binding, mut pat) = (cx.body.locals.binding(local), pat.clone());
            Plain::new(cx).visit_pat_mut(&mut pat);
            quote!(let #pat = #binding;)
        });
    // Whether a captured variable has to be `mut` cannot be seen.
    let allowed = (cx.generator.item.is_none()).then(|| quote!(#[allow(unused_mut)]));
    let mut binding = cx.body.locals.binding(local).to_token_stream();
    if decl.mutable && pattern.is_none() {
        let mutability = mutability(cx, local);
        binding = quote!(#mutability #binding);
    }
    let patterns = &cx.body.param_patterns;
    if patterns
        .iter()
        .any(|(id, pat)| *id == local && borrows_mutably(pat))
    {
        binding = mutable(&cx.body.locals.binding(local));
    }
    // A parameter's own scope starts before its pattern's, so it is dropped after what the pattern binds.
    let unused = (decl.ident == "self").then(|| quote!(#[allow(unused_variables)]));
    restore(cx, quote!(#unused #allowed let #binding = #value; #pattern))
}

/// The user's own `mut`, which rustc suggests to remove where it is not needed.
fn mutability(cx: &Context<'_>, local: LocalId) -> Option<Token![mut]> {
    let index = cx.body.params.iter().position(|param| *param == local)?;
    match &cx.generator.params.get(index)?.pat {
        Pat::Ident(it) => it.mutability,
        _ => None,
    }
}

/// The user's names for all encoded ones.
pub fn restore(cx: &Context<'_>, tokens: TokenStream) -> TokenStream {
    rename(tokens, &mut |name, span| {
        let decl = cx.body.locals.get(name.local);
        let original = if decl.ident == "self" {
            cx.names.variable(name.local)
        } else {
            &decl.ident
        };
        Some(respan(original, span))
    })
}
