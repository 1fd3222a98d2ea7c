//! The frame: a field for each local that outlives a run, generic over its type.

use super::Context;
use super::structure::DONE;
use crate::analyse::{Storage, scalars};
use crate::resolve::{LocalId, LocalKind};
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{format_ident, quote};
use std::collections::BTreeSet;

/// The saved locals, newest first: the order of the fields is the order of their drops.
pub fn saved_locals(cx: &Context<'_>) -> Vec<LocalId> {
    let mut order = declaration_order(cx);
    order.retain(|id| is_saved(cx.layout.storage(*id)));
    order.reverse();
    order
}

/// Whether a local has a field in the frame.
pub fn is_saved(storage: Storage) -> bool {
    match storage {
        Storage::Slot { saved } | Storage::Scalar { saved } => saved,
        Storage::Bare | Storage::Kept => true,
        Storage::Unused | Storage::Block => false,
    }
}

/// All locals in the order in which they come to life: parameters, then the first statement that declares each.
fn declaration_order(cx: &Context<'_>) -> Vec<LocalId> {
    let mut seen = BTreeSet::new();
    let all = cx
        .body
        .params
        .iter()
        .chain(&cx.body.declared)
        .copied()
        .chain(cx.body.locals.ids());
    all.filter(|id| seen.insert(*id)).collect()
}

/// The frame of a generator that has not started.
///
/// Output: `{ struct Frame<A, B> { state: u32, b: B, a: Option<A> } impl<..> Frame .. ; Frame { state: 0, b: 0, a: Some(a) } }`
pub fn construct(cx: &Context<'_>) -> TokenStream {
    let saved = saved_locals(cx);
    let types: Vec<Ident> = (0..saved.len())
        .map(|index| format_ident!("T{}", index, span = Span::mixed_site()))
        .collect();
    let fields: Vec<&Ident> = saved.iter().map(|id| cx.names.slot(*id)).collect();
    let declared: Vec<TokenStream> = saved
        .iter()
        .zip(&types)
        .map(|(id, ty)| field_type(cx, *id, ty))
        .collect();
    let known = scalars::scalars(&cx.body.locals);
    let values = saved.iter().map(|id| initial(cx, *id, &known));
    let cleared: Vec<TokenStream> = saved.iter().filter_map(|id| clear(cx, *id)).collect();
    let (kept, kept_types): (Vec<Ident>, Vec<Ident>) = saved
        .iter()
        .filter(|id| cx.layout.storage(**id) == Storage::Kept)
        .enumerate()
        .map(|(index, id)| {
            (
                cx.kept_type(*id),
                format_ident!("K{}", index, span = Span::mixed_site()),
            )
        })
        .unzip();
    let derive = cx
        .generator
        .output
        .clone
        .then(|| quote!(#[derive(::core::clone::Clone)]));
    let done = Literal::u32_unsuffixed(DONE);
    quote!({
        #derive
        struct Frame<#(#types,)* #(#kept_types),*> {
            state: u32,
            #(#fields: #declared,)*
            #(#kept: ::gen_core::__private::Probe<#kept_types>),*
        }
        impl<#(#types,)* #(#kept_types),*> ::gen_core::__private::Frame for Frame<#(#types,)* #(#kept_types),*> {
            #[inline]
            fn is_unresumed(&self) -> bool { self.state == 0 }
            #[inline]
            fn is_done(&self) -> bool { self.state == #done }
            #[inline]
            fn clear(&mut self) { #(#cleared)* }
        }
        Frame { state: 0, #(#fields: #values,)* #(#kept: ::gen_core::__private::Probe::new()),* }
    })
}

fn field_type(cx: &Context<'_>, id: LocalId, ty: &Ident) -> TokenStream {
    match cx.layout.storage(id) {
        Storage::Scalar { .. } | Storage::Bare => quote!(#ty),
        Storage::Slot { .. } | Storage::Kept | Storage::Unused | Storage::Block => {
            quote!(::core::option::Option<#ty>)
        }
    }
}

/// What a field holds before the first run.
fn initial(cx: &Context<'_>, id: LocalId, known: &[Option<scalars::Scalar>]) -> TokenStream {
    let decl = cx.body.locals.get(id);
    let is_param = decl.kind == LocalKind::Param;
    let argument = &decl.ident;
    match cx.layout.storage(id) {
        Storage::Scalar { .. } if is_param => quote!(#argument),
        Storage::Scalar { .. } => known[id.index()]
            .as_ref()
            .and_then(scalars::Scalar::placeholder)
            .unwrap_or_default(),
        Storage::Bare => decl
            .init
            .as_ref()
            .and_then(|init| scalars::in_place_placeholder(init, known))
            .unwrap_or_default(),
        _ if is_param => quote!(::core::option::Option::Some(#argument)),
        Storage::Slot { .. } | Storage::Kept | Storage::Unused | Storage::Block => {
            quote!(::core::option::Option::None)
        }
    }
}

fn clear(cx: &Context<'_>, id: LocalId) -> Option<TokenStream> {
    let field = cx.names.slot(id);
    match cx.layout.storage(id) {
        Storage::Slot { .. } | Storage::Kept => {
            Some(quote!(self.#field = ::core::option::Option::None;))
        }
        Storage::Scalar { .. } | Storage::Bare | Storage::Unused | Storage::Block => None,
    }
}
