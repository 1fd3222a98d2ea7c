//! User errors: collected, never thrown at the first one.

use proc_macro2::{Span, TokenStream};
use std::fmt;

/// The errors found so far, in the order of finding.
#[derive(Default, Debug)]
pub struct Errors {
    found: Vec<syn::Error>,
}

impl Errors {
    /// Reports `message` on `span`.
    pub fn error(&mut self, span: Span, message: impl fmt::Display) {
        self.found.push(syn::Error::new(span, message));
    }

    /// Reports `message` on all tokens of `tokens`, from the first to the last.
    pub fn error_on(&mut self, tokens: impl quote::ToTokens, message: impl fmt::Display) {
        self.found.push(syn::Error::new_spanned(tokens, message));
    }

    /// Takes over an error of syn's.
    pub fn push(&mut self, error: syn::Error) {
        self.found.push(error);
    }

    /// The barrier between two stages.
    ///
    /// # Errors
    /// All errors so far, if there are any.
    pub fn propagate(&mut self) -> Result<(), Errors> {
        if self.found.is_empty() {
            return Ok(());
        }
        Err(Errors {
            found: std::mem::take(&mut self.found),
        })
    }

    /// One `compile_error!` an error, each on its own span.
    pub fn to_compile_errors(&self) -> TokenStream {
        self.found
            .iter()
            .flat_map(|error| error.to_compile_error())
            .collect()
    }
}

impl fmt::Display for Errors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for error in self
            .found
            .iter()
            .flat_map(|error| error.clone().into_iter())
        {
            writeln!(f, "{error}")?;
        }
        Ok(())
    }
}
