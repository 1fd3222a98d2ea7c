//! The macros of gen-core; see there.

use proc_macro::TokenStream;

/// Turns a function that says `yield_!` into one that returns an iterator.
#[proc_macro_attribute]
pub fn generator(args: TokenStream, item: TokenStream) -> TokenStream {
    gen_transform::generator(args.into(), item.into()).into()
}

/// An anonymous generator.
#[proc_macro]
pub fn gen_(tokens: TokenStream) -> TokenStream {
    gen_transform::gen_block(tokens.into()).into()
}
