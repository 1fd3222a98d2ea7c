//! Patterns: which identifiers in them are bindings.

use super::{LocalId, decode};
use syn::visit::{self, Visit};
use syn::{Ident, Macro, Pat, PatIdent};

/// Whether an identifier pattern binds a variable rather than naming a constant, unit struct or variant.
///
/// Syntax alone cannot tell the two apart; the naming convention that rustc warns about does: constants and variants
/// start with an upper-case letter. `mut`, `ref` and `@` make it a binding whatever the name.
pub fn binds(pat: &PatIdent) -> bool {
    pat.by_ref.is_some()
        || pat.mutability.is_some()
        || pat.subpat.is_some()
        || !starts_upper(&pat.ident)
}

pub fn starts_upper(ident: &Ident) -> bool {
    ident
        .to_string()
        .trim_start_matches("r#")
        .trim_start_matches('_')
        .starts_with(char::is_uppercase)
}

/// The locals bound by a resolved pattern, in order, each once.
pub fn bindings(pat: &Pat) -> Vec<LocalId> {
    struct Collect(Vec<LocalId>);
    impl Collect {
        fn bound(&mut self, ident: &Ident) {
            if let Some(name) = decode(ident)
                && name.mention.is_none()
                && !self.0.contains(&name.local)
            {
                self.0.push(name.local);
            }
        }
    }
    impl Visit<'_> for Collect {
        fn visit_pat_ident(&mut self, pat: &PatIdent) {
            self.bound(&pat.ident);
            visit::visit_pat_ident(self, pat);
        }
        fn visit_macro(&mut self, mac: &Macro) {
            super::visit_idents(mac.tokens.clone(), &mut |ident| self.bound(ident));
        }
        fn visit_expr(&mut self, _: &syn::Expr) {}
    }
    let mut collect = Collect(Vec::new());
    collect.visit_pat(pat);
    collect.0
}

/// The local of a resolved pattern that is just `name` or `mut name`, perhaps with a type.
pub fn is_plain_binding(pat: &Pat) -> Option<LocalId> {
    match pat {
        Pat::Ident(it) if it.by_ref.is_none() && it.subpat.is_none() => {
            decode(&it.ident).map(|name| name.local)
        }
        Pat::Type(it) => is_plain_binding(&it.pat),
        Pat::Paren(it) => is_plain_binding(&it.pat),
        _ => None,
    }
}
