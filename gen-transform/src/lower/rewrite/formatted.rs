//! Fields of variables in what an unknown macro formats.
//!
//! Behind a format string stand expressions, so there a variable that holds the field does as well as the field itself.

use crate::analyse::looks::formatted_fields;
use crate::resolve::{LocalId, MentionId, Name, decode};
use proc_macro2::{Group, Literal, Span, TokenStream, TokenTree};
use std::collections::BTreeSet;
use syn::{Macro, Member};

/// Calls `visit` for each name of a variable in an unknown macro, with the field of it that is formatted, if it is one.
///
/// Input: `log!("{}", pair.0, show(pair))` · Output: `pair` with `0`, and without a field
pub fn each_mention(mac: &Macro, visit: &mut dyn FnMut(Name, Option<Member>)) {
    let fields = formatted_fields(mac.tokens.clone());
    walk(mac.tokens.clone(), &fields, visit);
}

fn walk(
    tokens: TokenStream,
    fields: &BTreeSet<MentionId>,
    visit: &mut dyn FnMut(Name, Option<Member>),
) {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    for (at, tree) in trees.iter().enumerate() {
        match tree {
            TokenTree::Group(group) => walk(group.stream(), fields, visit),
            TokenTree::Ident(ident) => {
                if let Some(name) = decode(ident) {
                    visit(name, Field::at(&trees[at..], fields).map(|it| it.member));
                }
            }
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

/// What takes the place of a field of a variable.
pub type Replace<'f> = dyn FnMut(LocalId, &Member, Span) -> Option<TokenStream> + 'f;

/// Writes what `replace` gives in place of the fields that an unknown macro formats.
///
/// Input: `log!("{}", pair.0)` · Output: `log!("{}", pair_0)`
pub fn replace_fields(mac: &mut Macro, replace: &mut Replace<'_>) {
    let fields = formatted_fields(mac.tokens.clone());
    if !fields.is_empty() {
        mac.tokens = replaced(mac.tokens.clone(), &fields, replace);
    }
}

fn replaced(
    tokens: TokenStream,
    fields: &BTreeSet<MentionId>,
    replace: &mut Replace<'_>,
) -> TokenStream {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    let mut out = TokenStream::new();
    let mut at = 0;
    while let Some(tree) = trees.get(at) {
        at += 1;
        match tree {
            TokenTree::Group(group) => {
                let inner = replaced(group.stream(), fields, replace);
                let mut renamed = Group::new(group.delimiter(), inner);
                renamed.set_span(group.span());
                out.extend([TokenTree::from(renamed)]);
            }
            _ => match Field::at(&trees[at - 1..], fields)
                .and_then(|it| Some((replace(it.local, &it.member, tree.span())?, it.rest)))
            {
                Some((value, rest)) => {
                    out.extend(value);
                    out.extend(rest);
                    at += 2;
                }
                None => out.extend([tree.clone()]),
            },
        }
    }
    out
}

/// `x.field`
struct Field {
    local: LocalId,
    member: Member,
    /// What stands in one token with the field: `.1` of `x.0.1`.
    rest: TokenStream,
}

impl Field {
    /// The one that `trees` begin with, if it is among `fields`.
    fn at(trees: &[TokenTree], fields: &BTreeSet<MentionId>) -> Option<Field> {
        let [TokenTree::Ident(ident), _, member, ..] = trees else {
            return None;
        };
        let Name { local, mention } = decode(ident)?;
        if !fields.contains(&mention?) {
            return None;
        }
        let (member, rest) = match member {
            TokenTree::Literal(literal) => numbered(literal)?,
            member => (syn::parse2(member.clone().into()).ok()?, TokenStream::new()),
        };
        Some(Field {
            local,
            member,
            rest,
        })
    }
}

/// `0`, or `0.1`, which is one token.
fn numbered(literal: &Literal) -> Option<(Member, TokenStream)> {
    let text = literal.to_string();
    let (member, rest) = text
        .split_once('.')
        .map_or((&*text, ""), |(member, _)| (member, &text[member.len()..]));
    Some((syn::parse_str(member).ok()?, rest.parse().ok()?))
}
