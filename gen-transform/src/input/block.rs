//! `gen_! { .. }` to [`GeneratorFn`].

use super::GeneratorFn;
use crate::errors::Errors;
use proc_macro2::{Span, TokenStream};

/// Parses an anonymous generator.
///
/// # Errors
/// The tokens to emit instead.
pub fn parse_block(_tokens: TokenStream) -> Result<GeneratorFn, TokenStream> {
    let mut errors = Errors::default();
    errors.error(Span::call_site(), "`gen_!` is not there yet");
    Err(errors.to_compile_errors())
}
