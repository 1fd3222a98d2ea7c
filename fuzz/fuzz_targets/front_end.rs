//! Any text that lexes, as the attribute's function, as a generator's body and as `gen_!`: a diagnostic or Rust, never a
//! panic. The same property with tokens of our own choice runs in `gen-transform/tests/fuzz.rs`.
#![no_main]

use libfuzzer_sys::fuzz_target;
use proc_macro2::TokenStream;
use quote::quote;

fuzz_target!(|text: &str| {
    let Ok(tokens) = text.parse::<TokenStream>() else {
        return;
    };
    items(gen_transform::generator(TokenStream::new(), tokens.clone()));
    // An editor gets a body that cannot be read as it is.
    let shown = gen_transform::generator_in_editor(TokenStream::new(), tokens.clone());
    if syn::parse2::<syn::ItemFn>(tokens.clone()).is_ok() {
        items(shown);
    }
    items(gen_transform::generator(
        TokenStream::new(),
        quote!(fn f(n: u32) -> u32 { #tokens }),
    ));
    let value = gen_transform::gen_block(tokens);
    syn::parse2::<syn::Block>(quote!({ #value })).expect("a value");
});

fn items(output: TokenStream) {
    syn::parse2::<syn::File>(output).expect("items");
}
