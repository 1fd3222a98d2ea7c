//! Values of std whose drop cannot be noticed, as far as written types tell: numbers, references, and what owns nothing else.
//! What is taken out of one, or seen in it, is of the same kind; so it need not live on where it is not used.

use super::scalars::is_scalar;
use super::std_types;
use super::types::is_collection_type;
use crate::methods;
use crate::resolve::{Locals, direct_local};
use crate::syntax::unparen;
use syn::{Expr, ExprMethodCall, GenericArgument, PathArguments, PathSegment, Type, TypePath};

/// Whether a written type has no drop that could be noticed.
pub fn is_harmless(ty: &Type) -> bool {
    match ty {
        Type::Reference(_) | Type::Ptr(_) | Type::BareFn(_) | Type::Never(_) => true,
        Type::Array(it) => is_harmless(&it.elem),
        Type::Slice(it) => is_harmless(&it.elem),
        Type::Tuple(it) => it.elems.iter().all(is_harmless),
        Type::Group(it) => is_harmless(&it.elem),
        Type::Paren(it) => is_harmless(&it.elem),
        Type::Path(it) => is_scalar(ty) || is_harmless_path(it),
        _ => false,
    }
}

fn is_harmless_path(it: &TypePath) -> bool {
    let mut segments = it.path.segments.iter().rev();
    let Some(last) = segments.next() else {
        return false;
    };
    // Not `Self::String`: in front of a type of std stand modules.
    let is_module =
        |segment: &PathSegment| segment.ident.to_string().starts_with(char::is_lowercase);
    it.qself.is_none() && segments.all(is_module) && is_harmless_segment(last)
}

fn is_harmless_segment(last: &PathSegment) -> bool {
    match &last.arguments {
        PathArguments::None => std_types::is_text(&last.ident),
        PathArguments::AngleBracketed(it) => {
            let harmless = |argument: &GenericArgument| match argument {
                GenericArgument::Type(ty) => is_harmless(ty),
                GenericArgument::Lifetime(_) => true,
                _ => false,
            };
            // With one argument it is an alias, whose error is written elsewhere.
            let is_result = last.ident == "Result" && it.args.len() == 2;
            (std_types::is_holder(&last.ident) || is_result) && it.args.iter().all(harmless)
        }
        PathArguments::Parenthesized(_) => false,
    }
}

/// Whether a value, and so what a pattern binds in it, has no drop that could be noticed.
///
/// Input: `items.get(i)`, `stack.pop()`, `(a.peek(), b.peek())`, of variables of known types
pub fn is_harmless_value(locals: &Locals, value: &Expr) -> bool {
    match unparen(value) {
        Expr::Tuple(it) => it.elems.iter().all(|elem| is_harmless_value(locals, elem)),
        Expr::MethodCall(it) => {
            let method = it.method.to_string();
            is_shown(locals, it)
                || (gives_same_type(it) && is_harmless_value(locals, &it.receiver))
                || (methods::gives_item(&method) && holds_harmless(locals, &it.receiver))
        }
        place => written_type(locals, place).is_some_and(is_harmless),
    }
}

/// Whether what a method of std gives is, of a harmless value, harmless as well: what is in it, or one of two of its type.
///
/// Input: `found.unwrap()`, `a.max(b)`
fn gives_same_type(it: &ExprMethodCall) -> bool {
    let is_one_of_two = (it.method == "max" || it.method == "min") && it.args.len() == 1;
    is_one_of_two || methods::unwraps(&it.method.to_string())
}

/// Whether the items of a value that is iterated over have no drop that could be noticed.
///
/// Input: `words`, `words.into_iter().enumerate()`, of a variable `words: Vec<String>`
pub fn has_harmless_items(locals: &Locals, head: &Expr) -> bool {
    match unparen(head) {
        Expr::Reference(it) => is_collection(locals, &it.expr),
        Expr::MethodCall(it) => {
            let method = it.method.to_string();
            let adapts = methods::is_adapter(&method) && !methods::makes_items(&method);
            let joined = |arg| !methods::joins_items(&method) || has_harmless_items(locals, arg);
            is_shown(locals, it)
                || (method == "drain" && holds_harmless(locals, &it.receiver))
                || ((adapts || method == "into_iter")
                    && has_harmless_items(locals, &it.receiver)
                    && it.args.iter().all(joined))
        }
        place => match written_type(locals, place) {
            // What iterates over a reference to an iterator has the items themselves.
            Some(Type::Reference(it)) => is_type_of_collection(&it.elem),
            Some(ty) => is_harmless(ty),
            None => adapter_of(locals, place).is_some_and(|init| has_harmless_items(locals, init)),
        },
    }
}

/// Whether what a method takes out of a value has no drop that could be noticed. Of a number std takes nothing out: such a
/// method is one of the user's own.
fn holds_harmless(locals: &Locals, value: &Expr) -> bool {
    match written_type(locals, value) {
        Some(ty) => is_type_of_collection(ty) && is_harmless(referent(ty)),
        None => has_harmless_items(locals, value),
    }
}

