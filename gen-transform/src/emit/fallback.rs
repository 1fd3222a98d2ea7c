//! What is emitted for a generator with errors.

use super::{Context, plain, scoped_items, signature};
use crate::input::{GeneratorFn, Wrapper};
use proc_macro2::TokenStream;
use quote::quote;

/// The function with its signature and a body that diverges, so that its callers still type-check; of an anonymous generator,
/// an iterator without items.
pub fn fallback(generator: &GeneratorFn) -> TokenStream {
    with_body(generator, &TokenStream::new())
}

/// The same with the plain body in a closure that nobody calls.
///
/// Output: `fn name(params) -> .. { items let _ = |sink: &mut dyn FnMut(_) -> _| { plain body }; never() }`
pub fn checked(cx: &Context<'_>) -> TokenStream {
    let plain = plain::unframed(cx);
    let body = scoped_items(&cx.body.items, quote!(let _ = #plain;));
    with_body(cx.generator, &body)
}

fn with_body(generator: &GeneratorFn, body: &TokenStream) -> TokenStream {
    let Some(item) = &generator.item else {
        return quote!(::core::iter::empty());
    };
    let head = signature::head(generator, item);
    let item_ty = generator
        .output
        .item
        .as_ref()
        .map_or_else(|| quote!(()), |ty| quote!(#ty));
    let value = match &generator.output.wrapper {
        Wrapper::Boxed(_) => quote!(::core::unreachable!()),
        _ if generator.output.full => {
            let resume = &generator.output.resume;
            let ret = &generator.output.ret;
            quote!(::gen_core::__private::never::<#resume, #item_ty, #ret>())
        }
        _ => quote!(::gen_core::__private::never::<(), #item_ty, ()>()),
    };
    quote! {
        #[allow(unused, clippy::all, clippy::pedantic, clippy::nursery)]
        #head { #body #value }
    }
}
