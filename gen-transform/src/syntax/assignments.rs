//! Destructuring assignments.

use super::own_attrs;
use syn::{Expr, ExprAssign};

/// Whether an assignment takes a value apart: `(a, _) = value`, `_ = value`.
pub fn is_destructuring(it: &ExprAssign) -> bool {
    match super::unparen(&it.left) {
        Expr::Tuple(_) | Expr::Array(_) | Expr::Infer(_) => true,
        // `S { a, ..base } = value` is none, either.
        Expr::Struct(it) => it.rest.is_none(),
        // `Some(x) = value`; whatever else is called is no pattern, which rustc will say.
        Expr::Call(it) => matches!(*it.func, Expr::Path(_)),
        _ => false,
    }
}

/// Calls `f` with the places that a destructuring assignment assigns to, in order. What is left around them is a pattern.
pub fn visit_targets(target: &mut Expr, f: &mut dyn FnMut(&mut Expr)) {
    own_attrs(target, Vec::clear);
    match target {
        Expr::Tuple(it) => it.elems.iter_mut().for_each(|elem| visit_targets(elem, f)),
        Expr::Array(it) => it.elems.iter_mut().for_each(|elem| visit_targets(elem, f)),
        Expr::Call(it) if matches!(*it.func, Expr::Path(_)) => {
            own_attrs(&mut it.func, Vec::clear);
            it.args.iter_mut().for_each(|arg| visit_targets(arg, f));
        }
        Expr::Struct(it) if it.rest.is_none() => {
            let fields = it.fields.iter_mut();
            fields.for_each(|field| visit_targets(&mut field.expr, f));
        }
        Expr::Paren(it) => visit_targets(&mut it.expr, f),
        Expr::Group(it) => visit_targets(&mut it.expr, f),
        Expr::Infer(_) => {}
        // `..`, what is left out.
        Expr::Range(it) if it.start.is_none() && it.end.is_none() => {}
        // Not a place, which rustc will say of it.
        Expr::Range(range) => {
            *target = syn::parse_quote!((#range));
            f(target);
        }
        place => f(place),
    }
}
