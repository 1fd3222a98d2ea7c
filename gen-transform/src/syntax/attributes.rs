//! The attributes of expressions.

use syn::visit_mut::VisitMut;
use syn::{Attribute, Expr};

/// Calls `f` with the attributes of the expression itself.
pub fn own_attrs(expr: &mut Expr, f: impl FnOnce(&mut Vec<Attribute>)) {
    OwnAttrs(Some(f)).visit_expr_mut(expr);
}

/// Its attributes are what the visit of an expression starts with.
struct OwnAttrs<F>(Option<F>);

impl<F: FnOnce(&mut Vec<Attribute>)> VisitMut for OwnAttrs<F> {
    fn visit_attributes_mut(&mut self, attrs: &mut Vec<Attribute>) {
        if let Some(f) = self.0.take() {
            f(attrs);
        }
    }
}
