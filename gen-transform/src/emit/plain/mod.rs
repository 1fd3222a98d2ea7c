//! The body as written, with each yield a call: what rustc type-checks first and internal iteration runs.

mod arguments;
mod internal;
mod sources;
mod ties;
mod walk;
mod yields;

use super::Context;
use super::machine::frame_ident;
use crate::resolve::LocalId;
use arguments::{argument, restore};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};
use std::collections::BTreeSet;
use syn::visit_mut::VisitMut;
use walk::Plain;

/// The closure.
///
/// Output: `|frame, sink| { let n = frame.n_slot; let () = { body }; None }`
pub fn closure(cx: &Context<'_>) -> TokenStream {
    // The type of the items stands at the yields: of one that does not exist, rustc would say more as an argument.
    let output = result_type(cx, &quote!(_));
    let (frame, sink) = (frame_ident(), sink_ident());
    let body = body(cx);
    quote!(#[inline(always)] |#frame, #sink| #output { #body })
}

/// The closure where there is no frame: it takes the arguments from where they are.
pub fn unframed(cx: &Context<'_>) -> TokenStream {
    let (sink, body) = (sink_ident(), body(cx));
    let output = &cx.generator.output;
    let item = output
        .item
        .as_ref()
        .map_or_else(|| quote!(_), ToTokens::to_token_stream);
    let (resume, returns) = (output.resume_type(), result_type(cx, &item));
    quote!(|#sink: &mut dyn ::core::ops::FnMut(#item) -> #resume| #returns { #body })
}

/// The locals whose fields do not get their types from the plain body, because the type of a closure may be a part of them.
pub fn untied(cx: &Context<'_>) -> BTreeSet<LocalId> {
    let mut walk = Plain::new(cx);
    if !walk.untied.is_empty() {
        walk.visit_block_mut(&mut cx.body.plain.clone());
    }
    walk.untied
}

/// The body in the scope of its arguments.
pub fn body(cx: &Context<'_>) -> TokenStream {
    let mut body = cx.body.plain.clone();
    Plain::new(cx).visit_block_mut(&mut body);
    let arguments: TokenStream = cx
        .body
        .params
        .iter()
        .map(|local| argument(cx, *local))
        .collect();
    // Behind the body, so that an editor finds the same text before it.
    let unfinished = unfinished(cx);
    let returned = Ident::new("returned", Span::mixed_site());
    let inside = if let (true, Some(ty)) = (cx.generator.output.full, &cx.generator.output.ret) {
        // As in the state machine, so that rustc says the same of a wrong value in both, and says it once.
        quote!(let #returned: #ty = #body; #unfinished #[allow(unreachable_code)] { #returned })
    } else if cx.generator.output.full {
        quote!(#body)
    } else {
        plainly_ended(cx, &quote!(let _: () = #body; #unfinished))
    };
    let inside = restore(cx, inside);
    quote!(#arguments #inside)
}

/// The body of an iterator, which has no value at its end but perhaps the last item. Where a macro of unknown grammar may `return`,
/// that is out of a closure of its own.
///
/// Output: `{ body } Ending::Plain`, `let mut ending = Ending::Plain; called(|| { body }); ending`
fn plainly_ended(cx: &Context<'_>, body: &TokenStream) -> TokenStream {
    if !cx.body.macros.may_return() {
        return quote!(#body #[allow(unreachable_code)] { ::gen_core::__private::Ending::Plain });
    }
    let ending = ending_ident();
    let item = cx.shared_item();
    let item = item.map(|item| quote!(#[allow(unused_mut)] let #item;));
    quote!(
        let mut #ending = ::gen_core::__private::Ending::Plain;
        ::gen_core::__private::called(#[inline(always)] || { #item #body });
        #ending
    )
}

/// The variable for what the plain body ends with, where it stands in a closure.
pub fn ending_ident() -> Ident {
    Ident::new("ending", Span::mixed_site())
}

/// What takes the place of a name that is still to be written behind a dot.
pub fn unfinished(cx: &Context<'_>) -> Option<TokenStream> {
    (cx.generator.unfinished).then(|| {
        quote!(
            use ::gen_core::bounds::Unfinished as _;
        )
    })
}

fn result_type(cx: &Context<'_>, item: &TokenStream) -> TokenStream {
    let output = &cx.generator.output;
    if output.full {
        let ty = output.ret.as_ref();
        let ty = ty.map_or_else(|| quote!(_), ToTokens::to_token_stream);
        quote!(-> #ty)
    } else {
        quote!(-> ::gen_core::__private::Ending<#item>)
    }
}

pub fn sink_ident() -> Ident {
    Ident::new("sink", Span::mixed_site())
}
