//! Operators, which may panic: where the user has written them.

use super::Rewrite;
use crate::emit::finished;
use crate::resolve::{LocalId, direct_local};
use proc_macro2::{Delimiter, Group, Span, TokenTree};
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::visit_mut::VisitMut;
use syn::{Expr, ExprBinary};

impl Rewrite<'_, '_> {
    /// `a + b`, `a += b`
    pub fn operator(&mut self, it: &mut ExprBinary) {
        let at = it.op.span();
        self.operand(&mut it.left, at);
        self.operand(&mut it.right, at);
    }

    /// An operand of an operator that is written at `at`. What has been evaluated before a yield has a name of ours; rustc gives
    /// an expression that begins with a macro's token the place of the macro, and that is what a panic names.
    ///
    /// Input: `operand.len()` · Output: `(operand.len())`, in parentheses of the user's
    pub fn operand(&mut self, operand: &mut Expr, at: Span) {
        let begins = direct_local(first(operand)).filter(|local| self.is_temp(*local));
        let span = operand.span();
        self.visit_expr_mut(operand);
        if begins.is_some() {
            let mut parentheses = Group::new(Delimiter::Parenthesis, operand.to_token_stream());
            parentheses.set_span(at.located_at(span));
            *operand = finished::operand(TokenTree::Group(parentheses).into());
        }
    }

    fn is_temp(&self, local: LocalId) -> bool {
        self.cx.body.locals.get(local).kind.is_temp()
    }
}

/// What an expression begins with.
///
/// Input: `f.x[0].len()` · Output: `f`
fn first(expr: &Expr) -> &Expr {
    match expr {
        Expr::Field(it) => first(&it.base),
        Expr::Index(it) => first(&it.expr),
        Expr::MethodCall(it) => first(&it.receiver),
        Expr::Call(it) => first(&it.func),
        Expr::Cast(it) => first(&it.expr),
        other => other,
    }
}
