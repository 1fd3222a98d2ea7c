//! The emitted code of each construct.

use crate::fixtures::{Fixture, generators, package_path, sources};
use crate::golden::{Goldens, no_strays};
use proc_macro2::TokenStream;
use quote::quote;

fn function(fixture: Fixture) -> String {
    let Fixture { args, item } = fixture;
    printed(|| gen_transform::generator(args.clone(), item.clone()))
}

/// A block, in a function of its own, since it is an expression.
fn block(tokens: TokenStream) -> String {
    printed(|| {
        let block = gen_transform::gen_block(tokens.clone());
        quote!(fn block() { #block })
    })
}

/// The expansion, parsed and printed again.
fn printed(expand: impl Fn() -> TokenStream) -> String {
    let (first, second) = (expand(), expand());
    assert_eq!(
        first.to_string(),
        second.to_string(),
        "two expansions of the same code differ"
    );
    match syn::parse2(first.clone()) {
        Ok(file) => prettyplease::unparse(&file),
        Err(error) => panic!("the expansion does not parse: {error}\n{first}"),
    }
}

#[test]
fn expansions_are_as_expected() {
    let folder = package_path("tests/data/expand");
    let sources = sources(&folder);
    assert!(!sources.is_empty());
    let mut goldens = Goldens::default();
    for path in &sources {
        let found = generators(path);
        let functions = found.functions.into_iter().map(function);
        let all: Vec<String> = functions
            .chain(found.blocks.into_iter().map(block))
            .collect();
        goldens.check(&path.with_extension("expanded.rs"), &all.join("\n"));
    }
    no_strays(&folder, ".expanded.rs", &sources);
    goldens.finish();
}
