//! Calls whose arguments have yielded: rustc is asked whether they take by value what was evaluated before these.

use super::Rewrite;
use super::receivers::question;
use crate::emit::spans::at;
use crate::resolve::{LocalId, LocalKind, TempKind, direct_local};
use proc_macro2::TokenStream;
use quote::{format_ident, quote_spanned};
use syn::spanned::Spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{Expr, ExprCall, ExprMethodCall};

impl Rewrite<'_, '_> {
    /// A method call; what it is called on has to be a copy, or taken by value.
    ///
    /// Input: `receiver.turn(2)` · Output: `receiver_call.returned(receiver.turn(2))`, in front of it `let receiver_call =
    /// Call::unknown(); asked!(..); receiver_call.allowed(&receiver);`
    pub fn early_receiver(&mut self, it: &mut ExprMethodCall) -> Option<Expr> {
        let local = self.temp_of(&it.receiver, TempKind::Receiver)?;
        visit_mut::visit_expr_method_call_mut(self, it);
        let receiver = &it.receiver;
        let span = at(receiver.span());
        let variable = self.cx.names.variable(local);
        let call = format_ident!("{}_call", variable, span = span);
        let question = question(it);
        self.ask(quote_spanned!(span=>
            let #call = ::gen_core::__private::Call::unknown();
            ::gen_core::__private::asked!(#call, behind arguments, #receiver, #question);
            #call.allowed(&#receiver);
        ));
        Some(syn::parse_quote!(#call.returned(#it)))
    }

    /// A call; what is called has to be a copy.
    pub fn early_callee(&mut self, it: &mut ExprCall) {
        if self.temp_of(&it.func, TempKind::Callee).is_some() {
            let mut callee = (*it.func).clone();
            self.visit_expr_mut(&mut callee);
            let span = at(callee.span());
            self.ask(quote_spanned!(span=> ::gen_core::__private::called_again(&#callee);));
        }
    }

    fn ask(&self, question: TokenStream) {
        self.access.asked.borrow_mut().extend(question);
    }

    fn temp_of(&self, expr: &Expr, kind: TempKind) -> Option<LocalId> {
        direct_local(expr)
            .filter(|local| self.cx.body.locals.get(*local).kind == LocalKind::Temp(kind))
    }
}
