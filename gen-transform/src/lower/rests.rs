//! What the patterns of a `match` leave behind in a value that is matched by value: it is dropped at the end of the
//! `match`, so it has to be kept over the yields in the arm.

use super::builder::Builder;
use syn::spanned::Spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{Expr, Pat};

impl Builder<'_> {
    /// Gives a name to each part that a pattern with bindings leaves out.
    ///
    /// Input: `(x, _)` · Output: `(x, rest)`, with `rest` in the scope of the `match`
    pub fn keep_rests(&mut self, pat: &mut Pat) {
        if matches!(pat, Pat::Tuple(_) | Pat::TupleStruct(_) | Pat::Struct(_))
            && !crate::resolve::bindings(pat).is_empty()
        {
            Rests(self).visit_pat_mut(pat);
        }
    }
}

struct Rests<'a, 'b>(&'a mut Builder<'b>);

impl VisitMut for Rests<'_, '_> {
    fn visit_pat_mut(&mut self, pat: &mut Pat) {
        match pat {
            Pat::Wild(wild) => {
                let rest = self.0.temp("rest", wild.span());
                let binding = self.0.locals.binding(rest);
                *pat = syn::parse_quote!(#binding);
            }
            // The alternatives would have to bind the same names; behind a reference nothing is owned.
            Pat::Or(_) | Pat::Reference(_) | Pat::Macro(_) | Pat::Ident(_) => {}
            other => visit_mut::visit_pat_mut(self, other),
        }
    }
    fn visit_expr_mut(&mut self, _: &mut Expr) {}
}
