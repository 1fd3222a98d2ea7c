//! The frame: a field for each local that outlives a run, generic over its type.

use super::Context;
use super::machine::is_recursive;
use super::spans::at;
use super::structure::DONE;
use crate::analyse::{FrameLayout, Storage, scalars};
use crate::ir::Body;
use crate::lower::bind_arguments;
use crate::resolve::{LocalId, LocalKind};
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use std::collections::BTreeSet;
use syn::Expr;

/// The saved locals, newest first: the order of the fields is the order of their drops.
pub fn saved_locals(body: &Body, layout: &FrameLayout) -> Vec<LocalId> {
    let mut order = declaration_order(body);
    order.retain(|id| is_saved(layout.storage(*id)));
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
fn declaration_order(body: &Body) -> Vec<LocalId> {
    let mut seen = BTreeSet::new();
    let all = body.declared.iter().copied().chain(body.locals.ids());
    all.filter(|id| seen.insert(*id)).collect()
}

/// The type of the frame: `Variables`, out of sight where it is used, except that a recursive generator makes frames inside
/// its body, too.
fn type_name(cx: &Context<'_>) -> Ident {
    let name = if is_recursive(cx) {
        "__GeneratorVariables"
    } else {
        &cx.generator.frame
    };
    let function = cx.generator.item.as_ref();
    let span = function.map_or_else(Span::mixed_site, |item| at(item.sig.ident.span()));
    Ident::new(name, span)
}

/// The frame of a generator that has not started.
///
/// Output: `{ struct Variables<A, B> { state: u32, b: B, a: Option<A> } impl<..> Frame .. ; Variables { state: 0, b: 0, a: Some(a) } }`
pub fn construct(cx: &Context<'_>) -> TokenStream {
    let value = fresh(cx, &|id| cx.body.locals.get(id).ident.clone());
    if is_recursive(cx) {
        return value;
    }
    let definition = definition(cx);
    quote!({ #definition #value })
}

/// The frame of a callee, in the body of a recursive generator.
///
/// Output: `{ let arg0: T = value; __GeneratorVariables { state: 0, a: Some(arg0) } }`
pub fn callee(cx: &Context<'_>, arguments: &[Expr]) -> TokenStream {
    let (lets, names) = bind_arguments(cx.generator, arguments);
    let name_of = |id: LocalId| {
        let position = cx.body.params.iter().position(|param| *param == id);
        position.map_or_else(|| type_name(cx), |at| names[at].clone())
    };
    let value = fresh(cx, &name_of);
    quote!({ #lets #value })
}

/// The type of the frame, and what the runtime asks of it.
pub fn definition(cx: &Context<'_>) -> TokenStream {
    let saved = &cx.saved;
    let types = type_parameters("T", saved.len());
    let fields: Vec<TokenStream> = saved
        .iter()
        .zip(&types)
        .map(|(id, ty)| {
            let (field, ty) = (cx.names.slot(*id), field_type(cx, *id, ty));
            quote!(#field: #ty)
        })
        .collect();
    let cleared: Vec<TokenStream> = saved.iter().filter_map(|id| clear(cx, *id)).collect();
    let cloned = cx.generator.output.clone.then(|| cloned(cx, &types));
    let done = Literal::u32_unsuffixed(DONE);
    let name = type_name(cx);
    quote! {
        struct #name<#(#types),*> {
            state: u32,
            #(#fields),*
        }
        impl<#(#types),*> ::gen_core::__private::Frame for #name<#(#types),*> {
            #[inline]
            fn state(&self) -> u32 { self.state }
            #[inline]
            fn clear(&mut self) { self.state = #done; #(#cleared)* }
        }
        #cloned
    }
}

/// `Clone`, its bounds where the variables are declared: there rustc points to where it says which one cannot be cloned.
///
/// Output: `impl<A: Clone> Clone for Variables<A> { fn clone(&self) -> Self { Variables { state: self.state, a: Clone::clone(&self.a) } } }`
fn cloned(cx: &Context<'_>, types: &[Ident]) -> TokenStream {
    let bounds = cx.saved.iter().zip(types).map(|(id, ty)| {
        let bound = quote_spanned!(cx.declared_by_user(*id)=> ::core::clone::Clone);
        quote!(#ty: #bound)
    });
    let fields = cx.saved.iter().map(|id| {
        let field = cx.names.slot(*id);
        quote!(#field: ::core::clone::Clone::clone(&self.#field))
    });
    let name = type_name(cx);
    quote! {
        impl<#(#bounds),*> ::core::clone::Clone for #name<#(#types),*> {
            #[inline]
            fn clone(&self) -> Self { #name { state: self.state, #(#fields),* } }
        }
    }
}

/// A frame that has not started, its arguments in these variables.
fn fresh(cx: &Context<'_>, argument: &dyn Fn(LocalId) -> Ident) -> TokenStream {
    let fields = cx.saved.iter().map(|id| {
        let (field, value) = (cx.names.slot(*id), initial(cx, *id, argument));
        quote!(#field: #value)
    });
    let name = type_name(cx);
    quote!(#name { state: 0, #(#fields),* })
}

fn type_parameters(prefix: &str, count: usize) -> Vec<Ident> {
    (0..count)
        .map(|index| format_ident!("{}{}", prefix, index, span = Span::mixed_site()))
        .collect()
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
fn initial(cx: &Context<'_>, id: LocalId, argument: &dyn Fn(LocalId) -> Ident) -> TokenStream {
    let decl = cx.body.locals.get(id);
    let is_param = decl.kind == LocalKind::Param;
    let argument = argument(id);
    match cx.layout.storage(id) {
        Storage::Scalar { .. } if is_param => quote!(#argument),
        Storage::Scalar { .. } => cx.scalars[id.index()]
            .as_ref()
            .and_then(scalars::Scalar::placeholder)
            .unwrap_or_default(),
        Storage::Bare => decl
            .init
            .as_ref()
            .and_then(|init| scalars::in_place_placeholder(init, &cx.scalars))
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
