//! Loops over an iterator that the caller gave, run by that iterator: a chain of generators is then one nested loop.

use super::walk::Plain;
use crate::emit::finished;
use crate::emit::spans::at;
use crate::lower::is_iterator_parameter;
use crate::resolve::{LocalId, LocalKind, decode, direct_local, is_plain_binding};
use crate::syntax::{MacroCall, YieldKind, yield_kind, yielded};
use proc_macro2::Ident;
use quote::quote_spanned;
use std::collections::BTreeSet;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Expr, ExprForLoop, Macro};

impl Plain<'_, '_> {
    /// Whether the body of a loop over a parameter is the same as a closure: it has one way out, and what it uses of the
    /// locals around it are plain values, which a closure can read and assign as a loop can.
    pub fn is_internal(&self, it: &ExprForLoop) -> bool {
        let is_parameter = direct_local(&it.expr)
            .is_some_and(|local| is_iterator_parameter(self.cx.body.locals.get(local)));
        if !is_parameter
            || !self.cx.generator.output.is_iterator()
            || !it.attrs.is_empty()
            || it.label.is_some()
            || is_plain_binding(&it.pat).is_none()
            || !it.body.stmts.iter().any(crate::syntax::stmt_yields)
        {
            return false;
        }
        let mut body = Body::default();
        body.visit_pat(&it.pat);
        body.visit_block(&it.body);
        let outer = body.mentioned.difference(&body.bound);
        !body.opaque
            && outer.into_iter().all(|local| self.is_plain_value(*local))
            // The dead code that ties a saved local would capture the frame.
            && !body.bound.iter().any(|local| self.is_tied(*local))
    }

    /// Whether a local is a plain value, and there from the start.
    fn is_plain_value(&self, local: LocalId) -> bool {
        let decl = self.cx.body.locals.get(local);
        let from_start = decl.kind == LocalKind::Param || decl.init.is_some();
        from_start && self.cx.scalars[local.index()].is_some()
    }
}

/// The loop as a call.
///
/// Input: `for x in source { yield_!(x) }` · Output: `{ Iterator::for_each(source, |x| { sink(x) }); }`
pub fn for_each(it: &ExprForLoop) -> Expr {
    let (pat, source, body) = (&it.pat, &it.expr, &it.body);
    let span = at(it.for_token.span());
    let call = quote_spanned!(span=> ::core::iter::Iterator::for_each(#source, #[inline(always)] |#pat| #body););
    finished::block(call, span)
}

/// What the body of a loop is made of.
#[derive(Default)]
struct Body {
    bound: BTreeSet<LocalId>,
    mentioned: BTreeSet<LocalId>,
    /// Whether there is anything in it that means something else in a closure, or that cannot be seen into.
    opaque: bool,
}

impl Visit<'_> for Body {
    fn visit_ident(&mut self, ident: &Ident) {
        if let Some(name) = decode(ident) {
            match name.mention {
                Some(_) => self.mentioned.insert(name.local),
                None => self.bound.insert(name.local),
            };
        }
    }

    fn visit_expr(&mut self, expr: &Expr) {
        let leaves = matches!(
            expr,
            Expr::Break(_) | Expr::Continue(_) | Expr::Return(_) | Expr::Try(_) | Expr::Await(_)
        );
        let captures = matches!(expr, Expr::Closure(_) | Expr::Async(_));
        let unsure = matches!(expr, Expr::Unsafe(_) | Expr::Const(_) | Expr::Verbatim(_));
        self.opaque |= leaves || captures || unsure;
        visit::visit_expr(self, expr);
    }

    fn visit_macro(&mut self, mac: &Macro) {
        if matches!(yield_kind(mac), Some(YieldKind::Yield)) {
            match yielded(mac) {
                Some(value) => self.visit_expr(&value),
                None => self.opaque |= !mac.tokens.is_empty(),
            }
            return;
        }
        match MacroCall::parse(mac) {
            Some(call) if call.pattern.is_none() => {
                call.args.iter().for_each(|arg| self.visit_expr(&arg.value));
                call.repeat.iter().for_each(|len| self.visit_expr(len));
            }
            _ => self.opaque = true,
        }
    }

    fn visit_item(&mut self, _: &syn::Item) {
        self.opaque = true;
    }
}
