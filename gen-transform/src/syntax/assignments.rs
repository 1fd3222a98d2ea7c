//! Destructuring assignments.

use syn::{Expr, ExprAssign};

/// Whether an assignment takes a value apart: `(a, _) = value`, `_ = value`.
pub fn is_destructuring(it: &ExprAssign) -> bool {
    match super::unparen(&it.left) {
        Expr::Tuple(_) | Expr::Array(_) | Expr::Struct(_) | Expr::Infer(_) => true,
        // `Some(x) = value`; whatever else is called is no pattern, which rustc will say.
        Expr::Call(it) => matches!(*it.func, Expr::Path(_)),
        _ => false,
    }
}

/// Calls `f` with the places that a destructuring assignment assigns to, in order.
pub fn visit_targets(target: &mut Expr, f: &mut dyn FnMut(&mut Expr)) {
    match target {
        Expr::Tuple(it) => it.elems.iter_mut().for_each(|elem| visit_targets(elem, f)),
        Expr::Array(it) => it.elems.iter_mut().for_each(|elem| visit_targets(elem, f)),
        Expr::Call(it) if matches!(*it.func, Expr::Path(_)) => {
            it.args.iter_mut().for_each(|arg| visit_targets(arg, f));
        }
        Expr::Struct(it) => {
            let fields = it.fields.iter_mut();
            fields.for_each(|field| visit_targets(&mut field.expr, f));
        }
        Expr::Paren(it) => visit_targets(&mut it.expr, f),
        Expr::Group(it) => visit_targets(&mut it.expr, f),
        Expr::Infer(_) | Expr::Range(_) => {}
        place => f(place),
    }
}
