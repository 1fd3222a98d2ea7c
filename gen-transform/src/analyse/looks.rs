//! What the tokens of an unknown macro tell about the variables in them: where one is certainly only looked at, a reference
//! to it does as well as the variable itself.
//!
//! Behind a string literal with `{..}` stand expressions that are formatted, so there `(*x)` may stand for `x`. Elsewhere a
//! macro may make anything of its tokens, an identifier or a text: the name stays, where what follows it means the same of a
//! reference, a field, an element or a method of std. Whatever else there is leaves it open, a name that the tokens bind
//! themselves among it.

use crate::methods::{is_consuming, only_looks};
use crate::resolve::{CAPTURED, MARKERS, MentionId, decode, visit_idents};
use crate::syntax::format_specs;
use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};

/// How a macro may reach a variable that it only looks at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Look {
    /// By the name, which may be that of a reference.
    Named,
    /// By `(*x)`.
    InPlace,
    /// The same, if it is no move: if the variable is used behind it.
    Operand,
}

/// The mentions in the arguments of a macro that are looks.
pub fn looks(tokens: TokenStream) -> BTreeMap<MentionId, Look> {
    let mut found = Found::default();
    arguments(tokens, &mut found);
    found.looks
}

/// The mentions in expressions that a macro formats of which only a field is meant: a variable that holds the field does as well.
pub fn formatted_fields(tokens: TokenStream) -> BTreeSet<MentionId> {
    let mut found = Found::default();
    arguments(tokens, &mut found);
    found.fields
}

/// What the tokens of a macro tell.
#[derive(Default)]
struct Found {
    looks: BTreeMap<MentionId, Look>,
    fields: BTreeSet<MentionId>,
}

/// The arguments of a macro.
fn arguments(tokens: TokenStream, found: &mut Found) {
    let mut trees: Vec<TokenTree> = tokens.into_iter().collect();
    captured(&trees, &mut found.looks);
    let is_mark = |tree: &TokenTree| MARKERS.iter().any(|mark| is_ident(tree, mark));
    trees.truncate(trees.iter().position(is_mark).unwrap_or(trees.len()));
    let code = Code {
        template: trees.iter().position(is_template),
        trees: &trees,
        formatted: false,
    };
    code.scan(found);
}

/// What the string literals among the arguments name, where a reference is formatted as what it refers to.
fn captured(trees: &[TokenTree], found: &mut BTreeMap<MentionId, Look>) {
    let Some(mark) = trees.iter().position(|tree| is_ident(tree, CAPTURED)) else {
        return;
    };
    if let Some(TokenTree::Group(names)) = trees.get(mark + 1)
        && trees[..mark].iter().all(formats_through_references)
    {
        visit_idents(names.stream(), &mut |ident| {
            let mention = decode(ident).and_then(|name| name.mention);
            found.extend(mention.map(|mention| (mention, Look::Named)));
        });
    }
}

/// Whether no literal in `tree` asks for an address, or for a width that is a variable.
fn formats_through_references(tree: &TokenTree) -> bool {
    match tree {
        TokenTree::Literal(literal) => format_specs(&literal.to_string())
            .iter()
            .all(|spec| !spec.contains(['$', '*']) && !spec.trim_end().ends_with('p')),
        TokenTree::Group(group) => {
            let mut trees = group.stream().into_iter();
            trees.all(|tree| formats_through_references(&tree))
        }
        TokenTree::Ident(_) | TokenTree::Punct(_) => true,
    }
}

/// Tokens at one depth.
struct Code<'t> {
    trees: &'t [TokenTree],
    /// Where the format string stands, if these are the arguments of a macro.
    template: Option<usize>,
    /// Whether all of it is part of an expression that is formatted.
    formatted: bool,
}

