//! What is not plain Rust: yields, and the ways to end early.

use super::walk::Plain;
use super::{ending_ident, sink_ident};
use crate::emit::spans::at;
use crate::emit::{SHARED_ITEM, delegate, finished};
use crate::lower::try_methods;
use crate::syntax::{YieldKind, filled, yield_kind, yielded};
use proc_macro2::Ident;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::visit_mut::VisitMut;
use syn::{Expr, ExprReturn, ExprTry, Macro};

impl Plain<'_, '_> {
    /// What a yielding macro becomes; `None` for another macro.
    pub fn yielding(&mut self, mac: &Macro) -> Option<Expr> {
        Some(match yield_kind(mac)? {
            YieldKind::Yield => self.yielded(mac),
            YieldKind::From => self.delegated(mac),
        })
    }

    /// `yield_!(value)`
    ///
    /// Output: `{ let item: T = value; sink(item) }`, `{ yielded = value; sink(yielded) }`
    fn yielded(&mut self, mac: &Macro) -> Expr {
        let at = at(mac.path.span());
        // What a closure takes out of a variable around it, it cannot do twice.
        let shared = self.internal == 0 && self.cx.shared_item().is_some();
        let (name, binding) = match shared {
            true => (SHARED_ITEM, None),
            false => ("item", Some(quote_spanned!(at=> let))),
        };
        let (mut sink, item) = (sink_ident(), Ident::new(name, at));
        sink.set_span(at);
        let mut value: Expr = yielded(mac).unwrap_or_else(|| syn::parse_quote!(()));
        self.visit_expr_mut(&mut value);
        let ty = self
            .cx
            .generator
            .output
            .item
            .as_ref()
            .map(|ty| quote!(: #ty));
        // What rustc suggests to add behind the expression stands behind the closing parenthesis.
        let mut end = self::at(mac.delimiter.span().join());
        let mut called = quote!(#sink);
        if !self.cx.generator.output.is_iterator() {
            // What was sent is the user's: what rustc says of its type does not name the macro. The parentheses' span counts.
            called = quote_spanned!(self.cx.users(mac.path.span())=> (#sink));
            end = self.cx.users(end);
        }
        let given = quote_spanned!(end=> (#item));
        finished::block(
            quote_spanned!(at=> #binding #item #ty = #value; #called #given),
            end,
        )
    }

    /// `yield_from!(source)`
    fn delegated(&mut self, mac: &Macro) -> Expr {
        let Some(mut value) = yielded(mac) else {
            return syn::parse_quote!(());
        };
        self.visit_expr_mut(&mut value);
        delegate::recursed(self.cx, &value).unwrap_or_else(|| delegate::delegated(self.cx, &value))
    }

    /// `value?`
    pub fn try_operator(&self, it: &ExprTry) -> Expr {
        let value = &it.expr;
        let span = it.question_token.span();
        let (branch, from) = try_methods(span);
        // On the `?` itself: a message about the residual is one about the user's code.
        let (v, r) = (
            Ident::new("value_of_question_mark", span),
            Ident::new("residual_of_question_mark", span),
        );
        let last = quote!(::gen_core::__private::Ending::LastItem(#from(#r)));
        let ending = ending_ident();
        let left = match (
            self.cx.generator.output.full,
            self.cx.body.macros.may_return(),
        ) {
            (true, _) => quote!(return #from(#r)),
            (false, true) => quote!({ #ending = #last; return }),
            (false, false) => quote!(return #last),
        };
        let matched = syn::parse_quote_spanned!(span=> match #branch(__hole) {
            ::core::ops::ControlFlow::Continue(#v) => #v,
            ::core::ops::ControlFlow::Break(#r) => #left,
        });
        filled(matched, value)
    }

    /// `return value` of a generator that has a value at its end, as the state machine has it.
    ///
    /// Output: `return { let value: T = { value }; value }`
    pub fn returned_value(&self, it: &mut ExprReturn) {
        if let (Some(value), Some(ty)) = (&mut it.expr, &self.cx.generator.output.ret) {
            **value = crate::lower::returned(ty, value);
        }
    }

    /// `return` of an iterator, whose plain body returns what is still to be handed out.
    pub fn returned(&self, it: &ExprReturn) -> Expr {
        let span = at(it.return_token.span);
        let in_closure = self.cx.body.macros.may_return();
        let ending =
            (!in_closure).then(|| quote_spanned!(span=> ::gen_core::__private::Ending::Plain));
        match &it.expr {
            Some(value) => {
                let returned =
                    syn::parse_quote_spanned!(span=> { let _: () = __hole; return #ending });
                filled(returned, value)
            }
            None => syn::parse_quote_spanned!(span=> return #ending),
        }
    }
}
