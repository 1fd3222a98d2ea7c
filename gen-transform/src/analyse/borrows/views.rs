//! Which expressions borrow from a local.
//!
//! Answers are for certain: a method counts only on a type of std that syntax shows, and what may go through a reference
//! inside the local counts not at all.

use super::owned::kind_of;
use super::{Borrow, Kind, View};
use crate::ir::Body;
use crate::methods;
use crate::resolve::{LocalId, direct_local};
use crate::syntax::{calls_std_variant, unparen};
use syn::{Expr, ExprMethodCall, GenericArgument, PathArguments, Type, UnOp};

/// What the value of `expr` borrows. With a type annotation (`typed`) a reference to a reference may turn into the inner
/// one.
pub fn borrow(body: &Body, expr: &Expr, typed: bool) -> Option<Borrow> {
    let borrow = match unparen(expr) {
        Expr::Reference(it) => reference(body, &it.expr, typed)?,
        Expr::MethodCall(it) => method(body, it)?,
        Expr::Try(it) => opened(borrow(body, &it.expr, false)?)?,
        Expr::Struct(it) => {
            let mut fields = it.fields.iter().map(|field| &field.expr);
            return fields.find_map(|field| part(body, field));
        }
        Expr::Tuple(it) => return it.elems.iter().find_map(|elem| part(body, elem)),
        Expr::Array(it) => return it.elems.iter().find_map(|elem| part(body, elem)),
        Expr::Call(it) if calls_std_variant(&it.func) => return part(body, it.args.first()?),
        _ => return None,
    };
    let certain = !typed || !matches!(borrow.view, View::Reference(None));
    certain.then_some(borrow)
}

/// A part of a literal: its type may be written somewhere else, as in the definition of a struct.
fn part(body: &Body, expr: &Expr) -> Option<Borrow> {
    match unparen(expr) {
        Expr::Reference(_) | Expr::MethodCall(_) => borrow(body, expr, true),
        _ => None,
    }
}

/// `&place`
fn reference(body: &Body, place: &Expr, typed: bool) -> Option<Borrow> {
    let place = unparen(place);
    let (owner, kind) = match place {
        Expr::Path(_) => {
            let owner = direct_local(place)?;
            let kind = kind_of(body, owner);
            (owner, Some(kind).filter(|kind| kind.is_some() || !typed)?)
        }
        _ => {
            let owner = place_owner(body, place)?;
            // A range of a list or a text is one itself.
            let is_range =
                matches!(place, Expr::Index(it) if matches!(unparen(&it.index), Expr::Range(_)));
            (owner, kind_of(body, owner).filter(|_| is_range))
        }
    };
    let view = View::Reference(kind);
    Some(Borrow { owner, view })
}

/// The local that a field, an element or what a box holds belongs to.
///
/// Of `a.b.c` nothing is known: `a.b` may be a reference.
fn place_owner(body: &Body, place: &Expr) -> Option<LocalId> {
    let (base, kinds): (&Expr, &[Kind]) = match place {
        Expr::Field(it) => (&it.base, &[Kind::Parts]),
        Expr::Index(it) => (&it.expr, &[Kind::List, Kind::Text, Kind::Map]),
        Expr::Unary(it) if matches!(it.op, UnOp::Deref(_)) => {
            (&it.expr, &[Kind::List, Kind::Text, Kind::Other])
        }
        _ => return None,
    };
    let owner = direct_local(base)?;
    kinds.contains(&kind_of(body, owner)?).then_some(owner)
}

/// `receiver.method(..)`
fn method(body: &Body, call: &ExprMethodCall) -> Option<Borrow> {
    let name = call.method.to_string();
    let receiver = unparen(&call.receiver);
    let kind = |local| kind_of(body, local).or_else(|| advanced(body, local, &name));
    let owner = direct_local(receiver).and_then(|local| Some((local, kind(local)?)));
    if let Some((owner, kind)) = owner {
        let view = view_of(kind, &name)?;
        return Some(Borrow { owner, view });
    }
    let borrow = of_variable(body, receiver).or_else(|| self::borrow(body, receiver, false));
    if let Some(borrow) = borrow {
        return chained(borrow, &name);
    }
    // What is zipped or chained is held, too.
    let holds = methods::joins_items(&name);
    let held = part(body, call.args.first().filter(|_| holds)?)?;
    let view = View::Iterator;
    Some(Borrow { view, ..held })
}

/// What a variable borrows that is a reference to another one for good.
///
/// Input: `v`, after `let v: &[u32] = &list;`
fn of_variable(body: &Body, variable: &Expr) -> Option<Borrow> {
    let decl = body.locals.get(direct_local(variable)?);
    let init = decl.init.as_ref().filter(|_| !decl.mutable)?;
    let is_borrow = matches!(unparen(init), Expr::Reference(_));
    is_borrow.then(|| borrow(body, init, decl.ty.is_some()))?
}

/// A parameter whose type is a type parameter, if the method shows that it is an iterator.
fn advanced(body: &Body, local: LocalId, method: &str) -> Option<Kind> {
    (method == "by_ref" && body.locals.get(local).generic).then_some(Kind::Iterator)
}