impl Code<'_> {
    fn scan(&self, found: &mut Found) {
        for (at, tree) in self.trees.iter().enumerate() {
            match tree {
                TokenTree::Ident(ident) => {
                    if let Some(mention) = decode(ident).and_then(|name| name.mention) {
                        found.looks.extend(Some(mention).zip(self.look(at)));
                        let field = Some(mention).filter(|_| self.is_formatted_field(at));
                        found.fields.extend(field);
                    }
                }
                TokenTree::Group(group) if self.calls_macro(at) => {
                    arguments(group.stream(), found);
                }
                TokenTree::Group(group) => {
                    let trees: Vec<TokenTree> = group.stream().into_iter().collect();
                    let code = Code {
                        trees: &trees,
                        template: None,
                        formatted: self.is_formatted(at) && !self.is_pattern(at),
                    };
                    code.scan(found);
                }
                TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
        }
    }

    /// What the tokens around the name at `at` tell of it.
    fn look(&self, at: usize) -> Option<Look> {
        let formatted = self.is_formatted(at);
        let look = if formatted {
            Look::InPlace
        } else {
            Look::Named
        };
        if self.is_group(at + 1, Delimiter::Bracket) {
            return Some(look);
        }
        if self.punct(at + 1) == Some('.') {
            return self.member(at + 2, formatted).map(|only| match only {
                true => look,
                false => Look::Operand,
            });
        }
        match formatted {
            true if self.is_argument(at) || self.is_borrowed(at) => Some(Look::InPlace),
            true if self.is_operand(at) => Some(Look::Operand),
            _ => None,
        }
    }

    /// Whether the member at `at` is one that leaves its value where it is; `None` if it may be anything.
    fn member(&self, at: usize, formatted: bool) -> Option<bool> {
        let name = match self.trees.get(at)? {
            TokenTree::Ident(name) if name != "await" => name.to_string(),
            TokenTree::Literal(_) => return Some(true),
            _ => return None,
        };
        let called =
            self.is_group(at + 1, Delimiter::Parenthesis) || self.punct(at + 1) == Some(':');
        match formatted {
            _ if !called => Some(true),
            true => Some(!is_consuming(&name)),
            false => only_looks(&name).then_some(true),
        }
    }

    /// `x.field` in an expression that is formatted.
    fn is_formatted_field(&self, at: usize) -> bool {
        let called =
            self.is_group(at + 3, Delimiter::Parenthesis) || self.punct(at + 3) == Some(':');
        let member = match self.trees.get(at + 2) {
            Some(TokenTree::Ident(name)) => name != "await" && !called,
            Some(TokenTree::Literal(_)) => true,
            _ => false,
        };
        member && self.punct(at + 1) == Some('.') && self.is_formatted(at)
    }

    fn is_formatted(&self, at: usize) -> bool {
        self.formatted || self.is_listed(at)
    }

    /// Whether an argument of the format string stands here.
    fn is_listed(&self, at: usize) -> bool {
        self.template.is_some_and(|template| at > template)
    }

    /// `, x,` `, &x,` `, name = x,`
    fn is_argument(&self, at: usize) -> bool {
        let before = self.before(at).map(|at| match self.punct(at) {
            Some('&') => at.saturating_sub(1),
            _ => at,
        });
        let named = |at: usize| self.punct(at) == Some('=') && !self.is_comparison(at);
        self.is_listed(at)
            && before.is_some_and(|at| self.punct(at) == Some(',') || named(at))
            && (at + 1 == self.trees.len() || self.punct(at + 1) == Some(','))
    }

    /// `&x` `&mut x`, which is no pattern of a closure.
    fn is_borrowed(&self, at: usize) -> bool {
        let mutable = self.trees.get(at.wrapping_sub(1));
        let sign = at - usize::from(mutable.is_some_and(|tree| is_ident(tree, "mut")));
        let ends = [Some('|'), Some('='), Some(':'), Some('@')];
        self.before(sign).is_some_and(|sign| {
            self.punct(sign) == Some('&')
                && self.before(sign).and_then(|at| self.punct(at)) != Some('|')
        }) && !ends.contains(&self.punct(at + 1))
    }

    /// `x + y` `*x` `x as u32` `x == y`
    fn is_operand(&self, at: usize) -> bool {
        let operators = ['+', '-', '*', '/', '%', '<', '>'];
        let operator = |at: usize| {
            let punct = self.punct(at);
            punct.is_some_and(|char| operators.contains(&char)) || self.is_comparison(at)
        };
        let cast = self
            .trees
            .get(at + 1)
            .is_some_and(|tree| is_ident(tree, "as"));
        cast || operator(at + 1)
            || self
                .before(at)
                .is_some_and(|at| operator(at) || self.punct(at) == Some('!'))
    }

    /// Either sign of `==` or `!=`.
    fn is_comparison(&self, at: usize) -> bool {
        let pair = |at: usize| {
            let joint = matches!(&self.trees[at], TokenTree::Punct(punct) if punct.spacing() == Spacing::Joint);
            joint && matches!(self.punct(at), Some('=' | '!')) && self.punct(at + 1) == Some('=')
        };
        at < self.trees.len() && (pair(at) || self.before(at).is_some_and(pair))
    }

    /// Whether the group at `at` is a pattern by what follows it: `|(a, b)|` `Some(x) =>` `let (a, b) =`
    fn is_pattern(&self, at: usize) -> bool {
        match self.punct(at + 1) {
            Some('|') => true,
            Some('=') => !self.is_comparison(at + 1),
            _ => false,
        }
    }

    /// `name!(..)`
    fn calls_macro(&self, at: usize) -> bool {
        let sign = self.before(at).filter(|at| self.punct(*at) == Some('!'));
        let name = sign
            .and_then(|at| self.before(at))
            .map(|at| &self.trees[at]);
        matches!(name, Some(TokenTree::Ident(_)))
    }

    fn before(&self, at: usize) -> Option<usize> {
        at.checked_sub(1)
    }

    fn punct(&self, at: usize) -> Option<char> {
        match self.trees.get(at)? {
            TokenTree::Punct(punct) => Some(punct.as_char()),
            _ => None,
        }
    }

    fn is_group(&self, at: usize, delimiter: Delimiter) -> bool {
        matches!(self.trees.get(at), Some(TokenTree::Group(group)) if group.delimiter() == delimiter)
    }
}

fn is_ident(tree: &TokenTree, text: &str) -> bool {
    matches!(tree, TokenTree::Ident(ident) if ident == text)
}

/// Whether a token is a string literal with a placeholder.
fn is_template(tree: &TokenTree) -> bool {
    let TokenTree::Literal(literal) = tree else {
        return false;
    };
    let text = literal.to_string();
    text.starts_with(['"', 'r']) && text.contains('{')
}
