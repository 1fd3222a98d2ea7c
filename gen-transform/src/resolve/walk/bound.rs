//! Macros in patterns: the names among their arguments that they bind.
//!
//! Nobody has read what such a macro expands to. A name that starts in lower case and is used as a variable somewhere in the
//! body is taken for a binding, unless it is a path, a call or the name of a field.

use super::Resolver;
use super::declared::may_be_declared;
use crate::resolve::{encode, visit_idents};
use crate::syntax::format_captures;
use proc_macro2::{Group, Ident, Spacing, TokenStream, TokenTree};
use std::collections::BTreeSet;
use syn::visit::{self, Visit};
use syn::{Block, Macro, Pat};

/// The names that the body uses outside of the macros in its patterns, if there are any.
pub fn used_names(body: &Block) -> BTreeSet<String> {
    #[derive(Default)]
    struct Names(BTreeSet<String>);
    impl Visit<'_> for Names {
        fn visit_pat(&mut self, pat: &Pat) {
            if !matches!(pat, Pat::Macro(_)) {
                visit::visit_pat(self, pat);
            }
        }
        fn visit_ident(&mut self, ident: &Ident) {
            self.0.insert(ident.to_string());
        }
        fn visit_macro(&mut self, mac: &Macro) {
            visit_idents(mac.tokens.clone(), &mut |ident| self.visit_ident(ident));
            let mut literals = Vec::new();
            crate::resolve::tokens::string_literals(&mac.tokens, &mut literals);
            let captured = literals.iter();
            let captured = captured.flat_map(|text| format_captures(&text.to_string()));
            self.0.extend(captured);
        }
    }
    let mut names = Names::default();
    if has_macro_pattern(body) {
        names.visit_block(body);
    }
    names.0
}

fn has_macro_pattern(body: &Block) -> bool {
    struct Find(bool);
    impl Visit<'_> for Find {
        fn visit_pat(&mut self, pat: &Pat) {
            self.0 |= matches!(pat, Pat::Macro(_));
            visit::visit_pat(self, pat);
        }
    }
    let mut find = Find(false);
    find.visit_block(body);
    find.0
}

impl Resolver {
    /// Declares what a macro in a pattern binds.
    ///
    /// Input: `some!(ref x)` · Output: `some!(ref __local3)`
    pub fn bound_by_macro(&mut self, mac: &mut Macro) {
        mac.tokens = self.bound_in(std::mem::take(&mut mac.tokens));
    }

    fn bound_in(&mut self, tokens: TokenStream) -> TokenStream {
        let trees: Vec<TokenTree> = tokens.into_iter().collect();
        let bound = trees.iter().enumerate().map(|(at, tree)| {
            let before = &trees[..at];
            match tree {
                TokenTree::Ident(ident) if self.may_be_bound(ident, before, trees.get(at + 1)) => {
                    let (mutable, by_ref) = (follows(before, "mut"), follows(before, "ref"));
                    let local = self.declare_ident(ident, mutable && !by_ref, by_ref);
                    encode::binding(local, ident.span()).into()
                }
                TokenTree::Group(group) => {
                    let inner = self.bound_in(group.stream());
                    let mut bound = Group::new(group.delimiter(), inner);
                    bound.set_span(group.span());
                    bound.into()
                }
                other => other.clone(),
            }
        });
        bound.collect()
    }

    fn may_be_bound(
        &self,
        ident: &Ident,
        before: &[TokenTree],
        behind: Option<&TokenTree>,
    ) -> bool {
        let of_path =
            matches!(before, [.., first, second] if is_joint(first) && is_punct(second, ':'));
        let other = behind.is_some_and(|next| match next {
            TokenTree::Punct(it) => matches!(it.as_char(), ':' | '!' | '.' | '='),
            TokenTree::Ident(it) => it != "if",
            TokenTree::Group(_) | TokenTree::Literal(_) => true,
        });
        let used = self.used_names.contains(&ident.to_string());
        used && may_be_declared(ident) && !of_path && !other
    }
}

/// Whether `ref` or `mut`, perhaps of `ref mut`, stands at the end.
fn follows(before: &[TokenTree], modifier: &str) -> bool {
    let mut last = before.iter().rev().take(2);
    let is = |tree: Option<&TokenTree>, text: &str| matches!(tree, Some(TokenTree::Ident(ident)) if ident == text);
    let first = last.next();
    is(first, modifier) || (is(first, "mut") && is(last.next(), modifier))
}

fn is_punct(tree: &TokenTree, char: char) -> bool {
    matches!(tree, TokenTree::Punct(punct) if punct.as_char() == char)
}

fn is_joint(tree: &TokenTree) -> bool {
    matches!(tree, TokenTree::Punct(it) if it.as_char() == ':' && it.spacing() == Spacing::Joint)
}
