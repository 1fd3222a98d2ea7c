//! `#[generator] fn ..` to [`GeneratorFn`].

use super::{Args, GeneratorFn, Output, Param};
use crate::errors::Errors;
use proc_macro2::{Span, TokenStream};
use quote::format_ident;
use syn::spanned::Spanned;
use syn::{AttrStyle, FnArg, Ident, ItemFn, Pat};

/// Parses the attribute's options and the function under it.
///
/// # Errors
/// The tokens to emit instead: the errors, with the function's signature where that much could be read.
pub fn parse_function(args: TokenStream, item: TokenStream) -> Result<GeneratorFn, TokenStream> {
    let mut errors = Errors::default();
    let args = Args::parse(args, &mut errors);
    let mut function: ItemFn = match syn::parse2(super::groups::flatten(item.clone())) {
        Ok(function) => function,
        Err(error) => return Err(super::partial::reject(item, error, errors)),
    };
    inner_attributes(&mut function);
    repeated_attributes(&mut function, &mut errors);
    unsupported_kinds(&function.sig, &mut errors);
    let output = Output::parse(&function.sig, &mut errors);
    if args.size.is_some() && !output.is_iterator() {
        errors.error_on(
            &function.sig.output,
            "only an iterator has a size: remove `size_hint` or `exact_size`, or let the generator be sent nothing (`impl Generator<(), ..>`)",
        );
    }
    let mut body = (*function.block).clone();
    super::nested::expand(&mut body, "__Variables");
    let generator = GeneratorFn {
        args,
        params: params(&function.sig),
        output,
        body,
        item: Some(function),
        capture_move: false,
        frame: super::FRAME.to_string(),
        unfinished: false,
    };
    match errors.propagate() {
        Ok(()) => Ok(generator),
        Err(errors) => Err(super::partial::erroneous(&generator, &errors)),
    }
}

/// `#![allow(..)]` at the start of a body is an attribute of the function, wherever it stands.
fn inner_attributes(function: &mut ItemFn) {
    for attr in &mut function.attrs {
        attr.style = AttrStyle::Outer;
    }
}

/// Takes away further `#[generator]`s, which would see what the first one made.
fn repeated_attributes(function: &mut ItemFn, errors: &mut Errors) {
    function.attrs.retain(|attr| {
        let last = attr.path().segments.last();
        let repeated = last.is_some_and(|segment| segment.ident == "generator");
        if repeated {
            errors.error_on(
                attr,
                "`#[generator]` stands above this function twice: remove one of them",
            );
        }
        !repeated
    });
}

/// The kinds of function that cannot be generators, each with the reason.
fn unsupported_kinds(sig: &syn::Signature, errors: &mut Errors) {
    if let Some(token) = &sig.constness {
        errors.error(
            token.span,
            "a generator cannot be `const`: an iterator is advanced at run time; remove `const`",
        );
    }
    if let Some(token) = &sig.asyncness {
        errors.error(
            token.span,
            "a generator cannot be `async` yet: remove `async`, and let the caller await what it yields",
        );
    }
    if let Some(abi) = &sig.abi {
        errors.error_on(
            abi,
            "a generator cannot be `extern`: it returns a Rust iterator; remove the ABI",
        );
    }
    if let Some(variadic) = &sig.variadic {
        errors.error_on(
            variadic,
            "a generator cannot be variadic: take a slice or an iterator instead",
        );
    }
}

pub(super) fn params(sig: &syn::Signature) -> Vec<Param> {
    sig.inputs
        .iter()
        .enumerate()
        .map(|(index, arg)| param(index, arg))
        .collect()
}

fn param(index: usize, arg: &FnArg) -> Param {
    match arg {
        FnArg::Receiver(receiver) => {
            let ident = Ident::new("self", receiver.self_token.span);
            Param {
                pat: plain_binding(
                    ident.clone(),
                    receiver.mutability.filter(|_| receiver.reference.is_none()),
                ),
                ident,
                ty: None,
                receiver: Some(receiver.clone()),
                value: None,
            }
        }
        FnArg::Typed(typed) => Param {
            ident: param_name(index, &typed.pat),
            pat: (*typed.pat).clone(),
            ty: Some((*typed.ty).clone()),
            receiver: None,
            value: None,
        },
    }
}

/// The user's name for a plain parameter, which then shows in the signature; a hygienic one for a pattern.
fn param_name(index: usize, pat: &Pat) -> Ident {
    match pat {
        Pat::Ident(it) if it.by_ref.is_none() && it.subpat.is_none() => it.ident.clone(),
        other => format_ident!(
            "arg{}",
            index,
            span = Span::mixed_site().located_at(other.span())
        ),
    }
}

/// The pattern `name` or `mut name`.
pub(super) fn plain_binding(ident: Ident, mutability: Option<syn::Token![mut]>) -> Pat {
    Pat::Ident(syn::PatIdent {
        attrs: Vec::new(),
        by_ref: None,
        mutability,
        ident,
        subpat: None,
    })
}
