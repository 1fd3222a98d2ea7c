//! Identifiers that carry the local they mean.
//!
//! `x` becomes `__local3` where it is bound and `__local3_7` at its mention number 7. Tokens survive every later
//! rewriting, so no side table has to be kept in step with the syntax tree.

use super::{LocalId, MentionId};
use crate::syntax::unparen;
use proc_macro2::{Ident, Span};
use quote::format_ident;
use syn::Expr;

const PREFIX: &str = "__local";

/// What an encoded identifier says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Name {
    /// The local.
    pub local: LocalId,
    /// The mention; `None` for the binding.
    pub mention: Option<MentionId>,
}

/// The identifier for the binding of `local`.
pub fn binding(local: LocalId, span: Span) -> Ident {
    format_ident!("{}{}", PREFIX, local.index(), span = span)
}

/// The identifier for a mention of `local`.
pub fn mention(local: LocalId, mention: MentionId, span: Span) -> Ident {
    format_ident!(
        "{}{}_{}",
        PREFIX,
        local.index(),
        mention.index(),
        span = span
    )
}

/// What `ident` says, if it is an encoded one.
pub fn decode(ident: &Ident) -> Option<Name> {
    decode_text(&ident.to_string())
}

/// The same of the text of an identifier.
pub fn decode_text(text: &str) -> Option<Name> {
    let digits = text.strip_prefix(PREFIX)?;
    let (local, mention) = match digits.split_once('_') {
        Some((local, mention)) => (local, Some(mention)),
        None => (digits, None),
    };
    Some(Name {
        local: LocalId::from_index(local.parse().ok()?),
        mention: match mention {
            Some(number) => Some(MentionId::from_index(number.parse().ok()?)),
            None => None,
        },
    })
}

/// What `expr` says, if it is a mention of a local and nothing else.
pub fn direct_mention(expr: &Expr) -> Option<Name> {
    match unparen(expr) {
        Expr::Path(path) => path.path.get_ident().and_then(decode),
        _ => None,
    }
}

/// The local that `expr` is a mention of.
pub fn direct_local(expr: &Expr) -> Option<LocalId> {
    direct_mention(expr).map(|name| name.local)
}
