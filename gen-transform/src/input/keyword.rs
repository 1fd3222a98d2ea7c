//! The keyword form `yield x` of anonymous generators.

use crate::syntax::visit_macro_args;
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, ExprYield, Macro};

/// Rewrites each `yield x` of a body to `yield_!(x)`.
///
/// Nested functions, and closures, whose `yield` would be their own, are left to rustc.
pub fn yields(block: &mut Block) {
    Yields.visit_block_mut(block);
}

struct Yields;

impl VisitMut for Yields {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        visit_mut::visit_expr_mut(self, expr);
        if let Expr::Yield(it) = expr {
            *expr = yield_macro(it);
        }
    }
    fn visit_macro_mut(&mut self, mac: &mut Macro) {
        visit_macro_args(mac, &mut |arg| self.visit_expr_mut(arg));
    }
    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
    fn visit_expr_closure_mut(&mut self, _: &mut syn::ExprClosure) {}
    fn visit_expr_async_mut(&mut self, _: &mut syn::ExprAsync) {}
}

fn yield_macro(it: &ExprYield) -> Expr {
    let (attrs, value) = (&it.attrs, &it.expr);
    let name = syn::Ident::new("yield_", it.yield_token.span);
    syn::parse_quote!(#(#attrs)* #name!(#value))
}
