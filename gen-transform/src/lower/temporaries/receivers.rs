//! What a method is called on, or what is called, while an argument yields.
//!
//! rustc evaluates it first. A method that takes it by value takes the value it has then; one that takes a reference would borrow
//! it over the yield, which only a reference from outside allows. Which of the two a method does is a matter of types, so
//! what may be owned is taken by value, and rustc is asked where the call is (`emit::mentions::receivers`).

use super::is_place;
use crate::analyse::method_calls::is_consuming_call;
use crate::analyse::open::is_open;
use crate::analyse::types::{is_called_once, is_owned};
use crate::ir::Stmt;
use crate::lower::builder::Builder;
use crate::resolve::{LocalDecl, TempKind, direct_local};
use crate::syntax::{contains_closure, expr_yields, unparen};
use syn::spanned::Spanned;
use syn::{Expr, ExprCall, ExprMethodCall, Type};

impl Builder<'_> {
    /// The kind of the value for the first operand of a call that has to be evaluated before its arguments yield.
    pub fn evaluated_early(&self, call: &Expr) -> Option<TempKind> {
        match call {
            Expr::MethodCall(it) if it.args.iter().any(expr_yields) => self.receiver_kind(it),
            Expr::Call(it) if it.args.iter().any(expr_yields) => self.callee_kind(it),
            _ => None,
        }
    }

    /// Input: `r.turn({ yield_!(1); 2 })` · Output: `let operand = r; .. let receiver = operand; receiver.turn(value)`
    fn receiver_kind(&self, it: &ExprMethodCall) -> Option<TempKind> {
        if !is_place(&it.receiver) || self.splits(&it.receiver) {
            return None;
        }
        let Some(local) = self.owned_root(&it.receiver) else {
            return self
                .is_copy_that_changes(&it.receiver)
                .then_some(TempKind::Receiver);
        };
        if is_consuming_call(&self.locals, it) {
            return Some(TempKind::Operand);
        }
        let decl = self.locals.get(local);
        let borrows = direct_local(&it.receiver).is_some() && is_owned(decl);
        let is_unclear = |arg: &Expr| contains_closure(arg) || is_open(&self.locals, arg);
        let asked = it.turbofish.is_none()
            && !it
                .args
                .iter()
                .filter(|arg| !expr_yields(arg))
                .any(is_unclear);
        (asked && !borrows).then_some(TempKind::Receiver)
    }

    /// Input: `f({ yield_!(1); 2 })` · Output: `let operand = f; .. let callee = operand; callee(value)`
    fn callee_kind(&self, it: &ExprCall) -> Option<TempKind> {
        if !is_place(&it.func) || self.splits(&it.func) {
            return None;
        }
        let Some(local) = self.owned_root(&it.func) else {
            return self
                .is_copy_that_changes(&it.func)
                .then_some(TempKind::Callee);
        };
        let direct = direct_local(&it.func).is_some();
        let decl = self.locals.get(local);
        match direct {
            true if is_called_once(&self.locals, local) => Some(TempKind::Operand),
            true if is_closure(decl) => None,
            _ => Some(TempKind::Callee),
        }
    }

    /// Whether a place is a variable known to hold a copy, which the arguments may change.
    fn is_copy_that_changes(&self, place: &Expr) -> bool {
        direct_local(place).is_some_and(|local| {
            let decl = self.locals.get(local);
            let by_mut = matches!(&decl.ty, Some(Type::Reference(it)) if it.mutability.is_some())
                || matches!(decl.init.as_ref().map(unparen), Some(Expr::Reference(it)) if it.mutability.is_some());
            decl.mutable && !by_mut && decl.ident != "self"
        })
    }

    /// A value as a variable that cannot be changed, so that a method which would change a copy is an error.
    pub fn unchanging(&mut self, value: Expr, kind: TempKind) -> Expr {
        if kind == TempKind::Operand {
            return value;
        }
        let span = value.span();
        let local = self.temp(kind, span);
        let ident = self.locals.binding(local);
        self.push(Stmt::Let {
            attrs: Vec::new(),
            pat: syn::parse_quote!(#ident),
            init: Some(value),
            diverge: None,
        });
        self.locals.mention_expr(local, span)
    }
}

/// Whether a variable is known to hold a closure, or whatever else implements `Fn`.
fn is_closure(decl: &LocalDecl) -> bool {
    let init = decl.init.as_ref().map(unparen);
    decl.generic || decl.never_copied || matches!(init, Some(Expr::Closure(_)))
}
