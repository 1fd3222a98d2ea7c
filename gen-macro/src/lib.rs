//! Macros.
use proc_macro::TokenStream;
/// Generator function.
#[proc_macro_attribute]
pub fn generator(args: TokenStream, item: TokenStream) -> TokenStream { let _ = args; item }
/// Generator block.
#[proc_macro]
pub fn gen_(item: TokenStream) -> TokenStream { item }
