//! The closure that runs the generator to its next suspension.

use super::Context;
use super::frame;
use super::imports;
use super::plain::sink_ident;
use super::spans::{at, mutable, respan};
use super::structure::{DONE, Structurer};
use super::terminators::item_binding;
use crate::analyse::{Storage, scalars};
use crate::ir::{BasicBlock, Terminator};
use crate::lower::{frame_arguments, returned_ident, sent_ident};
use crate::resolve::{LocalId, LocalKind};
use proc_macro2::{Delimiter, Group, Ident, Literal, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use std::collections::BTreeSet;
use syn::Expr;

/// The closure.
///
/// Output: `|frame| { let mut pc = frame.state; let x_slot = &mut frame.x_slot; .. match pc { .. } }`
pub fn closure(cx: &Context<'_>) -> TokenStream {
    let (mut frame, output) = (frame_ident(), result_type(cx));
    if let Some(item) = &cx.generator.item {
        frame.set_span(at(item.sig.ident.span()));
    }
    let received = received_parameters(cx);
    let (run, silent) = (braced(cx, run(cx)), super::silent());
    let unsafe_ops = unsafe_ops(cx);
    quote! {
        #[inline(always)]
        #silent
        #unsafe_ops
        |#frame #received| #output #run
    }
}

/// The level of a lint that decides what rustc says of a call that needs an `unsafe` block, and whether the whole of an
/// unsafe function counts as one: the same here as in the plain body. In a safe function it never warns.
fn unsafe_ops(cx: &Context<'_>) -> TokenStream {
    match &cx.generator.item {
        Some(item) if item.sig.unsafety.is_some() => quote!(#[warn(unsafe_op_in_unsafe_fn)]),
        Some(_) => quote!(#[deny(unsafe_op_in_unsafe_fn)]),
        None => TokenStream::new(),
    }
}

/// The run between the user's braces: what is dropped at its end, rustc says to be dropped there.
fn braced(cx: &Context<'_>, run: TokenStream) -> Group {
    let mut group = Group::new(Delimiter::Brace, run);
    group.set_span(cx.generator.body.brace_token.span.close());
    group
}

/// The closure of an anonymous generator: one for both ways to run it, so that what it captures is captured once.
///
/// Output: `|frame, sink| { let mut yielded; if let Some(sink) = sink { return { plain body } } state machine }`
pub fn both(cx: &Context<'_>) -> TokenStream {
    let (frame, sink, output) = (frame_ident(), sink_ident(), result_type(cx));
    let (plain, run) = (super::plain::body(cx), run(cx));
    let silent = super::silent();
    let captures = cx.generator.capture_move.then(|| quote!(move));
    let item = cx.shared_item();
    let item = item.map(|item| quote!(#[allow(unused_mut)] let #item;));
    quote! {
        #[inline(always)]
        #captures |#frame, #sink| #output {
            #item
            if let ::core::option::Option::Some(#sink) = #sink { return { #plain }; }
            #silent
            { #run }
        }
    }
}

/// One run, as the body of a closure that has the frame.
pub fn run(cx: &Context<'_>) -> TokenStream {
    let locals = variables(cx);
    let mut structurer = Structurer::new(cx);
    let run = structurer.run(&after_end(cx));
    let pc = structurer.declare_pc();
    let unfinished = super::plain::unfinished(cx);
    let bindings = surely_bindings(cx);
    let imports = imports::of_run(cx, &quote!(#locals #run));
    quote! {
        #imports
        #bindings #unfinished
        #pc
        #locals
        #run
    }
}

/// Code that does nothing, unless a name that patterns bind, and that has another name here, is a constant or variant in lower
/// case: then rustc says so, for a `let` cannot bind it.
///
/// Output: `{ let x: (); }`
fn surely_bindings(cx: &Context<'_>) -> Option<TokenStream> {
    let locals = &cx.body.locals;
    let renamed = locals.ids().filter(|id| {
        let decl = locals.get(*id);
        let of_pattern =
            decl.kind == LocalKind::User && decl.init.is_none() && decl.item_of.is_none();
        of_pattern && !decl.mutable && !decl.by_ref && *cx.names.variable(*id) != decl.ident
    });
    let mut names: Vec<&Ident> = renamed.map(|id| &locals.get(id).ident).collect();
    let mut seen = BTreeSet::new();
    names.retain(|name| seen.insert(name.to_string()));
    (!names.is_empty()).then(|| quote!({ #(let #names: ();)* }))
}

/// What a run returns, as far as it can be named: `Option<_>`, whose type the yields tell, `GeneratorState<T, V>` or
/// `Step<F, T, V>`.
fn result_type(cx: &Context<'_>) -> TokenStream {
    let output = &cx.generator.output;
    let hole = || quote!(_);
    let item = output.item.as_ref().map_or_else(hole, |ty| quote!(#ty));
    let ret = output.return_type();
    if is_recursive(cx) {
        quote!(-> ::gen_core::__private::Step<_, #item, #ret>)
    } else if output.full {
        quote!(-> ::gen_core::GeneratorState<#item, #ret>)
    } else if is_anonymous(cx) {
        quote!(-> ::gen_core::__private::Ending<#item>)
    } else {
        quote!(-> ::core::option::Option<_>)
    }
}

/// Whether one closure holds both ways to run the generator, so that they return the same type.
fn is_anonymous(cx: &Context<'_>) -> bool {
    cx.generator.item.is_none()
}

/// Whether the generator delegates to itself.
pub fn is_recursive(cx: &Context<'_>) -> bool {
    let calls = |block: &BasicBlock| matches!(&block.terminator, Terminator::Yield { value, .. } if frame_arguments(value).is_some());
    cx.body.blocks.iter().any(calls)
}

pub fn frame_ident() -> Ident {
    Ident::new("generator", Span::mixed_site())
}

/// The parameters beside the frame: what was sent, and what a callee has returned.
fn received_parameters(cx: &Context<'_>) -> TokenStream {
    let (sent, returned) = (sent_ident(), returned_ident());
    if is_recursive(cx) {
        quote!(, mut #sent, mut #returned)
    } else if cx.generator.output.full {
        quote!(, mut #sent)
    } else {
        TokenStream::new()
    }
}

/// The variables of a run: a reference to each field, the plain values themselves.
fn variables(cx: &Context<'_>) -> TokenStream {
    let mut out = TokenStream::new();
    for id in cx.body.locals.ids() {
        let (variable, slot) = (cx.names.variable(id), cx.names.slot(id));
        let span = cx.declared_at(id);
        let frame = respan(&frame_ident(), span);
        match cx.layout.storage(id) {
            Storage::Block | Storage::Unused => {}
            Storage::Scalar { saved: true } => {
                let variable = mutable(variable);
                out.extend(quote_spanned!(span=> let #variable = #frame.#slot;))
            }
            Storage::Scalar { saved: false } => {
                let zero = cx.scalars[id.index()]
                    .as_ref()
                    .and_then(scalars::Scalar::placeholder);
                let variable = mutable(variable);
                out.extend(quote!(let #variable = #zero;));
            }
            Storage::Bare => out.extend(quote_spanned!(span=> let #variable = &mut #frame.#slot;)),
            Storage::Slot { saved: true } => {
                out.extend(quote_spanned!(span=> let #slot = &mut #frame.#slot;))
            }
            Storage::Slot { saved: false } => {
                let ty = slot_type(cx, id);
                out.extend(
                    quote_spanned!(span=> let mut #slot: #ty = ::core::option::Option::None;),
                )
            }
            Storage::Kept => {
                let (kept, ty) = (cx.kept(id), cx.kept_type(id));
                out.extend(quote_spanned!(span=> let #kept = &mut #frame.#slot; let mut #slot = ::core::option::Option::None; let #ty = ::gen_core::__private::Probe::unknown();));
            }
        }
    }
    out
}

/// The type of a slot that is not in the frame: written down where the body may never give it a value.
fn slot_type(cx: &Context<'_>, id: LocalId) -> TokenStream {
    let output = &cx.generator.output;
    let ty = if Some(id) == cx.body.ret {
        output.ret.as_ref()
    } else if Some(id) == cx.body.last_item {
        output.item.as_ref()
    } else {
        None
    };
    let ty = ty.map_or_else(|| quote!(_), ToTokens::to_token_stream);
    quote!(::core::option::Option<#ty>)
}

/// The suspension: the item is made, what the run has changed is written back, the state set.
///
/// Output: `let item: T = value; frame.n_slot = n; frame.state = 2; return Some(item);`
pub fn suspend(cx: &Context<'_>, value: &Expr, suspend: usize, number: &Literal) -> TokenStream {
    let frame = frame_ident();
    let callee = frame_arguments(value).map(|arguments| frame::callee(cx, &arguments));
    let (item, binding) = match &callee {
        Some(callee) => {
            let item = Ident::new("callee", Span::mixed_site());
            (item.clone(), quote!(let #item = #callee;))
        }
        None => item_binding(cx, value),
    };
    let written = cx
        .saved
        .iter()
        .filter(|id| needs_write_back(cx, **id, suspend))
        .map(|id| {
            let (value, slot) = (cx.written_back(*id, suspend), cx.names.slot(*id));
            quote!(#frame.#slot = #value;)
        });
    let result = match callee {
        Some(_) => quote!(::gen_core::__private::Step::Call(#item)),
        None => yielded(cx, &item),
    };
    // An item that does not live long enough is returned at the yield.
    let span = at(cx.body.suspend_points[suspend].span);
    let result: TokenStream = result
        .into_iter()
        .map(|mut tree| {
            tree.set_span(span);
            tree
        })
        .collect();
    let leave = quote_spanned!(span=> return #result;);
    quote!(#binding #(#written)* #frame.state = #number; #leave)
}

/// The result of a run that ends in an item.
fn yielded(cx: &Context<'_>, item: impl ToTokens) -> TokenStream {
    if is_recursive(cx) {
        quote!(::gen_core::__private::Step::Yielded(#item))
    } else if cx.generator.output.full {
        quote!(::gen_core::GeneratorState::Yielded(#item))
    } else if is_anonymous(cx) {
        quote!(::gen_core::__private::Ending::LastItem(#item))
    } else {
        quote!(::core::option::Option::Some(#item))
    }
}

fn needs_write_back(cx: &Context<'_>, id: LocalId, suspend: usize) -> bool {
    let decl = cx.body.locals.get(id);
    let constant = decl.kind == LocalKind::Param && !decl.mutable;
    matches!(cx.layout.storage(id), Storage::Scalar { saved: true })
        && !constant
        && cx.layout.live[suspend].has(id)
}

/// The end.
///
/// Output: `frame.state = DONE; return None;`
pub fn ended(cx: &Context<'_>) -> TokenStream {
    let value = match cx.body.ret {
        Some(ret) => cx.take(ret, Span::mixed_site()),
        None => quote!(()),
    };
    let (done, complete) = (done(), complete(cx, &value));
    quote!(#done #complete)
}

/// `frame.state = DONE;`
fn done() -> TokenStream {
    let (frame, done) = (frame_ident(), Literal::u32_unsuffixed(DONE));
    quote!(#frame.state = #done;)
}

/// The result of a run that comes to the end of the body.
fn complete(cx: &Context<'_>, value: &TokenStream) -> TokenStream {
    if is_recursive(cx) {
        quote!(return ::gen_core::__private::Step::Complete(#value);)
    } else if cx.generator.output.full {
        quote!(return ::gen_core::GeneratorState::Complete(#value);)
    } else if is_anonymous(cx) {
        quote!(return ::gen_core::__private::Ending::Plain;)
    } else {
        quote!(return ::core::option::Option::None;)
    }
}

/// A run after the end: where there was a final value, it is gone.
fn after_end(cx: &Context<'_>) -> TokenStream {
    if cx.generator.output.full {
        quote!(::gen_core::__private::resumed_after_end();)
    } else {
        complete(cx, &quote!(()))
    }
}

/// The end with one item more.
pub fn finish(cx: &Context<'_>, local: LocalId) -> TokenStream {
    let (done, item) = (done(), yielded(cx, cx.take(local, Span::mixed_site())));
    quote!(#done return #item;)
}
