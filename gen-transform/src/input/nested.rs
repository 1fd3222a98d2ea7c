//! `gen_!` inside the body of another generator: expanded first, so that all later stages see the closure that it is.

use crate::syntax::{names, visit_macro_args};
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, Macro, Stmt};

/// Replaces each `gen_!` in `block` by its expansion.
///
/// Input: `gen_!(x for x in v.iter()).sum()` · Output: `{ struct __Variables_1 { .. } .. block(__Variables_1 { .. }, |generator, sink| ..) }.sum()`
pub fn expand(block: &mut Block, frame: &str) {
    Nested { frame, count: 0 }.visit_block_mut(block);
}

/// The macro of an anonymous generator.
const NAME: &str = "gen_";

/// Each frame has a name of its own, as the outer generator puts all items into one scope.
struct Nested<'a> {
    /// The name of the outer frame.
    frame: &'a str,
    /// How many there were.
    count: usize,
}

impl Nested<'_> {
    fn expansion(&mut self, mac: &Macro) -> Option<Expr> {
        if mac.path.segments.last()?.ident != NAME {
            return None;
        }
        self.count += 1;
        let frame = format!("{}_{}", self.frame, self.count);
        syn::parse2(crate::nested_block(mac.tokens.clone(), &frame)).ok()
    }
}

impl VisitMut for Nested<'_> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        if let Expr::Macro(it) = expr
            && let Some(expanded) = self.expansion(&it.mac)
        {
            *expr = expanded;
            return;
        }
        visit_mut::visit_expr_mut(self, expr);
    }
    fn visit_stmt_mut(&mut self, stmt: &mut Stmt) {
        if let Stmt::Macro(it) = stmt
            && let Some(expanded) = self.expansion(&it.mac)
        {
            *stmt = Stmt::Expr(expanded, it.semi_token);
            return;
        }
        visit_mut::visit_stmt_mut(self, stmt);
    }
    fn visit_macro_mut(&mut self, mac: &mut Macro) {
        if names(&mac.tokens, NAME) {
            visit_macro_args(mac, &mut |arg| self.visit_expr_mut(arg));
        }
    }
    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}
