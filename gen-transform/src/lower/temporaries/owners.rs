//! The temporary that a borrowed place is in, or is: what has to live as long as the borrow.

use super::{holds_empty_variant, is_guard, is_liftable_rvalue, is_promotable};
use crate::analyse::types::builds_owned;
use crate::resolve::TempKind;
use crate::syntax::unparen;
use syn::{Expr, ExprReference, UnOp};

/// The kind of that temporary, if the borrow makes one that may have something to drop.
///
/// Input: `&make()`, `&make().0`, `&*lock(&cell).borrow()`, `&mut None`; not `&1`, `&None`, which are there for ever
pub fn owner(borrow: &ExprReference) -> Option<TempKind> {
    owner_of_place(&borrow.expr, borrow.mutability.is_some())
}

/// The same of the place; `mutable` if something may be put there.
pub fn owner_of_place(place: &Expr, mutable: bool) -> Option<TempKind> {
    match place {
        Expr::Paren(it) => owner_of_place(&it.expr, mutable),
        Expr::Group(it) => owner_of_place(&it.expr, mutable),
        Expr::Reference(it) => owner(it),
        Expr::Field(it) if is_returned(&it.base) => Some(TempKind::Base),
        Expr::Field(it) => owner_of_part(&it.base, mutable),
        Expr::Index(it) => owner_of_part(&it.expr, mutable),
        Expr::Unary(it) if matches!(it.op, UnOp::Deref(_)) => owner_of_target(&it.expr),
        value => {
            let made = is_liftable_rvalue(value) || (mutable && holds_empty_variant(value));
            made.then_some(TempKind::Temporary)
        }
    }
}

/// Whether a field is one of what a method returns: most often a reference to what has it, which the type tells.
fn is_returned(base: &Expr) -> bool {
    matches!(unparen(base), Expr::MethodCall(_)) && !is_guard(base)
}

/// What a borrowed field or element is in. What a method returns, the elements of which are meant, is a reference.
fn owner_of_part(base: &Expr, mutable: bool) -> Option<TempKind> {
    match base {
        Expr::Paren(it) => owner_of_part(&it.expr, mutable),
        Expr::Group(it) => owner_of_part(&it.expr, mutable),
        constant if is_promotable(constant) => {
            (mutable && holds_empty_variant(constant)).then_some(TempKind::Temporary)
        }
        value if is_guard(value) || is_owned(value) => Some(TempKind::Temporary),
        Expr::Call(_) | Expr::Block(_) | Expr::Unsafe(_) | Expr::If(_) | Expr::Match(_) => {
            Some(TempKind::Base)
        }
        Expr::Field(_) | Expr::Index(_) | Expr::Unary(_) | Expr::Reference(_) => {
            owner_of_place(base, mutable)
        }
        _ => None,
    }
}

/// What `*` is applied to in a borrow: a guard, a box or a reference.
fn owner_of_target(operand: &Expr) -> Option<TempKind> {
    match operand {
        Expr::Paren(it) => owner_of_target(&it.expr),
        Expr::Group(it) => owner_of_target(&it.expr),
        Expr::Reference(it) => owner(it),
        value if is_guard(value) || builds_owned(value) => Some(TempKind::Temporary),
        Expr::Call(_) | Expr::MethodCall(_) => Some(TempKind::Base),
        _ => None,
    }
}

/// The expression for that temporary in a place that has one.
pub fn owner_mut(place: &mut Expr) -> &mut Expr {
    if matches!(place, Expr::Unary(it) if !matches!(it.op, UnOp::Deref(_))) {
        return place;
    }
    match place {
        Expr::Paren(it) => owner_mut(&mut it.expr),
        Expr::Group(it) => owner_mut(&mut it.expr),
        Expr::Reference(it) => owner_mut(&mut it.expr),
        Expr::Field(it) => owner_mut(&mut it.base),
        Expr::Index(it) => owner_mut(&mut it.expr),
        Expr::Unary(it) => owner_mut(&mut it.expr),
        value => value,
    }
}

/// Whether a value shows what it is made of: no reference to something else.
pub fn is_owned(value: &Expr) -> bool {
    matches!(value, Expr::Array(_) | Expr::Tuple(_)) || builds_owned(value)
}
