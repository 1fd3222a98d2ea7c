//! The function around the generator.

use super::Context;
use super::lifetimes;
use super::machine::is_recursive;
use crate::input::{GeneratorFn, SizePromise, Wrapper};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{FnArg, ItemFn, Pat, PatIdent, ReturnType, Type};

/// Attributes, visibility and signature, as the user wrote them but for the return type and the parameters' patterns.
pub fn head(generator: &GeneratorFn, item: &ItemFn) -> TokenStream {
    let mut sig = item.sig.clone();
    sig.constness = None;
    sig.asyncness = None;
    sig.abi = None;
    sig.variadic = None;
    for (arg, param) in sig.inputs.iter_mut().zip(&generator.params) {
        match arg {
            FnArg::Receiver(receiver) if receiver.reference.is_none() => receiver.mutability = None,
            FnArg::Receiver(_) => {}
            FnArg::Typed(typed) => {
                *typed.pat = Pat::Ident(PatIdent {
                    attrs: Vec::new(),
                    by_ref: None,
                    mutability: None,
                    ident: param.ident.clone(),
                    subpat: None,
                });
            }
        }
    }
    lifetimes::share(&mut sig, &generator.body);
    sig.output = return_type(generator, item);
    let (attrs, vis) = (&item.attrs, &item.vis);
    quote!(#(#attrs)* #vis #sig)
}

/// The emitted return type.
///
/// Input: `-> T` · Output: `-> impl Iterator<Item = T> + FusedIterator`; bounds that are spelled out are added to.
///
/// The `impl` has a span of this crate, whose edition is 2024: so the type captures every lifetime in scope, whatever
/// the edition of the user's crate.
fn return_type(generator: &GeneratorFn, item: &ItemFn) -> ReturnType {
    let output = &generator.output;
    let span = match &item.sig.output {
        ReturnType::Default => Span::mixed_site(),
        ReturnType::Type(_, ty) => ty.span(),
    };
    let token = Span::mixed_site().located_at(span);
    let exact = matches!(generator.args.size, Some(SizePromise::Exact(_)))
        .then(|| quote_spanned!(token=> + ::core::iter::ExactSizeIterator));
    // As it is spelled: an `impl` in it cannot be named in the body, but stands here.
    let spelled = match (&output.item, &item.sig.output) {
        (None, ReturnType::Type(_, ty)) => Some(&**ty),
        (item, _) => item.as_ref(),
    };
    let item_ty = spelled.map_or_else(|| quote!(()), ToTokens::to_token_stream);
    let ty = match &output.wrapper {
        Wrapper::Item => {
            let iterator = quote_spanned!(token=> ::core::iter::Iterator);
            quote_spanned!(token=> impl #iterator<Item = #item_ty> + ::core::iter::FusedIterator #exact)
        }
        Wrapper::Impl(bounds) if output.full && output.is_iterator() => {
            quote_spanned!(token=> impl #bounds + ::core::iter::Iterator<Item = #item_ty> + ::core::iter::FusedIterator #exact)
        }
        Wrapper::Impl(bounds) if output.full => quote_spanned!(token=> impl #bounds),
        Wrapper::Impl(bounds) => {
            quote_spanned!(token=> impl #bounds + ::core::iter::FusedIterator #exact)
        }
        Wrapper::Boxed(ty) => ty.to_token_stream(),
        Wrapper::Anonymous => TokenStream::new(),
    };
    ReturnType::Type(Default::default(), Box::new(Type::Verbatim(ty)))
}

/// The function that puts frame and closures together.
pub fn constructor(cx: &Context<'_>) -> TokenStream {
    let output = &cx.generator.output;
    let item = output
        .item
        .as_ref()
        .map_or_else(|| quote!(_), ToTokens::to_token_stream);
    let (resume, ret) = (output.resume_type(), &output.ret);
    let name = match (output.full, is_recursive(cx)) {
        _ if cx.generator.capture_move => quote!(owning_block),
        _ if cx.generator.item.is_none() => quote!(block),
        (false, false) => quote!(iterator),
        (false, true) => quote!(recursive_iterator),
        (true, false) => quote!(coroutine::<#resume, #item, #ret, _, _, _>),
        (true, true) => quote!(recursive_coroutine::<#resume, #item, #ret, _, _, _>),
    };
    quote!(::gen_core::__private::#name)
}

/// The whole item: `items` in front of `value` in the function's body.
pub fn wrap(cx: &Context<'_>, items: TokenStream, value: TokenStream) -> TokenStream {
    let Some(item) = &cx.generator.item else {
        let given = cx.generator.params.iter().filter_map(|param| {
            let (ident, value) = (&param.ident, param.value.as_ref()?);
            Some(quote!(let #ident = #value;))
        });
        return quote!({ #items #(#given)* #value });
    };
    let head = head(cx.generator, item);
    let value = sized(cx, value);
    let value = match &cx.generator.output.wrapper {
        Wrapper::Boxed(ty) => {
            let boxed = box_path(ty);
            quote!(#boxed::new(#value))
        }
        _ => value,
    };
    quote! {
        // `FusedIterator` implies `Iterator`, but the reader wants to see both; a trait's method is refined by it.
        #[allow(clippy::implied_bounds_in_impls, refining_impl_trait)]
        #head {
            #items
            #value
        }
    }
}

/// `value` with the promise about its size, if there is one.
fn sized(cx: &Context<'_>, value: TokenStream) -> TokenStream {
    let name = cx.generator.name();
    let size = Ident::new("size", Span::mixed_site());
    match &cx.generator.args.size {
        None => value,
        Some(SizePromise::Hint(hint)) => {
            quote!({ let #size = #hint; ::gen_core::__private::with_size_hint(#value, #size, #name) })
        }
        Some(SizePromise::Exact(count)) => {
            quote!({ let #size: usize = #count; ::gen_core::__private::with_exact_size(#value, #size, #name) })
        }
    }
}

/// `Box` of `Box<dyn ..>` as the user spelled it.
fn box_path(ty: &syn::Type) -> TokenStream {
    let syn::Type::Path(path) = ty else {
        return quote!(Box);
    };
    let mut path = path.path.clone();
    if let Some(last) = path.segments.last_mut() {
        last.arguments = syn::PathArguments::None;
    }
    path.to_token_stream()
}