/// `text.split(' ').collect()` and `map.keys().collect()` into a `Vec` of references, as far as its type is written down.
pub fn collected(body: &Body, init: &Expr, ty: Option<&Type>) -> Option<Borrow> {
    let Expr::MethodCall(it) = unparen(init) else {
        return None;
    };
    let turbofish = it.turbofish.as_ref().and_then(|it| match it.args.first() {
        Some(GenericArgument::Type(ty)) => Some(ty),
        _ => None,
    });
    let into = ty.or(turbofish).filter(|_| it.method == "collect")?;
    let gathered = borrow(body, &it.receiver, false)?;
    let view = View::Collected;
    let lent = gathered.view == View::Pieces || lends_items(&it.receiver);
    (lent && is_list_of_references(into)).then_some(Borrow { view, ..gathered })
}

/// Whether the items are references to what a list or a map holds, or tuples with them.
///
/// Input: `map.iter()`, `list.iter().rev()`; not `list.iter().copied()`
fn lends_items(iterator: &Expr) -> bool {
    let Expr::MethodCall(it) = unparen(iterator) else {
        return false;
    };
    match it.method.to_string().as_str() {
        "iter" | "iter_mut" | "keys" | "values" | "values_mut" | "windows" | "chunks" => true,
        "copied" => false,
        method => methods::passes_items(method) && lends_items(&it.receiver),
    }
}

/// `Vec<&str>`, `Vec<(&str, _)>`, and `Vec<_>`, which is one if the items are.
fn is_list_of_references(ty: &Type) -> bool {
    let Type::Path(path) = ty else { return false };
    let Some(last) = path.path.segments.last().filter(|last| last.ident == "Vec") else {
        return false;
    };
    let is_lent = |ty: &Type| matches!(ty, Type::Reference(_) | Type::Infer(_));
    match &last.arguments {
        PathArguments::AngleBracketed(it) => match it.args.first() {
            Some(GenericArgument::Type(Type::Tuple(it))) => it.elems.iter().any(is_lent),
            Some(GenericArgument::Type(ty)) => is_lent(ty),
            _ => false,
        },
        _ => false,
    }
}

/// A method of a borrow.
pub fn chained(borrow: Borrow, method: &str) -> Option<Borrow> {
    let view = match borrow.view {
        View::Reference(Some(kind)) => view_of(kind, method)?,
        // What an adapter makes of the pieces may be something else.
        View::Pieces if methods::passes_items(method) => View::Pieces,
        View::Pieces if methods::is_adapter(method) => View::Iterator,
        View::Iterator | View::Drain if methods::is_adapter(method) => borrow.view,
        View::Maybe | View::MaybeGuard if ["unwrap", "expect"].contains(&method) => {
            return opened(borrow);
        }
        View::MaybeGuard if method == "unwrap_or_else" => View::Guard,
        View::Maybe if ["ok_or", "ok", "filter", "or_else"].contains(&method) => View::Maybe,
        _ => return None,
    };
    Some(Borrow { view, ..borrow })
}

/// What is in an `Option` or a `Result`.
fn opened(borrow: Borrow) -> Option<Borrow> {
    let view = match borrow.view {
        View::Maybe => View::Reference(None),
        View::MaybeGuard => View::Guard,
        _ => return None,
    };
    Some(Borrow { view, ..borrow })
}

/// What a method of std's types gives that borrows its receiver.
pub fn view_of(kind: Kind, method: &str) -> Option<View> {
    match kind {
        Kind::Text => text(method),
        Kind::List => list(method),
        Kind::Map => map(method),
        Kind::Lock if methods::is_fallible_guard(method) => Some(View::MaybeGuard),
        Kind::Lock => methods::is_guard(method).then_some(View::Guard),
        Kind::Maybe => match method {
            "as_ref" | "as_mut" | "as_deref" | "as_deref_mut" => Some(View::Maybe),
            "iter" | "iter_mut" => Some(View::Iterator),
            _ => None,
        },
        Kind::Iterator => match method {
            "by_ref" => Some(View::Iterator),
            "peek" | "peek_mut" => Some(View::Maybe),
            _ => None,
        },
        Kind::Parts | Kind::Number | Kind::Other => None,
    }
}

fn text(method: &str) -> Option<View> {
    Some(match method {
        "chars" | "char_indices" | "bytes" | "match_indices" | "encode_utf16" => View::Iterator,
        _ if methods::cuts_text(method) => View::Pieces,
        "drain" => View::Drain,
        "as_str" | "as_mut_str" | "trim" | "trim_start" | "trim_end" | "trim_matches" => {
            View::Reference(Some(Kind::Text))
        }
        "as_bytes" => View::Reference(Some(Kind::List)),
        "strip_prefix" | "strip_suffix" | "split_once" | "rsplit_once" => View::Maybe,
        _ => return None,
    })
}

fn list(method: &str) -> Option<View> {
    Some(match method {
        "iter" | "iter_mut" | "windows" | "chunks" | "chunks_mut" | "chunks_exact" | "rchunks"
        | "split" => View::Iterator,
        "drain" => View::Drain,
        "as_slice" | "as_mut_slice" => View::Reference(Some(Kind::List)),
        "first" | "last" | "first_mut" | "last_mut" | "get" | "get_mut" | "front" | "back"
        | "front_mut" | "back_mut" | "split_first" | "split_last" | "peek" => View::Maybe,
        _ => return None,
    })
}

fn map(method: &str) -> Option<View> {
    Some(match method {
        "iter" | "iter_mut" | "keys" | "values" | "values_mut" | "range" => View::Iterator,
        "drain" => View::Drain,
        "get" | "get_mut" | "get_key_value" | "first_key_value" | "last_key_value" => View::Maybe,
        _ => return None,
    })
}
