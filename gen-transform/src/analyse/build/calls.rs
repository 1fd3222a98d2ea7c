//! Calls: of functions, and of methods, of which only the name tells whether `self` is by value.

use super::Walk;
use crate::analyse::flow::Context;
use crate::analyse::method_calls::is_consuming_call;
use crate::analyse::receivers::{is_of_ones_own, is_undecided, looks};
use crate::analyse::types;
use crate::methods::{self, is_view};
use crate::resolve::{TempKind, direct_local, direct_mention};
use syn::{Expr, ExprCall, ExprMethodCall};

impl Walk<'_> {
    pub fn call(&mut self, it: &ExprCall) {
        self.place(&it.func, self.callee_context(it));
        it.args.iter().for_each(|arg| self.expr(arg));
    }

    /// What a call does to its callee: a closure runs any number of times, and so does the call in it.
    fn callee_context(&self, it: &ExprCall) -> Context {
        let locals = &self.body.locals;
        match direct_local(&it.func) {
            Some(local) if types::is_called_once(locals, local) => Context::Value,
            Some(local) => Context::Callee {
                once: self.closures == 0
                    && !self.in_guard
                    && types::may_be_called_once(locals.get(local)),
            },
            None => Context::Callee { once: false },
        }
    }

    pub fn method_call(&mut self, it: &ExprMethodCall) {
        let method = it.method.to_string();
        let locals = &self.body.locals;
        let of_ones_own = is_of_ones_own(locals, it);
        let consuming =
            (is_consuming_call(locals, it) && !of_ones_own && !self.is_held_guard(&it.receiver))
                || self.is_source(&it.receiver, &method)
                || (self.is_replaced(&it.receiver) && !is_view(&method));
        if !looks(it) && !is_view(&method) {
            self.note_opened_field(&it.receiver);
        }
        let lends = self.makes_iterator || (self.is_kept_view() && is_view(&method));
        let outer = std::mem::replace(&mut self.lends, lends && !consuming && !of_ones_own);
        let undecided = !consuming && is_undecided(&self.body.locals, it);
        let around = std::mem::replace(&mut self.undecided, undecided);
        self.asked(|this| this.place(&it.receiver, Context::Receiver { consuming }));
        (self.lends, self.undecided) = (outer, around);
        it.args.iter().for_each(|arg| self.expr(arg));
    }

    /// Whether a receiver is a guard that is kept to the end of its statement.
    fn is_held_guard(&self, receiver: &Expr) -> bool {
        direct_local(receiver).is_some_and(|local| self.is_temp(local, TempKind::Guard))
    }

    /// Whether an operand is a variable that gets the value made of it.
    pub fn is_replaced(&self, operand: &Expr) -> bool {
        let mention = direct_mention(operand).and_then(|name| name.mention);
        mention.is_some() && mention == self.replaced
    }

    /// Whether a method makes the iterator of a loop out of a value of generic type, or of a reader: were it by reference, the
    /// loop would borrow a local over its yields.
    fn is_source(&self, receiver: &Expr, method: &str) -> bool {
        let Some(local) = direct_local(receiver) else {
            return false;
        };
        let decl = self.body.locals.get(local);
        let reads = methods::reads(method) && !matches!(decl.ty, Some(syn::Type::Reference(_)));
        self.makes_iterator && (decl.generic || reads)
    }
}
