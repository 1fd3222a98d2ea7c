//! Names inside token streams that no grammar is known for.

use super::scope::{Key, Scopes};
use super::{LocalId, Locals, MentionId, Name, decode, decode_text};
use proc_macro2::{Group, Ident, Literal, Spacing, Span, TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};

/// Marks, at the end of an unknown macro's arguments, the locals that its string literals capture.
pub const CAPTURED: &str = "__captured";
/// Marks, at the end of a macro's arguments, the `macro_rules!` of the body that the call needs: `0 { macro_rules! .. }`.
pub const DEFINED: &str = "__defined";
/// Marks, at the end of a macro's arguments, the variables that the call declares and gives a value.
pub const DECLARES: &str = "__declares";
/// Marks a `macro_rules!` that calls carry, where it stands.
pub const DEFINES: &str = "__defines";
/// Stands in front of a definition that is in sight behind it only, because another macro of the name is called before.
pub const LATE: &str = "__late";

/// Marks, at the end of an unknown macro's arguments, the jumps that its call may make, where these are caught.
pub const JUMPS: &str = "__jumps";

/// The group behind each of these marks is no code.
pub const MARKERS: [&str; 4] = [CAPTURED, DEFINED, DECLARES, JUMPS];

/// Calls `visit` for each identifier in `tokens`, at any depth. What a `macro_rules!` names is not named before it is called.
pub fn visit_idents(tokens: TokenStream, visit: &mut dyn FnMut(&Ident)) {
    let mut trees = tokens.into_iter();
    while let Some(tree) = trees.next() {
        match tree {
            TokenTree::Ident(ident) if ident == DEFINES => drop(trees.next()),
            TokenTree::Ident(ident) => visit(&ident),
            TokenTree::Group(group) => visit_idents(group.stream(), visit),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

/// The locals that code mentions and does not bind, with their mentions.
pub fn captured(tokens: TokenStream) -> Vec<(LocalId, Vec<MentionId>)> {
    let (mut mentioned, mut bound) = (BTreeMap::<_, Vec<MentionId>>::new(), BTreeSet::new());
    visit_idents(tokens, &mut |ident| match decode(ident) {
        Some(Name {
            local,
            mention: Some(mention),
        }) => mentioned.entry(local).or_default().push(mention),
        Some(Name { local, .. }) => drop(bound.insert(local)),
        None => {}
    });
    mentioned.retain(|local, _| !bound.contains(local));
    mentioned.into_iter().collect()
}

/// Replaces each encoded name in `tokens` for which `replace` has an answer; spans and delimiters stay, and marks go.
pub fn replace_names(
    tokens: TokenStream,
    replace: &mut dyn FnMut(Name, Span) -> Option<TokenTree>,
) -> TokenStream {
    replace_idents(tokens, &mut |ident, text| {
        replace(decode_text(text)?, ident.span())
    })
}

/// The same with an identifier for each.
pub fn rename(
    tokens: TokenStream,
    rename: &mut dyn FnMut(Name, Span) -> Option<Ident>,
) -> TokenStream {
    replace_names(tokens, &mut |name, span| Some(rename(name, span)?.into()))
}

/// The same with any identifiers, which `replace` is given together with their text.
pub fn replace_idents(
    tokens: TokenStream,
    replace: &mut dyn FnMut(&Ident, &str) -> Option<TokenTree>,
) -> TokenStream {
    let mut out: Vec<TokenTree> = Vec::new();
    let mut trees = tokens.into_iter();
    while let Some(tree) = trees.next() {
        out.push(match tree {
            TokenTree::Ident(ident) => match ident.to_string().as_str() {
                CAPTURED | DEFINED | DECLARES | JUMPS => {
                    trees.next();
                    continue;
                }
                DEFINES => {
                    for (_, definition) in trees.next().into_iter().flat_map(numbered) {
                        out.extend(replace_idents(definition, replace));
                    }
                    continue;
                }
                text => replace(&ident, text).unwrap_or_else(|| ident.into()),
            },
            TokenTree::Group(group) => {
                let inner = replace_idents(group.stream(), replace);
                let mut renamed = Group::new(group.delimiter(), inner);
                renamed.set_span(group.span());
                renamed.into()
            }
            other => other,
        });
    }
    out.into_iter().collect()
}

/// The definitions in the group behind a mark, with their numbers.
pub fn numbered(group: TokenTree) -> Vec<(usize, TokenStream)> {
    let TokenTree::Group(group) = group else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let mut number = 0;
    for tree in group.stream() {
        match tree {
            TokenTree::Group(definition) => found.push((number, definition.stream())),
            other => number = other.to_string().parse().unwrap_or_default(),
        }
    }
    found
}

/// The definitions behind each mark of this kind in `tokens`, with their numbers.
pub fn marked_definitions(tokens: TokenStream, mark: &str, found: &mut Vec<(usize, TokenStream)>) {
    let mut trees = tokens.into_iter();
    while let Some(tree) = trees.next() {
        match tree {
            TokenTree::Ident(ident) if ident == mark => {
                found.extend(trees.next().into_iter().flat_map(numbered));
            }
            TokenTree::Ident(ident) if ident == DEFINED || ident == DEFINES => drop(trees.next()),
            TokenTree::Group(group) => marked_definitions(group.stream(), mark, found),
            _ => {}
        }
    }
}

/// What stands behind a mark at the end of a macro's arguments.
pub fn marked(tokens: TokenStream, mark: &str) -> Option<TokenStream> {
    let mut trees = tokens.into_iter();
    trees.find(|tree| matches!(tree, TokenTree::Ident(ident) if *ident == mark))?;
    match trees.next()? {
        TokenTree::Group(group) => Some(group.stream()),
        _ => None,
    }
}

/// The arguments of a macro as the user gave them, and the definitions that the call carries.
pub fn without_carried(tokens: TokenStream) -> (TokenStream, TokenStream) {
    let (mut given, mut carried) = (TokenStream::new(), TokenStream::new());
    let mut trees = tokens.into_iter();
    while let Some(tree) = trees.next() {
        match tree {
            TokenTree::Ident(ident) if ident == DEFINED => carried.extend(trees.next()),
            other => given.extend([other]),
        }
    }
    (given, carried)
}

/// Encodes the names in the arguments of an unknown macro: every identifier that means a local in sight, unless it
/// stands behind a `.` (a field or method) or is encoded already.
///
/// Input: `(x, y.x, "{y}")` · Output: `(__local0_0, __local1_1.x, "{y}")`; captures of literals are found again by
/// `captured_locals`.
pub fn encode_macro_tokens(
    tokens: TokenStream,
    scopes: &Scopes,
    locals: &mut Locals,
) -> TokenStream {
    encode_names(tokens, &mut |ident, _| {
        let local = scopes.lookup(&Key::of(ident))?;
        Some(locals.mention(local, ident.span()))
    })
}

/// Encodes the identifiers that can be a variable and for which `encode` has an answer. It is told whether a `:` follows, as
/// behind the name of a field.
pub fn encode_names(
    tokens: TokenStream,
    encode: &mut dyn FnMut(&Ident, bool) -> Option<Ident>,
) -> TokenStream {
    let mut out = TokenStream::new();
    let (mut no_variable, mut is_text) = (false, false);
    let mut trees = tokens.into_iter().peekable();
    while let Some(tree) = trees.next() {
        // The second dot of `..` has a value behind it.
        let is_dot = is_punct(&tree, '.');
        let is_marked = is_punct(&tree, '$') || is_punct(&tree, '\'');
        let behind = std::mem::replace(&mut no_variable, false);
        no_variable = (is_dot && !behind) || is_marked;
        let next = trees.peek();
        let before_colon = next.is_some_and(|next| is_punct(next, ':'));
        let of_other_kind = next.is_some_and(|next| {
            matches!(next, TokenTree::Punct(punct) if punct.spacing() == Spacing::Joint && punct.as_char() == ':')
                || matches!(next, TokenTree::Punct(punct) if punct.spacing() == Spacing::Alone && punct.as_char() == '!')
        });
        // `stringify!(x)` names no variable.
        let text_follows = is_text && !is_punct(&tree, '!');
        is_text = matches!(&tree, TokenTree::Ident(name) if name == "stringify")
            || (is_text && is_punct(&tree, '!'));
        out.extend([match tree {
            TokenTree::Ident(ident) if !behind && !of_other_kind && decode(&ident).is_none() => {
                encode(&ident, before_colon).unwrap_or(ident).into()
            }
            TokenTree::Group(group) if !text_follows => {
                let inner = encode_names(group.stream(), encode);
                let mut encoded = Group::new(group.delimiter(), inner);
                encoded.set_span(group.span());
                encoded.into()
            }
            other => other,
        }]);
    }
    out
}

fn is_punct(tree: &TokenTree, char: char) -> bool {
    matches!(tree, TokenTree::Punct(punct) if punct.as_char() == char)
}

/// A transcriber as the code it may stand for: each fragment a name, each repetition written once.
///
/// Input: `$($x += 1;)* f($y)` · Output: `fragment += 1; f(fragment)`
pub fn without_fragments(tokens: TokenStream) -> TokenStream {
    let mut out = TokenStream::new();
    let mut trees = tokens.into_iter().peekable();
    while let Some(tree) = trees.next() {
        let is_fragment = is_punct(&tree, '$');
        match tree {
            _ if is_fragment => match trees.next() {
                Some(TokenTree::Group(group)) => {
                    out.extend(without_fragments(group.stream()));
                    skip_repetition(&mut trees);
                }
                Some(TokenTree::Ident(name)) if name != "crate" => {
                    out.extend([TokenTree::Ident(Ident::new("fragment", name.span()))]);
                }
                other => out.extend(other),
            },
            TokenTree::Group(group) => {
                let inner = without_fragments(group.stream());
                out.extend([TokenTree::Group(Group::new(group.delimiter(), inner))]);
            }
            other => out.extend([other]),
        }
    }
    out
}

/// What stands behind a repetition: perhaps a separator, and `*`, `+` or `?`.
fn skip_repetition(trees: &mut impl Iterator<Item = TokenTree>) {
    let operator = |tree: &TokenTree| ['*', '+', '?'].iter().any(|char| is_punct(tree, *char));
    if !trees.next().is_some_and(|tree| operator(&tree)) {
        trees.next();
    }
}

/// The names of the macros that are called in `tokens`.
pub fn called_macros(tokens: TokenStream, found: &mut Vec<Ident>) {
    let mut name = None;
    for tree in tokens {
        match tree {
            TokenTree::Ident(ident) => name = Some(ident),
            TokenTree::Punct(punct) if punct.as_char() == '!' => found.extend(name.take()),
            TokenTree::Group(group) => {
                called_macros(group.stream(), found);
                name = None;
            }
            _ => name = None,
        }
    }
}

/// The string literals in `tokens`, at any depth.
pub fn string_literals(tokens: &TokenStream, found: &mut Vec<Literal>) {
    for tree in tokens.clone() {
        match tree {
            TokenTree::Literal(literal) if literal.to_string().contains('"') => found.push(literal),
            TokenTree::Group(group) => string_literals(&group.stream(), found),
            _ => {}
        }
    }
}
