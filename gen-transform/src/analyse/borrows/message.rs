//! What the user reads of a borrow across a yield: the borrow, the yield that crosses it, and what to write instead.

use super::owned::{kind_of, locked};
use super::reborrows::{is_of_part, referent};
use super::{Borrow, Kind, View};
use crate::errors::Errors;
use crate::ir::Body;
use crate::resolve::{LocalDecl, LocalId, LocalKind, TempKind};
use crate::syntax::unparen;
use proc_macro2::{Ident, TokenStream};
use syn::{Expr, Type};

/// Reports that `borrower` borrows what it must not keep over the suspend point.
pub fn report(
    body: &Body,
    (borrower, point): (LocalId, usize),
    borrow: &Borrow,
    place: TokenStream,
    errors: &mut Errors,
) {
    let line = body.suspend_points[point].span.start().line;
    if is_of_part(body, borrow) {
        return errors.error_on(
            place,
            format!("this borrows over the `yield_!` on line {line} through a `&mut` that is used again after it, and the generator can keep one of the two only: collect first what it goes over, go by index (`for i in 0..items.len()`), or use the `&mut` for the last time here"),
        );
    }
    let decl = body.locals.get(borrower);
    let owner = described(body, borrow.owner);
    let what = match (decl.kind, borrow.view) {
        (LocalKind::User, View::Guard) => {
            format!(
                "`{}` borrows {owner} until after the `yield_!` on line {line}",
                decl.ident
            )
        }
        (LocalKind::User, _) => {
            format!(
                "`{}` borrows {owner} and is used after the `yield_!` on line {line}",
                decl.ident
            )
        }
        _ => format!("this borrows {owner} over the `yield_!` on line {line}"),
    };
    let remedy = remedy(body, borrower, borrow);
    if referent(body, borrow.owner).is_some() {
        return errors.error_on(
            place,
            format!("{what}, and {owner} is used again after it, so it has to stay a variable of the generator, and a borrow of one cannot be kept: {remedy}"),
        );
    }
    errors.error_on(
        place,
        format!("{what}, but a generator owns its variables and is moved between two items, so a borrow of them cannot be kept: {remedy}"),
    );
}

/// The owner by its name, if it has one.
fn described(body: &Body, owner: LocalId) -> String {
    let decl = body.locals.get(owner);
    match decl.kind {
        LocalKind::User | LocalKind::Param => format!("`{}`", decl.ident),
        LocalKind::Temp(TempKind::Guard) => "a guard".to_string(),
        LocalKind::Part(_) | LocalKind::Temp(_) | LocalKind::Rest => {
            "a temporary value".to_string()
        }
    }
}

fn remedy(body: &Body, borrower: LocalId, borrow: &Borrow) -> String {
    let (decl, owner) = (body.locals.get(borrower), body.locals.get(borrow.owner));
    let (it, name) = (&decl.ident, &owner.ident);
    let kind = kind_of(body, borrow.owner);
    let has_name = matches!(owner.kind, LocalKind::User | LocalKind::Param);
    let in_let = decl.kind == LocalKind::User;
    if let Some(of) = referent(body, borrow.owner) {
        return reborrow_remedy(borrow.view, of, in_let, name);
    }
    if !in_let && locked(body, borrow.owner).is_some() {
        return locked_remedy(has_name.then_some(name));
    }
    match (borrow.view, kind) {
        (View::Guard | View::MaybeGuard, _) if !in_let => locked_remedy(None),
        (View::Guard | View::MaybeGuard, _) if has_name => format!(
            "copy what you need out of it (`let value = ..;`) and drop `{it}` before the yield, or take it again after the yield"
        ),
        _ if !has_name && !in_let => {
            "keep the value itself (`let value = ..;`), iterate by value or by index, or make it anew after the yield".to_string()
        }
        _ if !has_name => format!(
            "keep the value itself (`let {it} = ..;` without the borrow), or make it anew after the yield"
        ),
        (View::Captured | View::Changed, _) => closure_remedy(borrow.view, kind, name),
        (View::Drain, _) => {
            format!(
                "iterate by value (`for x in {name}`), or over what `std::mem::take(&mut {name})` gives"
            )
        }
        (View::Iterator, Some(Kind::Iterator)) => advanced(name),
        _ if owner.generic && !is_shared(decl.init.as_ref()) => advanced(name),
        _ if decl.kind == LocalKind::Temp(TempKind::Operand) => format!(
            "evaluate the argument with the yield first (`let value = ..;`), or hand over `{name}.clone()`"
        ),
        _ => kept_remedy(decl, owner, borrow.view, kind),
    }
}

