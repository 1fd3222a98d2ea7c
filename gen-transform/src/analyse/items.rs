//! The types of the items of std's iterators, as far as the names of methods and what these are called on tell.
//!
//! A variable that a pattern binds has no type written at it. An index, a character or a byte is found out here, so that it is
//! kept as what it is.

use super::harmless::is_text;
use crate::methods;
use crate::resolve::{Locals, direct_local};
use crate::syntax::unparen;
use syn::{Expr, ExprMethodCall, Type, parse_quote};

/// The type of the items of an iterator, with a `_` for what is not known.
///
/// Input: `text.char_indices().rev()`, of a parameter `text: &str` · Output: `(usize, char)`
///
/// Input: `words.iter().enumerate()` · Output: `(usize, _)`
pub fn item_type(locals: &Locals, head: &Expr) -> Option<Type> {
    match unparen(head) {
        Expr::MethodCall(it) => of_adapter(locals, it),
        Expr::Reference(it) if it.mutability.is_some() => item_type(locals, &it.expr),
        place => item_type(locals, initialiser(locals, place)?),
    }
}

fn of_adapter(locals: &Locals, it: &ExprMethodCall) -> Option<Type> {
    let of_text = || is_text(locals, &it.receiver);
    match &*it.method.to_string() {
        "enumerate" if is_iterator(locals, &it.receiver) => {
            let item = item_type(locals, &it.receiver).unwrap_or_else(|| parse_quote!(_));
            Some(parse_quote!((usize, #item)))
        }
        "chars" => of_text().then(|| parse_quote!(char)),
        "char_indices" => of_text().then(|| parse_quote!((usize, char))),
        "bytes" => of_text().then(|| parse_quote!(u8)),
        "by_ref" => item_type(locals, &it.receiver),
        method if methods::passes_items(method) => item_type(locals, &it.receiver),
        _ => None,
    }
}

/// Whether a value is one of std's iterators, as far as it can be seen where it comes from.
fn is_iterator(locals: &Locals, value: &Expr) -> bool {
    match unparen(value) {
        Expr::Range(_) => true,
        Expr::MethodCall(it) => {
            let method = it.method.to_string();
            methods::gives_iterator(&method) || methods::is_adapter(&method)
        }
        place => initialiser(locals, place).is_some_and(|init| is_iterator(locals, init)),
    }
}

/// What a variable without a written type is initialised with.
fn initialiser<'l>(locals: &'l Locals, place: &Expr) -> Option<&'l Expr> {
    let decl = locals.get(direct_local(place)?);
    decl.init.as_ref().filter(|_| decl.ty.is_none())
}

/// The type of a value that is asked of an iterator.
///
/// Input: `chars.next()`, of `let mut chars = text.chars();` · Output: `Option<char>`
pub fn asked_type(locals: &Locals, value: &Expr) -> Option<Type> {
    let Expr::MethodCall(it) = unparen(value) else {
        return None;
    };
    let item = || item_type(locals, &it.receiver);
    match &*it.method.to_string() {
        "next" | "next_back" | "nth" | "next_if" | "next_if_eq" | "last" => {
            item().map(|item| parse_quote!(Option<#item>))
        }
        "peek" => item().map(|item| parse_quote!(Option<&#item>)),
        _ => None,
    }
}
