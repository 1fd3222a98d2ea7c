//! Keywords and attributes that do not go with a generator.

use super::walk::Walker;
use crate::errors::Errors;
use crate::input::GeneratorFn;
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

/// `#[generator]` above a function that has one already.
pub fn stands_twice(generator: &GeneratorFn, errors: &mut Errors) {
    let attrs = generator.item.iter().flat_map(|item| &item.attrs);
    for attr in attrs {
        let last = attr.path().segments.last();
        if last.is_some_and(|segment| segment.ident == "generator") {
            errors.error_on(
                attr,
                "`#[generator]` stands above this function twice: remove one of them",
            );
        }
    }
}
