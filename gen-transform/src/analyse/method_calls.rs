//! What a call of a well-known method tells about its value, and about what it is called on.

use super::types::{is_collection_type, is_owned};
use crate::methods;
use crate::resolve::{Locals, direct_local};
use crate::syntax::unparen;
use syn::{Expr, ExprMethodCall, Type};

/// Whether a call is one of a method that std has twice under its name: `last` of iterators takes `self` by value, that of
/// slices looks; `join` of threads takes no argument, that of slices does.
pub fn is_consuming_call(locals: &Locals, it: &ExprMethodCall) -> bool {
    let method = it.method.to_string();
    match &*method {
        "last" => !is_collection(locals, &it.receiver),
        "join" => it.args.is_empty(),
        // That of iterators; of an `Option` it takes no argument, and leaves the variable.
        "take" => !it.args.is_empty(),
        "get_mut" => is_pin(locals, &it.receiver),
        _ => methods::is_consuming(&method),
    }
}

/// Whether a variable is declared as a `Pin`, of which `get_mut` is the end.
fn is_pin(locals: &Locals, value: &Expr) -> bool {
    let Some(Type::Path(ty)) = direct_local(value).and_then(|local| locals.get(local).ty.as_ref())
    else {
        return false;
    };
    ty.path
        .segments
        .last()
        .is_some_and(|last| last.ident == "Pin")
}

/// Whether a variable joins a slice or a collection, or refers to one, as far as it shows where it is declared.
fn is_collection(locals: &Locals, value: &Expr) -> bool {
    let Some(local) = direct_local(value) else {
        return matches!(unparen(value), Expr::Field(_));
    };
    let decl = locals.get(local);
    let collected =
        |init: &Expr| matches!(unparen(init), Expr::MethodCall(it) if it.method == "collect");
    let init = decl.init.as_ref();
    match &decl.ty {
        Some(Type::Reference(it)) => is_collection_type(&it.elem),
        Some(ty) => is_collection_type(ty),
        None => {
            is_owned(decl) || init.is_some_and(collected) || matches!(init, Some(Expr::Array(_)))
        }
    }
}

/// Whether a value is a borrow, or a view: a reference, or an iterator over what is borrowed.
pub fn is_looked_at(value: &Expr) -> bool {
    match unparen(value) {
        Expr::Reference(_) => true,
        Expr::MethodCall(it) => {
            let method = it.method.to_string();
            methods::is_view(&method) || (hands_on(it) && is_looked_at(&it.receiver))
        }
        _ => false,
    }
}

/// Whether a method gives what it is called on, or an iterator that holds that. Some do so for iterators, and make another value
/// of what is in an `Option`.
///
/// Input: `items.rev()`, `items.iter().map(f)`, `first.unwrap()`; not `first.map(f)`
pub fn hands_on(it: &ExprMethodCall) -> bool {
    let method = it.method.to_string();
    match methods::makes_items(&method) {
        true => is_iterator(&it.receiver),
        false => methods::is_adapter(&method) || methods::unwraps(&method),
    }
}

/// Whether a value is an iterator for certain, and no `Option`, whose methods have the same names.
pub fn is_iterator(value: &Expr) -> bool {
    match unparen(value) {
        Expr::Range(_) => true,
        Expr::MethodCall(it) => {
            let method = it.method.to_string();
            methods::gives_iterator(&method)
                || (methods::is_adapter(&method) && is_iterator(&it.receiver))
        }
        _ => false,
    }
}

/// Whether the items of a value are references for certain, or tuples with them.
///
/// Input: `list.iter().enumerate()`; not `list.iter().cloned()`
pub fn has_lent_items(value: &Expr) -> bool {
    match unparen(value) {
        Expr::MethodCall(it) => {
            let method = it.method.to_string();
            let adapts = methods::is_adapter(&method) && !methods::makes_items(&method);
            let lent = adapts && has_lent_items(&it.receiver);
            let joins = methods::joins_items(&method);
            let own = methods::is_view(&method) && methods::gives_iterator(&method);
            own || (lent && (!joins || it.args.iter().all(has_lent_items)))
        }
        _ => false,
    }
}
