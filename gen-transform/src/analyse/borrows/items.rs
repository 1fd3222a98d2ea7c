//! Items that are borrows of what the generator owns.

use super::owned::kind_of;
use super::{Kind, View, views};
use crate::errors::Errors;
use crate::input::GeneratorFn;
use crate::ir::{Body, Terminator};
use crate::resolve::LocalKind;
use syn::{Expr, Type};

/// Reports each item that points to a local, and whether there are any: the caller has it when the generator goes on, or
/// is gone.
pub fn borrows_in_items(generator: &GeneratorFn, body: &Body, errors: &mut Errors) -> bool {
    let references = matches!(generator.output.item, Some(Type::Reference(_)));
    let items = body
        .blocks
        .iter()
        .filter_map(|block| match &block.terminator {
            Terminator::Yield { value, .. } => Some(value),
            _ => None,
        });
    let wrong = items.filter(|value| references && is_reported(body, value, errors));
    wrong.count() > 0
}

fn is_reported(body: &Body, value: &Expr, errors: &mut Errors) -> bool {
    // The item type is written down, so a reference to a reference may turn into the inner one.
    let Some(borrow) = views::borrow(body, value, true) else {
        return false;
    };
    let owner = body.locals.get(borrow.owner);
    let named = matches!(owner.kind, LocalKind::User | LocalKind::Param);
    if !named || !matches!(borrow.view, View::Reference(_)) {
        return false;
    }
    let name = &owner.ident;
    let remedy = match kind_of(body, borrow.owner) {
        Some(Kind::Text) => format!(
            "make the items `String`, and write `yield_!({name}.clone())`, or `yield_!({name})` where it is not used any more"
        ),
        Some(Kind::Number) => {
            format!("make the items values, not references, and write `yield_!({name})`")
        }
        _ => format!(
            "make the items values, not references, and write `yield_!({name}.clone())`, or let the caller own `{name}` and take it as a `&` parameter"
        ),
    };
    errors.error_on(
        value,
        format!("this hands out a borrow of `{name}`, but `{name}` belongs to the generator, and the caller may keep the item longer than that: {remedy}"),
    );
    true
}
