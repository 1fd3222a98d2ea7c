//! Collections whose items have no drop that could be noticed, by the iterator that they are collected from.

use super::drops::drops_nothing;
use super::harmless::{has_harmless_items, is_harmless};
use super::items::item_type;
use super::std_types;
use crate::methods;
use crate::resolve::{LocalDecl, LocalId, Locals, bindings, direct_local};
use crate::syntax::unparen;
use syn::{
    Expr, ExprClosure, ExprMethodCall, GenericArgument, PathArguments, ReturnType, Type, UnOp,
};

/// Whether a variable is given such a collection, whose type leaves the items open.
///
/// Input: `let sorted: Vec<_> = words.iter().collect();`, `let lengths = words.iter().map(|word| word.len()).collect::<Vec<_>>();`
pub fn is_of_harmless_items(locals: &Locals, decl: &LocalDecl) -> bool {
    let Some(Expr::MethodCall(it)) = decl.init.as_ref().map(unparen) else {
        return false;
    };
    let into = decl.ty.as_ref().or_else(|| turbofish(it));
    it.method == "collect"
        && into.is_some_and(leaves_items_open)
        && gives_harmless_items(locals, &it.receiver)
}

/// Input: `.collect::<Vec<_>>()` · Output: `Vec<_>`
fn turbofish(it: &ExprMethodCall) -> Option<&Type> {
    match it.turbofish.as_ref()?.args.first()? {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    }
}

/// Whether a type is a collection of std that drops nothing but its items, as far as it is written.
///
/// Input: `Vec<_>`, `HashMap<&str, _>`
fn leaves_items_open(ty: &Type) -> bool {
    let Type::Path(path) = ty else { return false };
    let Some(last) = path.path.segments.last() else {
        return false;
    };
    let PathArguments::AngleBracketed(it) = &last.arguments else {
        return false;
    };
    let is_open = |argument: &GenericArgument| match argument {
        GenericArgument::Type(Type::Infer(_)) => true,
        GenericArgument::Type(ty) => is_harmless(ty),
        _ => false,
    };
    let is_list = std_types::is_collection(&last.ident) && std_types::is_owned(&last.ident);
    is_list && it.args.iter().all(is_open)
}

fn gives_harmless_items(locals: &Locals, iterator: &Expr) -> bool {
    let made = match unparen(iterator) {
        Expr::MethodCall(it) if it.method == "map" => match it.args.first() {
            Some(Expr::Closure(closure)) => {
                let given = gives_harmless_items(locals, &it.receiver);
                makes_harmless(locals, closure, given)
            }
            _ => false,
        },
        Expr::MethodCall(it) if methods::passes_items(&it.method.to_string()) => {
            gives_harmless_items(locals, &it.receiver)
        }
        _ => false,
    };
    made || has_harmless_items(locals, iterator)
        || item_type(locals, iterator).is_some_and(|ty| is_harmless(&ty))
}

/// Whether what a closure gives has no drop that could be noticed; `given` if that is so of what it is given.
///
/// Input: `|(i, word)| (word.as_str(), i, word.len())`
fn makes_harmless(locals: &Locals, closure: &ExprClosure, given: bool) -> bool {
    let inputs = closure.inputs.iter().filter(|_| given);
    let harmless: Vec<LocalId> = inputs.flat_map(bindings).collect();
    match &closure.output {
        ReturnType::Type(_, ty) => is_harmless(ty),
        ReturnType::Default => drops_no_part(locals, &closure.body, &harmless),
    }
}

/// The same of a value; `harmless` are variables that have none.
fn drops_no_part(locals: &Locals, value: &Expr, harmless: &[LocalId]) -> bool {
    let is_known = |expr: &Expr| direct_local(expr).is_some_and(|local| harmless.contains(&local));
    match unparen(value) {
        Expr::Tuple(it) => {
            let mut elems = it.elems.iter();
            elems.all(|elem| drops_no_part(locals, elem, harmless))
        }
        // Behind a reference there is a copy.
        Expr::Unary(it) if matches!(it.op, UnOp::Deref(_)) => is_known(&it.expr),
        Expr::MethodCall(it) if methods::gives_reference(&it.method.to_string()) => true,
        value => is_known(value) || drops_nothing(locals, value),
    }
}
