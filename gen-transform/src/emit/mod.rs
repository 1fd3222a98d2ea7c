//! Last stage: the graph and the frame layout to tokens. It cannot fail.
//!
//! ```text
//! fn name(params) -> impl Iterator<Item = T> + FusedIterator {
//!     items of the body
//!     machine({ struct Variables<..> { .. } Variables { .. } }, |frame, sink| { plain body }, |frame| { state machine })
//! }
//! ```
//!
//! The plain body comes first: rustc infers all types from it and reports what is wrong in it, and internal iteration
//! runs it. The state machine behind it is silent.

mod closure_types;
mod delegate;
mod fallback;
mod finished;
mod frame;
mod imports;
mod krate;
mod lifetimes;
mod machine;
mod mentions;
mod names;
mod opened;
mod plain;
mod signature;
mod slots;
mod spans;
mod spent;
mod statements;
mod structure;
mod terminators;

use crate::analyse::FrameLayout;
use crate::analyse::scalars::{self, Scalar};
use crate::input::GeneratorFn;
use crate::ir::{BlockId, Body, Terminator};
use crate::resolve::LocalId;
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use std::collections::BTreeSet;
use syn::spanned::Spanned;

/// The lints that generated code is kept out of: all of them, group by group, since a group that the user's crate denies by
/// name stays denied under `warnings`.
fn silent() -> TokenStream {
    quote! {
        #[allow(
            warnings, unused, nonstandard_style, future_incompatible, rust_2018_idioms, rust_2021_compatibility,
            rust_2024_compatibility, missing_docs, clippy::all, clippy::pedantic, clippy::nursery, clippy::restriction
        )]
    }
}

/// The variable that all items of an anonymous generator are given to; no local has this name.
const SHARED_ITEM: &str = "yielded";

/// What all parts of the emitter look at.
struct Context<'a> {
    generator: &'a GeneratorFn,
    body: &'a Body,
    layout: &'a FrameLayout,
    names: names::Names,
    /// The locals with a field in the frame, newest first: the order of the fields is the order of their drops.
    saved: Vec<LocalId>,
    /// What is known of the locals that are plain values.
    scalars: Vec<Option<Scalar>>,
    /// Whether any local is behind an `Option`.
    has_slots: bool,
    /// The blocks that one run may come to more than once.
    in_cycle: BTreeSet<BlockId>,
    /// The blocks in which unknown macros mention variables.
    with_macros: BTreeSet<BlockId>,
    /// The blocks in which a field is moved out of a variable and given another value.
    with_holes: BTreeSet<BlockId>,
}

impl<'a> Context<'a> {
    fn new(generator: &'a GeneratorFn, body: &'a Body, layout: &'a FrameLayout) -> Self {
        let mut ids = body.locals.ids();
        let mentions = layout.mentions.iter().flatten();
        let in_macros = mentions.filter(|info| info.context.is_in_macro());
        let holes = layout.refilled.keys();
        let holes = holes.filter_map(|mention| layout.mention(*mention));
        Context {
            generator,
            body,
            layout,
            names: names::Names::choose(body),
            saved: frame::saved_locals(body, layout),
            scalars: scalars::scalars(&body.locals),
            has_slots: ids.any(|id| crate::analyse::is_slot(layout.storage(id))),
            in_cycle: structure::in_cycle(body),
            with_macros: in_macros.map(|info| info.block).collect(),
            with_holes: holes.map(|info| info.block).collect(),
        }
    }

    /// `mut yielded` where the type of the items is not written down and there are several: the one variable that all of them
    /// are given to. Of one with another type than the first, rustc says the same in both bodies.
    fn shared_item(&self) -> Option<TokenStream> {
        let blocks = self.body.blocks.iter();
        let mut values = blocks.filter_map(|block| match &block.terminator {
            Terminator::Yield { value, .. } => Some(value),
            _ => None,
        });
        let (first, more) = (values.next()?, values.next());
        let anonymous = self.generator.item.is_none() && more.is_some();
        anonymous.then(|| spans::mutable(&Ident::new(SHARED_ITEM, spans::at(first.span()))))
    }
}

/// Emits the generator.
pub fn emit(generator: &GeneratorFn, body: &Body, layout: &FrameLayout) -> TokenStream {
    let cx = Context::new(generator, body, layout);
    let frame = frame::construct(&cx);
    let constructor = signature::constructor(&cx);
    let value = match &generator.item {
        Some(_) => {
            let (plain, step) = (plain::closure(&cx), machine::closure(&cx));
            quote!(#constructor(#frame, #plain, #step))
        }
        None => {
            let both = machine::both(&cx);
            quote!(#constructor(#frame, #both))
        }
    };
    let definition = machine::is_recursive(&cx).then(|| frame::definition(&cx));
    let outermost = body.items.iter().take(1).flatten();
    let inner = body.items.get(1..).unwrap_or_default();
    let value = match inner {
        [] => value,
        _ => scoped_items(inner, value),
    };
    let emitted = signature::wrap(&cx, quote!(#(#outermost)* #definition), value);
    krate::respell(generator, emitted)
}

/// `code` inside these scopes of items, each inside the one before it.
///
/// Output: `{ struct A; { struct B; code } }`
fn scoped_items(scopes: &[Vec<syn::Item>], code: TokenStream) -> TokenStream {
    let scopes = scopes.iter().rev();
    scopes.fold(code, |code, items| quote!({ #(#items)* #code }))
}

pub use krate::{renamed, respell};

/// Emits a generator whose body can be read and whose frame cannot be made: the plain body for rustc to check, which is
/// never run.
pub fn rejected(generator: &GeneratorFn, body: &Body) -> TokenStream {
    let layout = FrameLayout::without_frame(body);
    let cx = Context::new(generator, body, &layout);
    krate::respell(generator, fallback::checked(&cx))
}

/// Emits a generator with errors: the function with a body that diverges.
pub fn fallback(generator: &GeneratorFn) -> TokenStream {
    krate::respell(generator, fallback::fallback(generator))
}
