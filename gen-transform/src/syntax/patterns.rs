//! Questions about patterns.

use super::is_std_wrapper;
use syn::visit::{self, Visit};
use syn::{Expr, Pat, PatIdent};

/// Whether a pattern borrows what it matches.
pub fn binds_by_reference(pat: &Pat) -> bool {
    binds(pat, |it| it.by_ref.is_some())
}

/// Whether a pattern borrows what it matches in order to change it.
pub fn borrows_mutably(pat: &Pat) -> bool {
    binds(pat, |it| it.by_ref.is_some() && it.mutability.is_some())
}

/// Whether a pattern binds a name in that way.
fn binds(pat: &Pat, in_that_way: fn(&PatIdent) -> bool) -> bool {
    struct Find(bool, fn(&PatIdent) -> bool);
    impl Visit<'_> for Find {
        fn visit_pat_ident(&mut self, pat: &PatIdent) {
            self.0 |= (self.1)(pat);
            visit::visit_pat_ident(self, pat);
        }
        fn visit_expr(&mut self, _: &Expr) {}
    }
    let mut find = Find(false, in_that_way);
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

/// Whether a pattern may be one that not every value matches.
pub fn is_refutable(pat: &Pat) -> bool {
    match pat {
        Pat::Ident(it) => it.subpat.as_ref().is_some_and(|(_, sub)| is_refutable(sub)),
        Pat::Type(it) => is_refutable(&it.pat),
        Pat::Paren(it) => is_refutable(&it.pat),
        Pat::Reference(it) => is_refutable(&it.pat),
        Pat::Tuple(it) => it.elems.iter().any(is_refutable),
        Pat::Wild(_) | Pat::Rest(_) => false,
        _ => true,
    }
}

/// Whether a value that a pattern does not match may hold something that has a drop.
///
/// Input: `Ok(x)`: an error · Input: `Some(x)`: nothing
pub fn leaves_a_whole(pat: &Pat) -> bool {
    match pat {
        Pat::Paren(it) => leaves_a_whole(&it.pat),
        Pat::TupleStruct(it) if it.path.is_ident("Some") => it.elems.iter().any(is_refutable),
        other => is_refutable(other),
    }
}

/// Whether a pattern leaves out parts that cannot be named.
///
/// Input: `Shape::Rect { width, .. }`, `(first, ..)`
pub fn hides_parts(pat: &Pat) -> bool {
    struct Find(bool);
    impl Visit<'_> for Find {
        fn visit_pat(&mut self, pat: &Pat) {
            match pat {
                Pat::Rest(_) => self.0 = true,
                Pat::Struct(it) if it.rest.is_some() => self.0 = true,
                // `..` in a slice is a part like any other.
                Pat::Slice(it) => {
                    let elems = it.elems.iter();
                    let elems = elems.filter(|elem| !matches!(elem, Pat::Rest(_)));
                    elems.for_each(|elem| self.visit_pat(elem));
                }
                Pat::Ident(it) if it.subpat.as_ref().is_some_and(|(_, sub)| is_rest(sub)) => {}
                other => visit::visit_pat(self, other),
            }
        }
        fn visit_expr(&mut self, _: &Expr) {}
    }
    let mut find = Find(false);
    find.visit_pat(pat);
    find.0
}

fn is_rest(pat: &Pat) -> bool {
    matches!(pat, Pat::Rest(_))
}

/// Whether a pattern takes a value of a struct apart: by convention the name of a variant has that of its enum in front.
///
/// Input: `N(k)`, `Guard { count, name }`, `module::N(k)`
pub fn takes_struct_apart(pat: &Pat) -> bool {
    let path = match pat {
        Pat::Paren(it) => return takes_struct_apart(&it.pat),
        Pat::TupleStruct(it) => &it.path,
        Pat::Struct(it) => &it.path,
        _ => return false,
    };
    let before = path.segments.iter().rev().nth(1);
    let of_enum = before.is_some_and(|it| it.ident.to_string().starts_with(char::is_uppercase));
    !of_enum && path.leading_colon.is_none() && !is_std_wrapper(path)
}
