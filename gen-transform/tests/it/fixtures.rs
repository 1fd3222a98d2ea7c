//! Generators out of source files.

use proc_macro2::TokenStream;
use quote::ToTokens;
use std::path::{Path, PathBuf};
use syn::visit::{self, Visit};
use syn::{Attribute, Meta};

/// A function under `#[generator(args)]`, without the attribute.
pub struct Fixture {
    pub args: TokenStream,
    pub item: TokenStream,
}

/// What is found in a file.
#[derive(Default)]
pub struct Found {
    pub functions: Vec<Fixture>,
    /// The contents of each `gen_!`.
    pub blocks: Vec<TokenStream>,
}

/// A path in this package.
pub fn package_path(relative: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(relative)
}

/// The `.rs` files in a folder, in the order of their names; those that are expected outputs are left out.
pub fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("cannot read {}: {error}", folder.display()));
    let mut found: Vec<PathBuf> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .filter(|path| !path.to_string_lossy().ends_with(".expanded.rs"))
        .collect();
    found.sort();
    found
}

/// All generators in a file, those of impls and traits too.
pub fn generators(path: &Path) -> Found {
    let text = std::fs::read_to_string(path)
        .unwrap_or_else(|error| panic!("cannot read {}: {error}", path.display()));
    generators_in(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// All generators in a text.
pub fn generators_in(text: &str) -> syn::Result<Found> {
    let mut find = Find(Found::default());
    find.visit_file(&syn::parse_file(text)?);
    Ok(find.0)
}

struct Find(Found);

impl Find {
    fn function(&mut self, attrs: &[Attribute], item: impl Fn(usize) -> TokenStream) {
        let at = attrs.iter().position(|attr| {
            let last = attr.path().segments.last();
            last.is_some_and(|segment| segment.ident == "generator")
        });
        let Some(at) = at else { return };
        let args = match &attrs[at].meta {
            Meta::List(list) => list.tokens.clone(),
            Meta::Path(_) | Meta::NameValue(_) => TokenStream::new(),
        };
        self.0.functions.push(Fixture {
            args,
            item: item(at),
        });
    }
}

impl Visit<'_> for Find {
    fn visit_item_fn(&mut self, function: &syn::ItemFn) {
        self.function(&function.attrs, |at| {
            let mut function = function.clone();
            function.attrs.remove(at);
            function.to_token_stream()
        });
        visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &syn::ImplItemFn) {
        self.function(&function.attrs, |at| {
            let mut function = function.clone();
            function.attrs.remove(at);
            function.to_token_stream()
        });
        visit::visit_impl_item_fn(self, function);
    }

    fn visit_trait_item_fn(&mut self, function: &syn::TraitItemFn) {
        self.function(&function.attrs, |at| {
            let mut function = function.clone();
            function.attrs.remove(at);
            function.to_token_stream()
        });
        visit::visit_trait_item_fn(self, function);
    }

    fn visit_macro(&mut self, mac: &syn::Macro) {
        let last = mac.path.segments.last();
        if last.is_some_and(|segment| segment.ident == "gen_") {
            self.0.blocks.push(mac.tokens.clone());
        }
    }
}
