//! The types of what std's iterators, collections and texts give, as far as written types and the names of methods tell.
//!
//! A variable that a pattern binds has no type written at it. An index, a character, an element of a list of numbers is found
//! out here, so that it is kept as what it is.

use super::harmless::{is_text, written_type};
use super::std_types;
use crate::methods;
use crate::resolve::{Locals, direct_local};
use crate::syntax::unparen;
use syn::{
    Expr, ExprMethodCall, GenericArgument, PathArguments, Type, TypeImplTrait, TypeParamBound,
    TypePath, parse_quote,
};

/// The type of the items of something that is iterated over, with a `_` for what is not known.
///
/// Input: `text.char_indices().rev()`, of a parameter `text: &str` · Output: `(usize, char)`
///
/// Input: `words.iter().enumerate()` · Output: `(usize, _)`
pub fn item_type(locals: &Locals, head: &Expr) -> Option<Type> {
    match unparen(head) {
        Expr::MethodCall(it) => of_method(locals, it),
        Expr::Reference(it) if it.mutability.is_none() => {
            shown_elements(written_type(locals, &it.expr)?)
        }
        Expr::Reference(it) => item_type(locals, initialiser(locals, &it.expr)?),
        place => match written_type(locals, place) {
            Some(ty) => elements(ty),
            None => item_type(locals, initialiser(locals, place)?),
        },
    }
}

/// The type of the items of an iterator that a method gives.
fn of_method(locals: &Locals, it: &ExprMethodCall) -> Option<Type> {
    let items = || item_type(locals, &it.receiver);
    let collection = || written_type(locals, &it.receiver);
    match &*it.method.to_string() {
        "iter" => shown_elements(collection()?),
        "drain" => elements(referent(collection()?)),
        "into_iter" | "by_ref" => items(),
        "copied" | "cloned" => match items()? {
            Type::Reference(it) if it.mutability.is_none() => Some(*it.elem),
            _ => None,
        },
        "enumerate" if is_iterator(locals, &it.receiver) => {
            let item = items().unwrap_or_else(|| parse_quote!(_));
            Some(parse_quote!((usize, #item)))
        }
        "zip" => {
            let (first, second) = (items()?, item_type(locals, it.args.first()?)?);
            Some(parse_quote!((#first, #second)))
        }
        method if methods::passes_items(method) => items(),
        method => of_text(method).filter(|_| is_text(locals, &it.receiver)),
    }
}

/// The type of the items of an iterator over a text.
fn of_text(method: &str) -> Option<Type> {
    match method {
        "chars" => Some(parse_quote!(char)),
        "char_indices" => Some(parse_quote!((usize, char))),
        "bytes" => Some(parse_quote!(u8)),
        _ if methods::cuts_text(method) => Some(parse_quote!(&str)),
        _ => None,
    }
}

/// The type of a value that is asked of an iterator, a collection or a text.
///
/// Input: `chars.next()`, of `let mut chars = text.chars();` · Output: `Option<char>`
pub fn asked_type(locals: &Locals, value: &Expr) -> Option<Type> {
    let Expr::MethodCall(it) = unparen(value) else {
        return None;
    };
    let some = |ty: Type| -> Type { parse_quote!(Option<#ty>) };
    let shown = |ty: Type| -> Type { parse_quote!(Option<&#ty>) };
    let of_text = |ty: Type| is_text(locals, &it.receiver).then(|| some(ty));
    match &*it.method.to_string() {
        "next" | "next_back" | "nth" | "next_if" | "next_if_eq" => {
            item_type(locals, &it.receiver).map(some)
        }
        "peek" => item_type(locals, &it.receiver).map(shown),
        "pop" | "pop_front" | "pop_back" => {
            elements(referent(written_type(locals, &it.receiver)?)).map(some)
        }
        "split_once" | "rsplit_once" => of_text(parse_quote!((&str, &str))),
        "strip_prefix" | "strip_suffix" => of_text(parse_quote!(&str)),
        "find" | "rfind" => of_text(parse_quote!(usize)),
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

/// The type of what a value of a written type gives that is iterated over.
///
/// Input: `Vec<u32>`, `&[u32]`, `BTreeMap<u32, String>` · Output: `u32`, `&u32`, `(u32, String)`
fn elements(ty: &Type) -> Option<Type> {
    match ty {
        Type::Reference(it) if it.mutability.is_none() => shown_elements(&it.elem),
        Type::Array(it) => Some((*it.elem).clone()),
        Type::ImplTrait(it) => items_of_bound(it),
        Type::Path(it) => match parameters(it)? {
            (element, None) => Some(element.clone()),
            (key, Some(value)) => Some(parse_quote!((#key, #value))),
        },
        _ => None,
    }
}

/// The same of a shared reference to it.
///
/// Input: `Vec<u32>`, `BTreeMap<u32, String>` · Output: `&u32`, `(&u32, &String)`
fn shown_elements(ty: &Type) -> Option<Type> {
    match ty {
        Type::Reference(it) => shown_elements(&it.elem),
        Type::Slice(it) => {
            let element = &it.elem;
            Some(parse_quote!(&#element))
        }
        Type::Array(it) => {
            let element = &it.elem;
            Some(parse_quote!(&#element))
        }
        Type::Path(it) => match parameters(it)? {
            (element, None) => Some(parse_quote!(&#element)),
            (key, Some(value)) => Some(parse_quote!((&#key, &#value))),
        },
        _ => None,
    }
}

/// The type parameters of a collection: its elements, or its keys and values.
fn parameters(ty: &TypePath) -> Option<(&Type, Option<&Type>)> {
    let last = ty.path.segments.last()?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else {
        return None;
    };
    let mut types = arguments.args.iter().filter_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    });
    let first = types.next()?;
    if std_types::is_map(&last.ident) {
        return Some((first, Some(types.next()?)));
    }
    std_types::is_collection(&last.ident).then_some((first, None))
}

/// Input: `impl Iterator<Item = u32> + Clone` · Output: `u32`
fn items_of_bound(ty: &TypeImplTrait) -> Option<Type> {
    let last_segments = ty.bounds.iter().filter_map(|bound| match bound {
        TypeParamBound::Trait(it) => it.path.segments.last(),
        _ => None,
    });
    let mut iterators = last_segments.filter(|last| last.ident.to_string().ends_with("Iterator"));
    let PathArguments::AngleBracketed(arguments) = &iterators.next()?.arguments else {
        return None;
    };
    arguments.args.iter().find_map(|argument| match argument {
        GenericArgument::AssocType(it) if it.ident == "Item" => Some(it.ty.clone()),
        _ => None,
    })
}

fn referent(ty: &Type) -> &Type {
    match ty {
        Type::Reference(it) => referent(&it.elem),
        other => other,
    }
}
