//! `break` and `continue` without a loop: the body becomes a closure, so rustc would speak of one.

use super::walk::Walker;
use syn::Expr;

impl Walker<'_> {
    /// `break` and `continue` that leave no loop. A label that nobody declared is left to rustc.
    pub fn jump(&mut self, expr: &Expr) {
        let (word, span, label) = match expr {
            Expr::Break(it) => ("break", it.break_token.span, &it.label),
            Expr::Continue(it) => ("continue", it.continue_token.span, &it.label),
            _ => return,
        };
        if self.loops == 0 && label.is_none() {
            self.errors.error(
                span,
                format!("`{word}` outside of a loop: there is none to leave; `return` ends the generator"),
            );
        }
    }
}
