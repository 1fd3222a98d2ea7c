//! What patterns leave behind.
//!
//! A part that a pattern does not bind stays where it was: in the value that is matched, which lives to the end of the
//! `match`, or in the variable, which lives to the end of its own scope. Over a yield such a part has to be a local.

use super::builder::Builder;
use crate::resolve::{LocalId, LocalKind, decode};
use crate::syntax::unparen;
use syn::spanned::Spanned;
use syn::visit::Visit;
use syn::visit_mut::{self, VisitMut};
use syn::{Expr, Pat};

/// Where the parts go that a pattern leaves out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Rest {
    /// Into the innermost scope: the matched value has no owner.
    OfValue,
    /// Beside the variable they belong to.
    OfLocal(LocalId),
}

impl Builder<'_> {
    /// Gives a name to each part that the pattern leaves out.
    ///
    /// Input: `(x, _)` · Output: `(x, rest)`
    pub fn keep_rests(&mut self, pat: &mut Pat, rest: Rest) {
        let whole = matches!(pat, Pat::Wild(_));
        if binds_by_reference(pat) || (whole && rest != Rest::OfValue) {
            return;
        }
        Rests(self, rest).visit_pat_mut(pat);
    }

    /// The parts of which a scrutinee that is not a place, or of which a variable, has to be kept.
    pub fn rest_of(&self, scrutinee: &Expr) -> Option<Rest> {
        match unparen(scrutinee) {
            Expr::Path(path) => path
                .path
                .get_ident()
                .and_then(decode)
                .map(|name| Rest::OfLocal(name.local)),
            other if super::is_place(other) || self.is_plain_value(other) => None,
            _ => Some(Rest::OfValue),
        }
    }

    /// Whether a value is a number or the like, of which nothing has to be kept.
    fn is_plain_value(&self, value: &Expr) -> bool {
        let known = crate::analyse::scalars::scalars(&self.locals);
        match value {
            Expr::Tuple(it) => it
                .elems
                .iter()
                .all(|elem| self.is_plain_value(unparen(elem))),
            Expr::Reference(_) => true,
            other => crate::analyse::scalars::of_expr(other, &known).is_some(),
        }
    }

    /// The locals a pattern binds for the user.
    pub fn user_bindings(&self, pat: &Pat) -> Vec<LocalId> {
        let mut found = crate::resolve::bindings(pat);
        found.retain(|local| self.locals.get(*local).kind != LocalKind::Rest);
        found
    }

    fn rest(&mut self, rest: Rest, span: proc_macro2::Span) -> LocalId {
        let local = self.locals.add_temp("rest", span);
        self.locals.get_mut(local).kind = LocalKind::Rest;
        match rest {
            Rest::OfValue => self.declare(local),
            Rest::OfLocal(owner) => self.declare_beside(owner, local),
        }
        local
    }
}

struct Rests<'a, 'b>(&'a mut Builder<'b>, Rest);

impl VisitMut for Rests<'_, '_> {
    fn visit_pat_mut(&mut self, pat: &mut Pat) {
        match pat {
            Pat::Wild(wild) => {
                let rest = self.0.rest(self.1, wild.span());
                let binding = self.0.locals.binding(rest);
                *pat = syn::parse_quote!(#binding);
            }
            Pat::Slice(slice) => slice.elems.iter_mut().for_each(|elem| match elem {
                Pat::Rest(rest) => {
                    let local = self.0.rest(self.1, rest.span());
                    let binding = self.0.locals.binding(local);
                    *elem = syn::parse_quote!(#binding @ ..);
                }
                other => self.visit_pat_mut(other),
            }),
            // The alternatives would have to bind the same names; behind a reference nothing is owned.
            Pat::Or(_) | Pat::Reference(_) | Pat::Macro(_) | Pat::Ident(_) => {}
            other => visit_mut::visit_pat_mut(self, other),
        }
    }
    fn visit_expr_mut(&mut self, _: &mut Expr) {}
}

/// Whether a pattern borrows what it matches.
fn binds_by_reference(pat: &Pat) -> bool {
    struct Find(bool);
    impl Visit<'_> for Find {
        fn visit_pat_ident(&mut self, pat: &syn::PatIdent) {
            self.0 |= pat.by_ref.is_some();
            syn::visit::visit_pat_ident(self, pat);
        }
        fn visit_expr(&mut self, _: &Expr) {}
    }
    let mut find = Find(false);
    find.visit_pat(pat);
    find.0
}
