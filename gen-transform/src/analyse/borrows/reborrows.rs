//! Borrows through a `&mut` parameter that is used again later.
//!
//! At its last use such a parameter moves into the borrow. Used again it stays a variable of the generator, and the borrow is one
//! of that variable: it cannot be kept over a yield.

use super::owned::by_type;
use super::views::{chained, view_of};
use super::{Borrow, Kind};
use crate::ir::Body;
use crate::resolve::{LocalId, direct_local};
use crate::syntax::unparen;
use syn::{Expr, Type};

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
        None => chained(reborrow(body, receiver)?, &name),
    }
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