fn referent(ty: &Type) -> &Type {
    match ty {
        Type::Reference(it) => referent(&it.elem),
        other => other,
    }
}

/// The iterator that an adapter has made for a variable.
fn adapter_of<'l>(locals: &'l Locals, place: &Expr) -> Option<&'l Expr> {
    let init = locals.get(direct_local(place)?).init.as_ref()?;
    let is_adapter = matches!(unparen(init), Expr::MethodCall(it) if methods::is_adapter(&it.method.to_string()));
    is_adapter.then_some(init)
}

/// Whether a call shows what something of std holds: as references, or as an iterator of these.
fn is_shown(locals: &Locals, it: &ExprMethodCall) -> bool {
    let peeks = it.method == "peek" && is_peekable(locals, &it.receiver);
    peeks || (methods::is_view(&it.method.to_string()) && is_collection(locals, &it.receiver))
}

fn is_peekable(locals: &Locals, value: &Expr) -> bool {
    adapter_of(locals, value).is_some_and(
        |init| matches!(unparen(init), Expr::MethodCall(it) if it.method == "peekable"),
    )
}

/// Whether a value is a slice, a text or a collection of std, or a reference to one.
pub fn is_collection(locals: &Locals, value: &Expr) -> bool {
    match unparen(value) {
        Expr::Reference(it) => is_collection(locals, &it.expr),
        Expr::MethodCall(it) => {
            let method = it.method.to_string();
            methods::gives_owned(&method)
                || (!methods::gives_iterator(&method) && is_shown(locals, it))
        }
        place => match written_type(locals, place) {
            Some(ty) => is_type_of_collection(ty),
            None => direct_local(place)
                .and_then(|local| locals.get(local).init.as_ref())
                .is_some_and(|init| builds_collection(locals, init)),
        },
    }
}

/// Whether an initialiser makes a collection or a text, or shows one.
fn builds_collection(locals: &Locals, init: &Expr) -> bool {
    match unparen(init) {
        Expr::Array(_) | Expr::Repeat(_) => true,
        Expr::Macro(it) => it.mac.path.is_ident("vec") || it.mac.path.is_ident("format"),
        Expr::Call(it) => matches!(&*it.func, Expr::Path(path) if is_made_by(path)),
        Expr::MethodCall(_) => is_collection(locals, init),
        _ => false,
    }
}

/// Input: `Vec::new`, `String::from`
fn is_made_by(path: &syn::ExprPath) -> bool {
    let mut segments = path.path.segments.iter().rev();
    let (Some(constructor), Some(ty)) = (segments.next(), segments.next()) else {
        return false;
    };
    let constructs = ["new", "from", "with_capacity"];
    let of_std = std_types::is_collection(&ty.ident) || ty.ident == "String";
    of_std && constructs.iter().any(|name| constructor.ident == name)
}

fn is_type_of_collection(ty: &Type) -> bool {
    match ty {
        Type::Reference(it) => is_type_of_collection(&it.elem),
        other => is_type_of_text(other) || is_collection_type(other),
    }
}

fn is_type_of_text(ty: &Type) -> bool {
    matches!(ty, Type::Path(it) if it.path.is_ident("str") || it.path.is_ident("String"))
}

/// Whether a value is a text, or a reference to one.
///
/// Input: `text`, `text.trim()`, of a parameter `text: &str`; `"abc"`
pub fn is_text(locals: &Locals, value: &Expr) -> bool {
    match unparen(value) {
        Expr::Lit(it) => matches!(it.lit, syn::Lit::Str(_)),
        Expr::Reference(it) => is_text(locals, &it.expr),
        Expr::MethodCall(it) => {
            let method = it.method.to_string();
            method.starts_with("trim") && is_text(locals, &it.receiver)
        }
        place => match written_type(locals, place) {
            Some(ty) => is_type_of_text(referent(ty)),
            None => direct_local(place)
                .and_then(|local| locals.get(local).init.as_ref())
                .is_some_and(|init| is_text(locals, init)),
        },
    }
}

/// The type of a place, as far as it is written down.
///
/// Input: `rows[i]`, of a variable `rows: Vec<String>` · Output: `String`
pub fn written_type<'l>(locals: &'l Locals, place: &Expr) -> Option<&'l Type> {
    match unparen(place) {
        Expr::Path(_) => locals.get(direct_local(place)?).ty.as_ref(),
        Expr::Index(it) if !matches!(unparen(&it.index), Expr::Range(_)) => {
            element_of(written_type(locals, &it.expr)?)
        }
        _ => None,
    }
}

fn element_of(ty: &Type) -> Option<&Type> {
    match ty {
        Type::Reference(it) => element_of(&it.elem),
        Type::Slice(it) => Some(&it.elem),
        Type::Array(it) => Some(&it.elem),
        Type::Path(it) => {
            let last = it.path.segments.last()?;
            let PathArguments::AngleBracketed(arguments) = &last.arguments else {
                return None;
            };
            let is_list = last.ident == "Vec" || last.ident == "VecDeque";
            match arguments.args.first()? {
                GenericArgument::Type(ty) if is_list => Some(ty),
                _ => None,
            }
        }
        _ => None,
    }
}
