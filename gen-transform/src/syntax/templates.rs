//! Code around an expression that is in the tree already.

use proc_macro2::Ident;
use syn::Expr;
use syn::visit_mut::{self, VisitMut};

/// The name that stands for the expression in a template.
const HOLE: &str = "__hole";

/// A template with `value` in place of `__hole`.
///
/// Not by `parse_quote!(.. #value ..)`: parsed again, an expression may mean something else behind its neighbours, and
/// `macro_rules!` in it are no Rust as long as their names are encoded.
///
/// Input: `return f(__hole)`, `x + 1` · Output: `return f(x + 1)`
pub fn filled(mut template: Expr, value: &Expr) -> Expr {
    struct Fill<'v>(&'v Expr);
    impl VisitMut for Fill<'_> {
        fn visit_expr_mut(&mut self, expr: &mut Expr) {
            match expr {
                Expr::Path(it) if it.path.get_ident().is_some_and(is_hole) => {
                    *expr = self.0.clone();
                }
                _ => visit_mut::visit_expr_mut(self, expr),
            }
        }
    }
    Fill(value).visit_expr_mut(&mut template);
    template
}

fn is_hole(ident: &Ident) -> bool {
    ident == HOLE
}
