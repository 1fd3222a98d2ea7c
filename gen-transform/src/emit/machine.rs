//! The closure that runs the generator to its next suspension.

use super::Context;
use super::frame::saved_locals;
use super::structure::{DONE, Structurer, pc};
use super::terminators::item_binding;
use crate::analyse::{Storage, scalars};
use crate::resolve::{LocalId, LocalKind};
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;
use syn::Expr;

/// The closure.
///
/// Output: `|frame| { let mut pc = replace(&mut frame.state, DONE); let x_slot = &mut frame.x_slot; .. match pc { .. } }`
pub fn closure(cx: &Context<'_>) -> TokenStream {
    let (frame, pc) = (frame_ident(), pc());
    let done = Literal::u32_unsuffixed(DONE);
    let locals = variables(cx);
    let ended = ended(cx);
    let run = Structurer::new(cx).run(&ended);
    let (sent, sent_binding) = sent_parameter(cx);
    let output = result_type(cx);
    quote! {
        #[inline(always)]
        #[allow(warnings, clippy::all, clippy::pedantic, clippy::nursery, clippy::restriction)]
        |#frame #sent| #output {
            use ::gen_core::__private::{ProbeCopy as _, ProbeMut as _, ProbeOwned as _};
            let mut #pc = ::core::mem::replace(&mut #frame.state, #done);
            #sent_binding
            #locals
            #run
        }
    }
}

/// `Option<T>` or `GeneratorState<T, V>`, as far as it can be named.
fn result_type(cx: &Context<'_>) -> TokenStream {
    let output = &cx.generator.output;
    let hole = || quote!(_);
    let item = output.item.as_ref().map_or_else(hole, |ty| quote!(#ty));
    if output.full {
        let ret = output.ret.as_ref().map_or_else(hole, |ty| quote!(#ty));
        quote!(-> ::gen_core::GeneratorState<#item, #ret>)
    } else {
        quote!(-> ::core::option::Option<#item>)
    }
}

pub fn frame_ident() -> Ident {
    Ident::new("frame", Span::mixed_site())
}

fn sent_ident() -> Ident {
    Ident::new("sent", Span::mixed_site())
}

/// The second parameter of a generator that takes values, and where a run starts with one.
fn sent_parameter(cx: &Context<'_>) -> (TokenStream, TokenStream) {
    if !cx.generator.output.full {
        return (TokenStream::new(), TokenStream::new());
    }
    let sent = sent_ident();
    (quote!(, mut #sent), received(cx))
}

/// Stores what was sent for the suspend point at which the run starts.
///
/// Output: `match pc { 2 => x = take(sent), .. }`
fn received(cx: &Context<'_>) -> TokenStream {
    let _ = cx;
    TokenStream::new()
}

/// The variables of a run: a reference to each field, the plain values themselves.
fn variables(cx: &Context<'_>) -> TokenStream {
    let frame = frame_ident();
    let known = scalars::scalars(&cx.body.locals);
    let mut out = TokenStream::new();
    for id in cx.body.locals.ids() {
        let (variable, slot) = (cx.names.variable(id), cx.names.slot(id));
        match cx.layout.storage(id) {
            Storage::Block | Storage::Unused => {}
            Storage::Scalar { saved: true } => {
                out.extend(quote!(let mut #variable = #frame.#slot;))
            }
            Storage::Scalar { saved: false } => {
                let zero = known[id.index()]
                    .as_ref()
                    .and_then(scalars::Scalar::placeholder);
                out.extend(quote!(let mut #variable = #zero;));
            }
            Storage::Bare => out.extend(quote!(let #variable = &mut #frame.#slot;)),
            Storage::Slot { saved: true } => out.extend(quote!(let #slot = &mut #frame.#slot;)),
            Storage::Slot { saved: false } => {
                out.extend(quote!(let mut #slot = ::core::option::Option::None;))
            }
            Storage::Kept => {
                let (kept, ty) = (cx.kept(id), cx.kept_type(id));
                out.extend(quote!(let #kept = &mut #frame.#slot; let mut #slot = ::core::option::Option::None; let #ty = #frame.#ty;));
            }
        }
    }
    out
}

/// The suspension: the item is made, what the run has changed is written back, the state set.
///
/// Output: `let item: T = value; frame.n_slot = n; frame.state = 2; return Some(item);`
pub fn suspend(cx: &Context<'_>, value: &Expr, suspend: usize, number: &Literal) -> TokenStream {
    let frame = frame_ident();
    let (item, binding) = item_binding(cx, value);
    let written = saved_locals(cx)
        .into_iter()
        .filter(|id| needs_write_back(cx, *id, suspend))
        .map(|id| {
            let (variable, slot) = (cx.names.variable(id), cx.names.slot(id));
            quote!(#frame.#slot = #variable;)
        });
    let result = if cx.generator.output.full {
        quote!(::gen_core::GeneratorState::Yielded(#item))
    } else {
        quote!(::core::option::Option::Some(#item))
    };
    quote!(#binding #(#written)* #frame.state = #number; return #result;)
}

fn needs_write_back(cx: &Context<'_>, id: LocalId, suspend: usize) -> bool {
    let decl = cx.body.locals.get(id);
    let constant = decl.kind == LocalKind::Param && !decl.mutable;
    matches!(cx.layout.storage(id), Storage::Scalar { saved: true })
        && !constant
        && cx.layout.live[suspend].has(id)
}

/// The end.
pub fn ended(cx: &Context<'_>) -> TokenStream {
    match cx.body.ret {
        Some(ret) if cx.generator.output.full => {
            let value = cx.take(ret, Span::mixed_site());
            quote!(return ::gen_core::GeneratorState::Complete(#value);)
        }
        _ => quote!(return ::core::option::Option::None;),
    }
}

/// The end with one item more.
pub fn finish(cx: &Context<'_>, local: LocalId) -> TokenStream {
    let item = cx.take(local, Span::mixed_site());
    quote!(return ::core::option::Option::Some(#item);)
}
