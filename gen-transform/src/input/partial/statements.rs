//! The statements of a body that does not parse, as far as each of them does.
//!
//! Input: `let a = f(; let b = 2; for x in v { x. } b` · Output: `let a = loop {}; let b = 2; for x in v {} b`

use super::is_braced;
use proc_macro2::{Group, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::parse::discouraged::Speculative;
use syn::parse::{Parse, ParseStream, Parser};
use syn::{Block, Expr, Pat, Stmt, Token, Type};

/// How many ends of a statement are tried before the first one is taken, so that no input takes long.
const TRIES: usize = 6;

/// The statements that can be read; what stands between them is left out.
pub fn readable(tokens: TokenStream) -> TokenStream {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    let mut statements = Vec::new();
    let mut rest = trees.as_slice();
    while !rest.is_empty() {
        let (found, length) = next_statement(rest);
        statements.extend(found);
        rest = &rest[length..];
    }
    separated(&statements)
}

/// The statements at the start of `trees`, and how many trees they are.
fn next_statement(trees: &[TokenTree]) -> (Vec<Stmt>, usize) {
    let ends = ends(trees);
    for end in &ends {
        if let Some(found) = parse(trees[..*end].iter().cloned().collect()) {
            return (found, *end);
        }
    }
    for end in ends.iter().rev() {
        if let Some(found) = parse(with_readable_blocks(&trees[..*end])) {
            return (found, *end);
        }
    }
    let first = ends.first().copied().unwrap_or(trees.len());
    match declaration(&trees[..first]) {
        Some((found, length)) => (found, length),
        None => (Vec::new(), first),
    }
}

/// Where the first statement of `trees` may end: behind a block or a `;`.
fn ends(trees: &[TokenTree]) -> Vec<usize> {
    let mut ends = Vec::new();
    for (index, tree) in trees.iter().enumerate() {
        let semicolon = matches!(tree, TokenTree::Punct(punct) if punct.as_char() == ';');
        let last = index + 1 == trees.len();
        if last || semicolon || (is_braced(tree) && !goes_on(&trees[index + 1])) {
            ends.push(index + 1);
        }
        if semicolon || ends.len() == TRIES {
            break;
        }
    }
    ends
}

/// Whether `next`, behind a block, belongs to the same statement.
fn goes_on(next: &TokenTree) -> bool {
    match next {
        TokenTree::Ident(ident) => ident == "else",
        TokenTree::Punct(punct) => matches!(punct.as_char(), '.' | '?'),
        _ => false,
    }
}

fn parse(tokens: TokenStream) -> Option<Vec<Stmt>> {
    Block::parse_within.parse2(tokens).ok()
}

/// The same trees with only what can be read in each block.
fn with_readable_blocks(trees: &[TokenTree]) -> TokenStream {
    let within = |tree: &TokenTree| match tree {
        TokenTree::Group(group) if is_braced(tree) => {
            let mut kept = Group::new(group.delimiter(), readable(group.stream()));
            kept.set_span(group.span());
            TokenTree::Group(kept)
        }
        other => other.clone(),
    };
    trees.iter().map(within).collect()
}

/// A `let` with as much of its value as can be read, and how many trees it is: later statements name its variables.
///
/// Input: `let x = a.b c.d();` · Output: `let x = a.b;`, and `c.d();` is the next statement
fn declaration(trees: &[TokenTree]) -> Option<(Vec<Stmt>, usize)> {
    let parser = |input: ParseStream<'_>| {
        input.parse::<Token![let]>()?;
        let pat = input.call(Pat::parse_single)?;
        let ty: Option<Type> = match input.parse::<Option<Token![:]>>()? {
            Some(_) => parsed(input),
            None => None,
        };
        let value: Option<Expr> = match input.parse::<Option<Token![=]>>()? {
            Some(_) => parsed(input),
            None => None,
        };
        let rest: TokenStream = input.parse()?;
        let ty = ty.map(|ty| quote!(: #ty));
        Ok(match value {
            Some(value) => (quote!(let #pat #ty = #value;), rest.into_iter().count()),
            None => (quote!(let #pat #ty = loop {};), 0),
        })
    };
    let (start, rest) = parser.parse2(trees.iter().cloned().collect()).ok()?;
    // The parser looks through invisible groups, so it may have counted more than there are.
    let length = trees.len().saturating_sub(rest).max(1);
    Some((parse(start)?, length))
}

/// A `T`, if one is next; otherwise nothing is taken.
fn parsed<T: Parse>(input: ParseStream<'_>) -> Option<T> {
    let ahead = input.fork();
    let found = ahead.parse().ok()?;
    input.advance_to(&ahead);
    Some(found)
}

/// The statements with a `;` behind each but the last that has none of its own.
fn separated(statements: &[Stmt]) -> TokenStream {
    let last = statements.len().saturating_sub(1);
    let mut out = TokenStream::new();
    for (index, statement) in statements.iter().enumerate() {
        statement.to_tokens(&mut out);
        if index != last && matches!(statement, Stmt::Expr(_, None)) {
            out.extend(quote!(;));
        }
    }
    out
}
