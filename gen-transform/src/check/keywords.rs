//! Keywords that do not go with a generator.

use super::walk::Walker;
use syn::{ExprAwait, ExprYield};

impl Walker<'_> {
    /// `future.await`
    pub fn awaits(&mut self, it: &ExprAwait) {
        self.errors.error(
            it.await_token.span,
            "`.await` cannot stand in a generator: `next()` answers at once and cannot wait; \
             yield the future for the caller to await, or wait for it before the generator is made and pass the value in",
        );
    }

    /// `yield value`
    pub fn yield_keyword(&mut self, it: &ExprYield) {
        self.errors.error(
            it.yield_token.span,
            "`yield` is a keyword without a meaning on stable Rust: write `yield_!(value)`",
        );
    }
}
