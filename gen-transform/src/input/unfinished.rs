//! A dot with nothing behind it yet, in the argument of a yield: `yield_!(person.)`.
//!
//! An editor asks for completions there by expanding the function twice, as it is and with a name behind the dot, and
//! compares the two expansions up to that place. So the first has to be that of a generator, too, with something behind
//! the dot that rustc takes for any type: its only message is to be that about the argument.

use super::GeneratorFn;
use crate::syntax::yield_kind;
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::quote_spanned;
use syn::Macro;
use syn::visit_mut::VisitMut;

/// Writes a call behind each such dot; `false` if there is none.
pub fn complete(generator: &mut GeneratorFn) -> bool {
    let mut finish = Finish(false);
    finish.visit_block_mut(&mut generator.body);
    generator.unfinished = finish.0;
    finish.0
}

struct Finish(bool);

impl VisitMut for Finish {
    fn visit_macro_mut(&mut self, mac: &mut Macro) {
        if yield_kind(mac).is_some() {
            mac.tokens = self.finished(std::mem::take(&mut mac.tokens));
        }
    }
}

impl Finish {
    /// Input: `a + person.` · Output: `a + person.unfinished()`
    fn finished(&mut self, tokens: TokenStream) -> TokenStream {
        let trees: Vec<TokenTree> = tokens.into_iter().collect();
        let mut out = TokenStream::new();
        for (index, tree) in trees.iter().enumerate() {
            let before = index.checked_sub(1).and_then(|index| trees.get(index));
            let dangling = is_dot(tree) && !before.is_some_and(is_dot);
            match tree {
                TokenTree::Group(group) => {
                    let inner = self.finished(group.stream());
                    let mut finished = proc_macro2::Group::new(group.delimiter(), inner);
                    finished.set_span(group.span());
                    out.extend([TokenTree::Group(finished)]);
                }
                other => out.extend([other.clone()]),
            }
            if dangling && !trees.get(index + 1).is_some_and(goes_behind_a_dot) {
                let span = Span::mixed_site().located_at(tree.span());
                let name = Ident::new("unfinished", span);
                out.extend(quote_spanned!(span=> #name()));
                self.0 = true;
            }
        }
        out
    }
}

fn is_dot(tree: &TokenTree) -> bool {
    matches!(tree, TokenTree::Punct(punct) if punct.as_char() == '.')
}

/// A name, a number, and the second dot of a range.
fn goes_behind_a_dot(tree: &TokenTree) -> bool {
    matches!(tree, TokenTree::Ident(_) | TokenTree::Literal(_)) || is_dot(tree)
}
