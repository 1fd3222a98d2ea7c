//! Where the emitted code finds gen-core: `::gen_core`, what `crate = path` says, or the name of the dependency.

use crate::input::GeneratorFn;
use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::Path;
use syn::parse::Parser;

/// Puts the path of `crate = path` in the place of each `::gen_core`.
///
/// Input: `::gen_core::__private::take(x)` · Output: `path::__private::take(x)`
///
/// The stages write `::gen_core` and need not know of the option; without it the tokens stay as they are.
pub fn respell(generator: &GeneratorFn, tokens: TokenStream) -> TokenStream {
    match &generator.args.krate {
        Some(path) => replaced(tokens, &path.to_token_stream()),
        None => tokens,
    }
}

/// Puts `::r#name` in the place of each `::gen_core`: raw, because `gen` is a keyword in some editions.
pub fn renamed(tokens: TokenStream, name: &str) -> TokenStream {
    let parsed = format!("r#{name}").parse::<TokenStream>();
    match parsed.map(syn::parse2::<Ident>) {
        Ok(Ok(mut name)) => {
            name.set_span(Span::mixed_site());
            replaced(tokens, &quote!(::#name))
        }
        _ => tokens,
    }
}

fn replaced(tokens: TokenStream, path: &TokenStream) -> TokenStream {
    let mut out: Vec<TokenTree> = Vec::new();
    for tree in tokens {
        match tree {
            TokenTree::Group(group) => out.push(replaced_in_group(&group, path).into()),
            TokenTree::Ident(name) if is_gen_core(&out, &name) => {
                out.truncate(out.len() - 2);
                let respan = |mut tree: TokenTree| {
                    tree.set_span(tree.span().located_at(name.span()));
                    tree
                };
                out.extend(path.clone().into_iter().map(respan));
            }
            tree => out.push(tree),
        }
    }
    out.into_iter().collect()
}

fn replaced_in_group(group: &Group, path: &TokenStream) -> Group {
    let mut copy = Group::new(group.delimiter(), replaced(group.stream(), path));
    copy.set_span(group.span());
    copy
}

/// Whether `name` is the `gen_core` of a path that begins with it: `::gen_core`, not `a::gen_core`.
fn is_gen_core(before: &[TokenTree], name: &Ident) -> bool {
    let colon = |tree: &TokenTree| matches!(tree, TokenTree::Punct(it) if it.as_char() == ':');
    let leading = match before {
        [.., last, a, b] => colon(a) && colon(b) && !ends_a_segment(last),
        [a, b] => colon(a) && colon(b),
        _ => false,
    };
    leading && name == "gen_core"
}

/// Whether a `::` behind this token goes on with a path: it is a name, not a keyword like `return`.
fn ends_a_segment(tree: &TokenTree) -> bool {
    Path::parse_mod_style.parse2(tree.clone().into()).is_ok()
}
