//! Questions about patterns.

use syn::visit::{self, Visit};
use syn::{Expr, Pat, PatIdent};

/// Whether a pattern borrows what it matches.
pub fn binds_by_reference(pat: &Pat) -> bool {
    struct Find(bool);
    impl Visit<'_> for Find {
        fn visit_pat_ident(&mut self, pat: &PatIdent) {
            self.0 |= pat.by_ref.is_some();
            visit::visit_pat_ident(self, pat);
        }
        fn visit_expr(&mut self, _: &Expr) {}
    }
    let mut find = Find(false);
    find.visit_pat(pat);
    find.0
}

/// Whether a pattern leaves out parts of what it matches.
pub fn leaves_parts(pat: &Pat) -> bool {
    struct Find(bool);
    impl Visit<'_> for Find {
        fn visit_pat(&mut self, pat: &Pat) {
            match pat {
                Pat::Wild(_) | Pat::Rest(_) => self.0 = true,
                Pat::Struct(it) if it.rest.is_some() => self.0 = true,
                Pat::Ident(_) => {}
                other => visit::visit_pat(self, other),
            }
        }
        fn visit_expr(&mut self, _: &Expr) {}
    }
    let mut find = Find(false);
    find.visit_pat(pat);
    find.0
}
