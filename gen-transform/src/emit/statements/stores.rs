//! Where values go: to the variable, the field or the slot of their local.

use super::{BlockWriter, bound_name};
use crate::analyse::Storage;
use crate::emit::spans::{at, mutable};
use crate::emit::{Context, finished};
use crate::resolve::{LocalId, LocalKind, TempKind};
use crate::syntax::unparen;
use proc_macro2::{Delimiter, Group, Literal, TokenStream};
use quote::{quote, quote_spanned};
use syn::Expr;
use syn::spanned::Spanned;

impl BlockWriter<'_, '_> {
    /// Gives a declared local its value.
    pub fn init(&mut self, local: LocalId, value: &Expr) {
        let is_iter = self.cx.body.locals.get(local).kind == LocalKind::Temp(TempKind::Iter);
        let whole = is_iter.then(|| as_whole_loop(value));
        let value = whole.as_ref().unwrap_or(value);
        let (variable, place) = (self.cx.names.variable(local), self.cx.slot_place(local));
        let reference = self.cx.slot_ref(local);
        let span = self.cx.users(value.span());
        match self.cx.layout.storage(local) {
            Storage::Unused => self.push(quote!(let _ = #value;)),
            Storage::Block if self.declare_outside(local) => self.push(quote!(#variable = #value;)),
            Storage::Block => {
                self.open_for(local);
                let variable = mutable(variable);
                self.push(quote!(let #variable = #value;));
            }
            Storage::Scalar { .. } => self.push(quote!(#variable = #value;)),
            Storage::Bare => self.push(quote!(*#variable = #value;)),
            Storage::Slot { saved } if self.used_in_block(local) && !self.outlives_turn(saved) => {
                let insert = quote_spanned!(span=> let #variable = ::core::option::Option::insert(#reference, #value););
                self.push(self.cx.as_declared(local, insert));
                self.bind(local);
            }
            Storage::Slot { .. } => {
                let store =
                    quote_spanned!(at(span)=> #place = ::core::option::Option::Some(#value););
                self.push(self.cx.as_declared(local, store));
            }
            Storage::Kept => {
                let put = self.cx.put_declared(local, &quote!(#value));
                self.push(quote!(#put;));
                self.unbind(local);
            }
        }
    }

    /// Whether what a slot of the run has borrowed counts as borrowed in the next turn of a loop, unless it is assigned there
    /// as a whole: `insert` looks at what it held.
    fn outlives_turn(&self, saved: bool) -> bool {
        !saved && self.cx.in_cycle.contains(&self.block)
    }

    /// Moves a variable that a pattern has bound to where the local is kept.
    pub fn store_binding(&mut self, local: LocalId) {
        self.push(stored(self.cx, local));
        if self.cx.is_slot(local) {
            self.unbind(local);
        }
    }
}

/// The head of a loop as an expression that starts and ends where the loop does, see `lower::loops`.
///
/// Input: `into_iter(head)` · Output: `into_iter((head,).0)`
fn as_whole_loop(value: &Expr) -> Expr {
    let mut value = value.clone();
    if let Expr::Call(call) = &mut value
        && let Some(head) = call.args.first_mut()
        && !matches!(unparen(head), Expr::Range(_))
    {
        let mut tuple = Group::new(Delimiter::Parenthesis, quote!(#head,));
        tuple.set_span(call.func.span());
        let mut first = Literal::usize_unsuffixed(0);
        first.set_span(call.paren_token.span.close());
        *head = finished::operand(quote!(#tuple.#first));
    }
    value
}

/// What moves the variable that a pattern has bound to where its local is kept.
pub fn stored(cx: &Context<'_>, local: LocalId) -> TokenStream {
    let variable = cx.names.variable(local);
    match cx.layout.storage(local) {
        Storage::Block | Storage::Unused => TokenStream::new(),
        Storage::Scalar { .. } => {
            let bound = bound_name(variable);
            quote!(#variable = #bound;)
        }
        Storage::Bare => {
            let bound = bound_name(variable);
            quote!(*#variable = #bound;)
        }
        Storage::Slot { .. } | Storage::Kept => {
            let put = cx.put(local, &quote!(#variable));
            quote!(#put;)
        }
    }
}
