//! Borrows through a `&mut` parameter that is used again later.
//!
//! At its last use such a parameter moves into the borrow. Used again it stays a variable of the generator, and the borrow is one
//! of that variable: it cannot be kept over a yield.

use super::owned::by_type;
use super::views::{chained, view_of};
use super::{Borrow, Kind, View};
use crate::analyse::types::is_mut_reference;
use crate::ir::Body;
use crate::methods;
use crate::resolve::{LocalId, direct_local};
use crate::syntax::unparen;
use syn::{Expr, Type, UnOp};

/// What the value of `expr` borrows, where it is the value of a variable, through a `&mut` parameter: `list.iter()`, `list.first().unwrap()`.
pub fn reborrow(body: &Body, expr: &Expr) -> Option<Borrow> {
    let Expr::MethodCall(call) = unparen(expr) else {
        return None;
    };
    let name = call.method.to_string();
    let receiver = unparen(&call.receiver);
    match direct_local(receiver) {
        Some(owner) => {
            let view = view_of(referent(body, owner)?, &name)?;
            Some(Borrow { owner, view })
        }
        None => match through_part(body, receiver, &name) {
            Some(owner) => Some(Borrow {
                owner,
                view: View::Iterator,
            }),
            None => chained(reborrow(body, receiver)?, &name),
        },
    }
}

/// The `&mut` through which an iterator borrows that changes what it goes over: whatever the types of the fields are, it does.
///
/// Input: `self.names.values_mut()` · Output: `self`
fn through_part(body: &Body, place: &Expr, method: &str) -> Option<LocalId> {
    let changes = method.ends_with("_mut") && methods::gives_iterator(method);
    let owner = root(place).filter(|_| changes)?;
    is_mut_reference(&body.locals, owner).then_some(owner)
}

/// Input: `(*x).list[0]` · Output: `x`
fn root(place: &Expr) -> Option<LocalId> {
    match unparen(place) {
        Expr::Field(it) => root(&it.base),
        Expr::Index(it) => root(&it.expr),
        Expr::Unary(it) if matches!(it.op, UnOp::Deref(_)) => root(&it.expr),
        variable => direct_local(variable),
    }
}

/// Whether a borrow is one through a `&mut`: only where that is used again it cannot be kept.
pub fn is_reborrow(body: &Body, borrow: &Borrow) -> bool {
    referent(body, borrow.owner).is_some() || is_of_part(body, borrow)
}

/// Whether a borrow through a `&mut` is one of a part of what that refers to.
pub fn is_of_part(body: &Body, borrow: &Borrow) -> bool {
    let by_type = referent(body, borrow.owner).is_none();
    by_type && borrow.view == View::Iterator && is_mut_reference(&body.locals, borrow.owner)
}

/// What a `&mut` parameter refers to.
pub fn referent(body: &Body, local: LocalId) -> Option<Kind> {
    let decl = body.locals.get(local);
    match &decl.ty {
        Some(Type::Reference(it)) if it.mutability.is_some() => match &*it.elem {
            Type::Slice(_) => Some(Kind::List),
            elem => by_type(elem),
        },
        _ => None,
    }
}
