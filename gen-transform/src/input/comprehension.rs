//! `gen_!(expr for pat in iter if cond ..)`: a generator expression to nested loops.
//!
//! Input: `x * y for x in xs if x > 0 for y in ys` · Output: `for x in source { if x > 0 { for y in ys { yield_!(x * y); } } }`,
//! where `source` is given `IntoIterator::into_iter(xs)` when the generator is made, as in Python.

use super::Param;
use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::parse::{ParseStream, Parser};
use syn::{Block, Expr, ExprIf, Pat, Token};

/// `for pat in iter if cond ..`
struct Clause {
    pat: Pat,
    iter: Expr,
    conditions: Vec<Expr>,
}

/// Whether the tokens are an element with a `for` behind it, and not statements.
pub fn is_comprehension(tokens: &TokenStream) -> bool {
    let trees: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let Some(at) = clause_start(&trees) else {
        return false;
    };
    match &trees[at - 1] {
        TokenTree::Punct(punct) => !matches!(punct.as_char(), ';' | ':' | '='),
        // `if a { .. } for x in y { .. }` are two statements: the last one has a body.
        TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
            ends_in_struct(&trees[..at]) || !trees[at..].iter().any(is_braces)
        }
        TokenTree::Group(_) | TokenTree::Ident(_) | TokenTree::Literal(_) => true,
    }
}

/// Whether the element is a struct literal, by its name: `P { .. }`, but not `if P { .. }`.
fn ends_in_struct(element: &[TokenTree]) -> bool {
    let starts = |keyword| is_keyword(&element[0], keyword);
    let named = match element {
        [.., TokenTree::Ident(name), _] => name.to_string().starts_with(char::is_uppercase),
        _ => false,
    };
    named && !["if", "match", "while", "let"].into_iter().any(starts)
}

fn is_braces(tree: &TokenTree) -> bool {
    matches!(tree, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace)
}

/// The index of the first `for` that is neither at the start nor that of a `for<'a>`.
fn clause_start(trees: &[TokenTree]) -> Option<usize> {
    (1..trees.len()).find(|at| {
        let quantifies =
            matches!(trees.get(at + 1), Some(TokenTree::Punct(punct)) if punct.as_char() == '<');
        is_keyword(&trees[*at], "for") && !quantifies
    })
}

fn is_keyword(tree: &TokenTree, keyword: &str) -> bool {
    matches!(tree, TokenTree::Ident(ident) if ident == keyword)
}

/// Parses a generator expression to the body it stands for and the parameter that is its first iterator.
pub fn parse(tokens: TokenStream) -> syn::Result<(Block, Vec<Param>)> {
    let mut trees: Vec<TokenTree> = tokens.into_iter().collect();
    let mut clauses = Vec::new();
    while let Some(at) = clause_start(&trees) {
        let mut rest = trees.split_off(at);
        let next = clause_start(&rest).unwrap_or(rest.len());
        let behind = rest.split_off(next);
        clauses.push(clause.parse2(rest.into_iter().collect())?);
        // What is left is `element for ..` again, with one clause less.
        trees.extend(behind);
    }
    let element: Expr = syn::parse2(trees.into_iter().collect())?;
    nested(&element, clauses)
}

fn clause(input: ParseStream<'_>) -> syn::Result<Clause> {
    input.parse::<Token![for]>()?;
    let pat = Pat::parse_multi_with_leading_vert(input)?;
    input.parse::<Token![in]>()?;
    let rest: TokenStream = input.parse()?;
    let mut parts = split_at_conditions(rest).into_iter();
    let iter = syn::parse2(parts.next().unwrap_or_default())?;
    Ok(Clause {
        pat,
        iter,
        conditions: parts.map(syn::parse2).collect::<syn::Result<_>>()?,
    })
}

/// Splits at each `if` that is not the start of an `if` expression.
fn split_at_conditions(tokens: TokenStream) -> Vec<TokenStream> {
    let mut parts = vec![Vec::<TokenTree>::new()];
    for tree in tokens {
        let current = parts.last_mut().expect("BUG: there is a first part");
        let inside = match current.last() {
            None => true,
            Some(before) => is_keyword(before, "else"),
        };
        if is_keyword(&tree, "if") && !inside {
            parts.push(Vec::new());
        } else {
            current.push(tree);
        }
    }
    parts
        .into_iter()
        .map(|part| part.into_iter().collect())
        .collect()
}

/// The loops, and the first iterator.
fn nested(element: &Expr, clauses: Vec<Clause>) -> syn::Result<(Block, Vec<Param>)> {
    let source = Ident::new("source", Span::mixed_site());
    let mut given = Vec::new();
    let mut inner = quote!(yield_!(#element););
    for (index, clause) in clauses.into_iter().enumerate().rev() {
        for condition in clause.conditions.iter().rev() {
            let condition = in_head(condition);
            inner = quote!(if #condition { #inner });
        }
        let (pat, iter) = (&clause.pat, &clause.iter);
        let head = if index == 0 {
            given.push(first_iterator(source.clone(), iter));
            source.to_token_stream()
        } else {
            in_head(iter)
        };
        inner = quote!(for #pat in #head { #inner });
    }
    Ok((syn::parse2(quote!({ #inner }))?, given))
}

/// An expression as it stands in front of a block: in parentheses if the block would be taken for a part of it.
fn in_head(expr: &Expr) -> TokenStream {
    if syn::parse2::<ExprIf>(quote!(if #expr {})).is_ok() {
        quote!(#expr)
    } else {
        quote!((#expr))
    }
}

/// The parameter that the first iterable arrives in, already an iterator.
fn first_iterator(source: Ident, iter: &Expr) -> Param {
    Param {
        pat: super::function::plain_binding(source.clone(), None),
        ident: source,
        ty: None,
        receiver: None,
        value: Some(syn::parse_quote!(::core::iter::IntoIterator::into_iter(#iter))),
    }
}
