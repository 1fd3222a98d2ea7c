//! `yield_from!` in the plain body.

use super::Context;
use super::plain::sink_ident;
use crate::lower::{bind_arguments, self_call};
use proc_macro2::{Ident, Span};
use quote::{quote, quote_spanned};
use syn::Expr;
use syn::spanned::Spanned;

/// What runs the delegate to its end, its items given to the sink.
///
/// Output: `match value { given => run((&&&Source::of(&given)).delegate(given), first, &mut |item| sink(item)) }`
pub fn delegated(cx: &Context<'_>, value: &Expr) -> Expr {
    let output = &cx.generator.output;
    let (at, resume) = (
        Span::mixed_site().located_at(value.span()),
        output.resume_type(),
    );
    let (item, given) = (Ident::new("item", at), Ident::new("given", at));
    let mut sink = sink_ident();
    sink.set_span(at);
    let ty = output.item.as_ref().map(|ty| quote!(: #ty));
    let first = if output.is_iterator() {
        quote!(Some(()))
    } else {
        quote!(None)
    };
    let code = quote_spanned! {at=>
        match (#value) {
            #given => {
                use ::gen_core::__private::{TakesNothing as _, TakesValues as _};
                use ::gen_core::bounds::TakesNone as _;
                let #given = (&&&::gen_core::__private::Source::<#resume, _>::of(&#given)).delegate(#given);
                ::gen_core::__private::Delegate::<#resume>::run(
                    #given,
                    ::core::option::Option::#first,
                    &mut |#item| { let #item #ty = #item; #sink(#item) },
                )
            }
        }
    };
    syn::parse_quote!(#code)
}

/// What stands for a delegation of a recursive generator to itself: the arguments, for their types.
pub fn recursed(cx: &Context<'_>, value: &Expr) -> Option<Expr> {
    let arguments = self_call(cx.generator, value)?;
    let (lets, names) = bind_arguments(cx.generator, &arguments);
    let ret = cx.generator.output.return_type();
    Some(syn::parse_quote!({ #lets ::gen_core::__private::recursed::<#ret, _>((#(#names,)*)) }))
}
