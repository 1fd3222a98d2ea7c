//! Items and final values that are borrows of what the generator owns.

use super::owned::kind_of;
use super::{Kind, View, views};
use crate::errors::Errors;
use crate::input::GeneratorFn;
use crate::ir::{Body, Stmt, Terminator};
use crate::resolve::LocalKind;
use syn::{Expr, Type};

/// How a value leaves the generator.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Leaves {
    Yielded,
    Returned,
}

/// Reports each item and each final value that points to a local, and whether there are any: the caller has it when the
/// generator goes on, or is gone.
pub fn borrows_in_items(generator: &GeneratorFn, body: &Body, errors: &mut Errors) -> bool {
    let is_reference = |ty: &Option<Type>| matches!(ty, Some(Type::Reference(_)));
    let mut wrong = false;
    for block in &body.blocks {
        for stmt in &block.stmts {
            if let Stmt::Init { local, value } = stmt
                && Some(*local) == body.ret
                && is_reference(&generator.output.ret)
            {
                wrong |= is_reported(body, (value, Leaves::Returned), errors);
            }
        }
        if let Terminator::Yield { value, .. } = &block.terminator
            && is_reference(&generator.output.item)
        {
            wrong |= is_reported(body, (value, Leaves::Yielded), errors);
        }
    }
    wrong
}

fn is_reported(body: &Body, (value, leaves): (&Expr, Leaves), errors: &mut Errors) -> bool {
    // The type is written down, so a reference to a reference may turn into the inner one.
    let Some(borrow) = views::borrow(body, value, true) else {
        return false;
    };
    let owner = body.locals.get(borrow.owner);
    let named = matches!(owner.kind, LocalKind::User | LocalKind::Param);
    if !named || !matches!(borrow.view, View::Reference(_)) {
        return false;
    }
    let name = owner.ident.to_string();
    let kind = kind_of(body, borrow.owner);
    let message = match leaves {
        Leaves::Yielded => {
            let remedy = remedy_of_item(&name, kind);
            format!(
                "this hands out a borrow of `{name}`, but `{name}` belongs to the generator, and the caller may keep the item longer than that: {remedy}"
            )
        }
        Leaves::Returned => format!(
            "this returns a borrow of `{name}`, but `{name}` belongs to the generator, which is at its end: return `{name}` itself, or let the caller own it and take it as a `&` parameter"
        ),
    };
    errors.error_on(value, message);
    true
}

fn remedy_of_item(name: &str, kind: Option<Kind>) -> String {
    match kind {
        Some(Kind::Text) => format!(
            "make the items `String`, and write `yield_!({name}.clone())`, or `yield_!({name})` where it is not used any more"
        ),
        Some(Kind::Number) => {
            format!("make the items values, not references, and write `yield_!({name})`")
        }
        _ => format!(
            "make the items values, not references, and write `yield_!({name}.clone())`, or let the caller own `{name}` and take it as a `&` parameter"
        ),
    }
}
