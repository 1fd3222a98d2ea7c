//! What the tests of the front end share: the generators of the repository as tokens, and what every output must be.

#![allow(dead_code)] // Each test target uses a part of it.

pub mod mutate;
pub mod rng;
pub mod watch;

use proc_macro2::{Group, TokenStream, TokenTree};
use quote::ToTokens;
use std::path::{Path, PathBuf};
use syn::visit::{self, Visit};

/// A generator as the attribute gets it.
#[derive(Clone)]
pub struct Sample {
    /// `file: function`
    pub name: String,
    /// Between the attribute's parentheses.
    pub args: TokenStream,
    /// The function.
    pub item: TokenStream,
}

/// Every generator in the Rust files of `folder`, which is relative to the repository.
pub fn samples(folder: &str) -> Vec<Sample> {
    let files = files(folder);
    files
        .iter()
        .flat_map(|path| samples_of_file(path))
        .collect()
}

/// What stands in every `gen_!` of the Rust files of `folder`.
pub fn blocks(folder: &str) -> Vec<TokenStream> {
    let files = files(folder);
    files.iter().flat_map(|path| blocks_of_file(path)).collect()
}

/// What stands in every `gen_!` of a file.
pub fn blocks_of_file(path: &Path) -> Vec<TokenStream> {
    let text = std::fs::read_to_string(path).expect("a source file");
    let mut found = Vec::new();
    text.parse()
        .into_iter()
        .for_each(|tokens| collect_blocks(tokens, &mut found));
    found
}

fn collect_blocks(tokens: TokenStream, found: &mut Vec<TokenStream>) {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    for (index, tree) in trees.iter().enumerate() {
        let TokenTree::Group(group) = tree else {
            continue;
        };
        let before = index.checked_sub(2).map(|start| &trees[start..index]);
        if let Some([TokenTree::Ident(name), TokenTree::Punct(_)]) = before
            && name == "gen_"
        {
            found.push(group.stream());
        }
        collect_blocks(group.stream(), found);
    }
}

/// The Rust files of `folder`.
pub fn files(folder: &str) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = match std::fs::read_dir(root().join(folder)) {
        Ok(entries) => entries.flatten().map(|entry| entry.path()).collect(),
        Err(_) => Vec::new(),
    };
    files.retain(|path| path.extension().is_some_and(|extension| extension == "rs"));
    files.sort();
    files
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Every generator in a file.
pub fn samples_of_file(path: &Path) -> Vec<Sample> {
    let text = std::fs::read_to_string(path).expect("a source file");
    let file = path.file_name().unwrap_or_default().to_string_lossy();
    samples_of_text(&file, &text)
}

/// Every generator in `text`; nothing where the text is not Rust by itself.
pub fn samples_of_text(file: &str, text: &str) -> Vec<Sample> {
    let mut collect = Collect {
        file,
        found: Vec::new(),
    };
    if let Ok(parsed) = syn::parse_file(text) {
        collect.visit_file(&parsed);
    }
    collect.found
}

struct Collect<'a> {
    file: &'a str,
    found: Vec<Sample>,
}

impl Collect<'_> {
    fn add(
        &mut self,
        attrs: &[syn::Attribute],
        name: &syn::Ident,
        mut item: impl FnMut(usize) -> TokenStream,
    ) {
        let ours = |attr: &syn::Attribute| {
            attr.path()
                .segments
                .last()
                .is_some_and(|last| last.ident == "generator")
        };
        if let Some(at) = attrs.iter().position(ours) {
            let args = attrs[at]
                .meta
                .require_list()
                .map(|list| list.tokens.clone());
            self.found.push(Sample {
                name: format!("{}: {name}", self.file),
                args: args.unwrap_or_default(),
                item: item(at),
            });
        }
    }
}

impl<'ast> Visit<'ast> for Collect<'_> {
    fn visit_item_fn(&mut self, it: &'ast syn::ItemFn) {
        self.add(&it.attrs, &it.sig.ident, |at| {
            let mut plain = it.clone();
            plain.attrs.remove(at);
            plain.into_token_stream()
        });
        visit::visit_item_fn(self, it);
    }
    /// `both! { fn .. }` of the conformance tests, which puts the attribute there.
    fn visit_item_macro(&mut self, it: &'ast syn::ItemMacro) {
        let parser = |input: syn::parse::ParseStream<'_>| {
            let function: syn::ItemFn = input.parse()?;
            input.parse::<TokenStream>()?;
            Ok(function)
        };
        if let Ok(function) = it.mac.parse_body_with(parser) {
            self.found.push(Sample {
                name: format!("{}: {}", self.file, function.sig.ident),
                args: TokenStream::new(),
                item: function.into_token_stream(),
            });
        }
    }
    fn visit_impl_item_fn(&mut self, it: &'ast syn::ImplItemFn) {
        self.add(&it.attrs, &it.sig.ident, |at| {
            let mut plain = it.clone();
            plain.attrs.remove(at);
            plain.into_token_stream()
        });
    }
}

/// How many tokens there are, a group counted as one and its contents.
pub fn count(tokens: &TokenStream) -> usize {
    let of_tree = |tree: TokenTree| match tree {
        TokenTree::Group(group) => 1 + count(&group.stream()),
        _ => 1,
    };
    tokens.clone().into_iter().map(of_tree).sum()
}

/// The first `left` tokens, every group that is open there closed.
pub fn truncated(tokens: &TokenStream, left: &mut usize) -> TokenStream {
    let mut out = Vec::new();
    for tree in tokens.clone() {
        if *left == 0 {
            break;
        }
        *left -= 1;
        out.push(match tree {
            TokenTree::Group(group) => {
                let mut kept = Group::new(group.delimiter(), truncated(&group.stream(), left));
                kept.set_span(group.span());
                TokenTree::Group(kept)
            }
            other => other,
        });
    }
    out.into_iter().collect()
}

/// Whether what the attribute gave for an item is items.
pub fn is_items(output: &TokenStream) -> Result<(), String> {
    let parsed = syn::parse2::<syn::File>(output.clone());
    parsed
        .map(drop)
        .map_err(|error| format!("{error} in: {output}"))
}

/// Whether what `gen_!` gave can stand where a value does.
pub fn is_value(output: &TokenStream) -> Result<(), String> {
    let parsed = syn::parse2::<syn::Block>(quote::quote!({ #output }));
    parsed
        .map(drop)
        .map_err(|error| format!("{error} in: {output}"))
}
