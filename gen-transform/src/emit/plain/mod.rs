//! The body as written, with each yield a call: what rustc type-checks first and internal iteration runs.

mod arguments;
mod internal;
mod sources;
mod ties;
mod walk;
mod yields;

use super::Context;
use super::machine::frame_ident;
use arguments::{argument, restore};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::visit_mut::VisitMut;
use walk::Plain;

/// The closure.
///
/// Output: `|frame, sink| { let n = frame.n_slot; let () = { body }; None }`
pub fn closure(cx: &Context<'_>) -> TokenStream {
    let (frame, sink, output) = (frame_ident(), sink_ident(), result_type(cx));
    let body = body(cx);
    quote!(#[inline(always)] |#frame, #sink| #output { #body })
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
    let inside = if cx.generator.output.full {
        quote!(#body)
    } else {
        quote!(let _: () = #body; #[allow(unreachable_code)] { ::gen_core::__private::Ending::Plain })
    };
    let inside = restore(cx, inside);
    quote!(#arguments #inside)
}

fn result_type(cx: &Context<'_>) -> TokenStream {
    let output = &cx.generator.output;
    let ty = if output.full {
        &output.ret
    } else {
        &output.item
    };
    let ty = ty
        .as_ref()
        .map_or_else(|| quote!(_), ToTokens::to_token_stream);
    if output.full {
        quote!(-> #ty)
    } else {
        quote!(-> ::gen_core::__private::Ending<#ty>)
    }
}

pub fn sink_ident() -> Ident {
    Ident::new("sink", Span::mixed_site())
}