/// In place of a view or a reference that a variable or a head keeps.
fn kept_remedy(decl: &LocalDecl, owner: &LocalDecl, view: View, kind: Option<Kind>) -> String {
    let (it, name) = (&decl.ident, &owner.ident);
    match (view, kind) {
        (View::Reference(_), _) if matches!(owner.ty, Some(Type::Reference(_))) => {
            format!(
                "it is a reference already, so copy it (`let {it} = {name};`), or borrow it again after the yield"
            )
        }
        (View::Reference(_), Some(Kind::Number)) => {
            format!("copy it (`let {it} = {name};`), or borrow it again after the yield")
        }
        (View::Collected, Some(Kind::List | Kind::Map)) => format!(
            "clone what you need (`.cloned()`, or a `map`, before `.collect()`), or take `{name}` as a `&` parameter"
        ),
        (View::Pieces | View::Collected, _) => format!(
            "collect the pieces first (`.map(String::from).collect::<Vec<_>>()`), or take `{name}: &str` as a parameter"
        ),
        (View::Iterator, Some(Kind::Text)) => format!(
            "collect what it gives first (`.collect::<Vec<_>>()`), or take `{name}: &str` as a parameter"
        ),
        _ if decl.kind != LocalKind::User => head_remedy(kind, name),
        (View::Iterator, Some(Kind::List)) => {
            format!(
                "iterate by value (`{name}.into_iter()`), keep an index in its place, or let the caller own `{name}` and take `&{name}` as a parameter"
            )
        }
        (_, Some(Kind::Iterator)) => {
            "borrow it again after the yield, or clone what you need".to_string()
        }
        _ => format!(
            "borrow it again after the yield, clone what you need, or let the caller own `{name}` and take `&{name}` as a parameter"
        ),
    }
}

/// In place of what is kept beside a guard, which has perhaps a name.
fn locked_remedy(name: Option<&Ident>) -> String {
    match name {
        Some(name) => format!(
            "go by index (`for i in 0..{name}.len()`), or copy what you need out of it before the yield"
        ),
        None => "copy what you need out of it before the yield (`let value = ..;`)".to_string(),
    }
}

/// In place of a borrow through a `&mut` parameter that is used again.
fn reborrow_remedy(view: View, of: Kind, is_named: bool, name: &syn::Ident) -> String {
    match (view, of) {
        (View::Drain, _) => format!("iterate over what `std::mem::take({name})` gives"),
        (_, Kind::List) if !is_named => format!(
            "iterate by index (`for i in 0..{name}.len()`), or use `{name}` for the last time here"
        ),
        _ => format!(
            "borrow it again after the yield, clone what you need, or use `{name}` for the last time here"
        ),
    }
}

/// In place of a closure that borrows what it uses or changes.
fn closure_remedy(view: View, kind: Option<Kind>, name: &syn::Ident) -> String {
    match (view, kind) {
        (View::Changed, _) => format!(
            "hand `{name}` to the closure where it is called (`|{name}: &mut _| ..`), or write its code in place of it"
        ),
        (_, Some(Kind::Number)) => format!(
            "write `move` in front of the closure, which then has a copy of `{name}`, or take `{name}` as an argument of the closure"
        ),
        _ => format!(
            "write `move` in front of the closure, which then owns `{name}`, or give it a clone"
        ),
    }
}

/// In place of a borrow as the head of a loop.
fn head_remedy(kind: Option<Kind>, name: &syn::Ident) -> String {
    match kind {
        Some(Kind::Iterator) => advanced(name),
        Some(Kind::Map | Kind::Maybe) => {
            format!("iterate by value (`for x in {name}`), or take `{name}` as a `&` parameter")
        }
        _ => format!(
            "iterate by value (`for x in {name}`), by index (`for i in 0..{name}.len()`), or take `{name}` as a `&` parameter"
        ),
    }
}

/// Input: `&x`
fn is_shared(init: Option<&Expr>) -> bool {
    matches!(init.map(unparen), Some(Expr::Reference(it)) if it.mutability.is_none())
}

/// In place of a `&mut` to an iterator.
fn advanced(name: &syn::Ident) -> String {
    format!("advance it where it is (`while let Some(x) = {name}.next()`)")
}
