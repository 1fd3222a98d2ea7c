//! What a pattern borrows of a value that has no owner.
//!
//! rustc keeps such a value, or what the pattern leaves of it, as long as the borrow. In a frame the borrowed part is a local.

use crate::lower::builder::Builder;
use crate::resolve::{LocalId, decode};
use crate::syntax::{binds_by_reference, borrows_mutably, takes_struct_apart};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::visit_mut::{self, VisitMut};
use syn::{Pat, PatIdent};

/// A part of a pattern, and the local in which the part of the value is that it matches.
pub struct Borrowed {
    pub pat: Pat,
    pub part: LocalId,
}

impl Builder<'_> {
    /// What a pattern borrows has a name of its own, to be borrowed behind the pattern.
    ///
    /// Input: `ref x @ Some(_)` · Output: `rest @ Some(_)`
    pub fn name_borrowed(&mut self, pat: &mut Pat) -> Borrowed {
        let part = self.locals.add_rest(pat.span());
        let mut binding = PatIdent {
            attrs: Vec::new(),
            by_ref: None,
            mutability: None,
            ident: self.locals.binding(part),
            subpat: None,
        };
        if borrows_mutably(pat) {
            self.locals.get_mut(part).mutable = true;
            binding.mutability = Some(Default::default());
        }
        let tested = tested(pat);
        if !matches!(tested, Pat::Wild(_)) {
            binding.subpat = Some((Default::default(), Box::new(tested)));
        }
        let pat = std::mem::replace(pat, Pat::Ident(binding));
        Borrowed { pat, part }
    }
}

/// Whether a pattern borrows what it matches, and moves nothing out of it. A struct is left whole, for it may have a `Drop`.
///
/// Input: `ref x`, `Some(ref x)`, `N(ref k)`; not `(ref x, y)`
pub fn is_borrowing(pat: &Pat) -> bool {
    let behind_reference = matches!(pat, Pat::Reference(_));
    binds_by_reference(pat)
        && !behind_reference
        && (takes_struct_apart(pat) || !binds_by_value(pat))
}

/// Whether a pattern borrows one part of what it matches, and takes another.
///
/// Input: `(ref x, y)`
pub fn borrows_and_takes(pat: &Pat) -> bool {
    binds_by_reference(pat) && !is_borrowing(pat)
}

fn binds_by_value(pat: &Pat) -> bool {
    struct Find(bool);
    impl Visit<'_> for Find {
        fn visit_pat_ident(&mut self, pat: &PatIdent) {
            self.0 |= pat.by_ref.is_none() && decode(&pat.ident).is_some();
            visit::visit_pat_ident(self, pat);
        }
        fn visit_expr(&mut self, _: &syn::Expr) {}
    }
    let mut find = Find(false);
    find.visit_pat(pat);
    find.0
}

/// What a pattern matches, without what it binds.
///
/// Input: `ref x @ Some(1..)`, `(ref x, Some(ref y))`, `(ref x, ref y)` · Output: `Some(1..)`, `(_, Some(_))`, `_`
fn tested(pat: &Pat) -> Pat {
    struct Strip;
    impl VisitMut for Strip {
        fn visit_pat_mut(&mut self, pat: &mut Pat) {
            while let Pat::Ident(it) = pat
                && decode(&it.ident).is_some()
            {
                *pat = match it.subpat.take() {
                    Some((_, inner)) => *inner,
                    None => syn::parse_quote!(_),
                };
            }
            visit_mut::visit_pat_mut(self, pat);
        }
        fn visit_expr_mut(&mut self, _: &mut syn::Expr) {}
    }
    let mut tested = pat.clone();
    Strip.visit_pat_mut(&mut tested);
    match matches_all(&tested) {
        true => syn::parse_quote!(_),
        false => tested,
    }
}

fn matches_all(tested: &Pat) -> bool {
    match tested {
        Pat::Wild(_) | Pat::Rest(_) => true,
        Pat::Paren(it) => matches_all(&it.pat),
        Pat::Tuple(it) => it.elems.iter().all(matches_all),
        _ => false,
    }
}
