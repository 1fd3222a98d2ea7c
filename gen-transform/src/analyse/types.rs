//! What declarations tell about the type of a local.

use super::{closures, std_types};
use crate::lower::is_liftable_rvalue;
use crate::methods;
use crate::resolve::{LocalDecl, LocalId, LocalKind, Locals, TempKind, direct_local};
use crate::syntax::{is_std_wrapper, known_macro, names, unparen, values};
use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Expr, ExprClosure, ExprUnary, Pat, Path, Type, TypePath, UnOp};

/// Whether a local is known to hold a struct itself and no reference to one: by its written type, or its
/// initialiser.
pub fn is_struct(decl: &LocalDecl) -> bool {
    match (&decl.ty, &decl.init) {
        _ if decl.owned_part => true,
        (Some(ty), _) => matches!(ty, Type::Path(_)) && !decl.generic && !is_owned(decl),
        (None, Some(Expr::Struct(_))) => true,
        (None, Some(Expr::Call(it))) => is_constructor(&it.func),
        (None, _) => false,
    }
}

/// Whether a local is known to hold a struct itself, of a type of which std has none of the name.
pub fn is_of_own_type(decl: &LocalDecl) -> bool {
    let own = |path: &Path| {
        let last = path.segments.last();
        last.is_some_and(|last| !std_types::is_known(&last.ident)) && !is_std_wrapper(path)
    };
    match (&decl.ty, &decl.init) {
        _ if decl.generic => false,
        (Some(Type::Path(ty)), _) => ty.qself.is_none() && own(&ty.path),
        (None, Some(Expr::Struct(it))) => own(&it.path),
        (None, Some(Expr::Call(it))) if is_constructor(&it.func) => {
            matches!(&*it.func, Expr::Path(callee) if own(&callee.path))
        }
        _ => false,
    }
}

/// Whether a local is known to hold a value and no reference to one.
pub fn is_value(decl: &LocalDecl) -> bool {
    is_struct(decl) || is_owned(decl) || decl.built || decl.init.as_ref().is_some_and(builds)
}

/// Whether an expression spells a struct or a variant out.
///
/// Input: `Point { x, y }`, `State::Count(n)`, `State::End`
pub fn builds(expr: &Expr) -> bool {
    match unparen(expr) {
        Expr::Struct(_) => true,
        Expr::Call(it) => is_constructor(&it.func),
        Expr::Path(it) => is_variant(&it.path),
        _ => false,
    }
}

/// Whether a path is that of a variant: by convention both last names start in upper case, and a constant has no other letters.
fn is_variant(path: &Path) -> bool {
    let mut names = path.segments.iter().rev().map(|it| it.ident.to_string());
    let (variant, of) = (names.next(), names.next());
    let upper = |name: &String| name.starts_with(char::is_uppercase);
    let is_constant = |name: &String| !name.contains(char::is_lowercase) && name.len() > 1;
    of.as_ref().is_some_and(upper)
        && variant.is_some_and(|variant| upper(&variant) && !is_constant(&variant))
}

/// Whether a value is an entry of one of std's maps, or a part of one: it borrows the map, and of what it holds only the key has
/// a drop.
///
/// Input: `map.entry(key)`, of a variable `map: HashMap<K, V>` or `map: &mut HashMap<K, V>`, or matched by `Entry::Vacant(entry)`;
/// `map.first_entry()`
pub fn is_map_entry(locals: &Locals, pat: &Pat, value: &Expr) -> bool {
    match unparen(value) {
        Expr::MethodCall(it) if it.method == "entry" => {
            let map = direct_local(&it.receiver);
            names_entry(pat) || map.is_some_and(|map| is_map(locals.get(map)))
        }
        Expr::MethodCall(it) => it.method == "first_entry" || it.method == "last_entry",
        value => direct_local(value).is_some_and(|local| locals.get(local).map_entry),
    }
}

/// Whether a pattern has the name of one of the two kinds of entries.
fn names_entry(pat: &Pat) -> bool {
    let Pat::TupleStruct(it) = pat else {
        return false;
    };
    let last = it.path.segments.last();
    last.is_some_and(|last| last.ident == "Occupied" || last.ident == "Vacant")
}

/// Whether a local is known to be one of std's maps, or a reference to one.
fn is_map(decl: &LocalDecl) -> bool {
    match &decl.ty {
        Some(Type::Reference(it)) => is_path_to(&it.elem, std_types::is_map),
        Some(ty) => is_path_to(ty, std_types::is_map),
        None => is_one(decl, std_types::is_map),
    }
}

fn is_path_to(ty: &Type, is_meant: fn(&Ident) -> bool) -> bool {
    let Type::Path(path) = ty else { return false };
    let last = path.path.segments.last();
    last.is_some_and(|last| is_meant(&last.ident))
}

/// Whether a local owns all it contains: by a written type without a reference or a lifetime in it, its own or that of what
/// it comes from.
pub fn owns_all(locals: &Locals, local: LocalId) -> bool {
    let decl = locals.get(local);
    match (&decl.ty, &decl.init) {
        _ if decl.owned_part => true,
        (Some(ty @ (Type::Path(_) | Type::Tuple(_) | Type::Array(_))), _) => {
            !decl.generic && !has_reference(ty.to_token_stream())
        }
        (Some(_), _) => false,
        (None, Some(init)) => {
            direct_local(init).is_some_and(|source| source < local && owns_all(locals, source))
        }
        (None, None) => false,
    }
}

fn has_reference(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|tree| match tree {
        TokenTree::Punct(punct) => matches!(punct.as_char(), '&' | '\'' | '*'),
        TokenTree::Ident(ident) => ident == "impl" || ident == "dyn",
        TokenTree::Group(group) => has_reference(group.stream()),
        TokenTree::Literal(_) => false,
    })
}

/// Whether a callee is a tuple struct or variant: by convention its name starts in upper case.
pub fn is_constructor(func: &Expr) -> bool {
    let Expr::Path(path) = func else { return false };
    let last = path.path.segments.last();
    last.is_some_and(|last| last.ident.to_string().starts_with(char::is_uppercase))
}

/// Whether a local is known to own a value that is moved and never copied: by its written type, or because its
/// initialiser builds one.
pub fn is_owned(decl: &LocalDecl) -> bool {
    match &decl.ty {
        Some(Type::Path(path)) => is_owned_path(path),
        Some(_) => false,
        None => decl.kind == LocalKind::User && decl.init.as_ref().is_some_and(builds_owned),
    }
}

/// Whether a written type is one of those of std that own what they hold.
pub fn is_owned_path(path: &TypePath) -> bool {
    let last = path.path.segments.last();
    last.is_some_and(|last| std_types::is_owned(&last.ident))
}

/// Whether a written type is a slice, an array or a collection of std.
pub fn is_collection_type(ty: &Type) -> bool {
    match ty {
        Type::Slice(_) | Type::Array(_) => true,
        ty => is_path_to(ty, std_types::is_collection),
    }
}

/// Whether a local is known to be an `FnOnce`: by what is written of it, or of what it comes from.
pub fn is_called_once(locals: &Locals, local: LocalId) -> bool {
    let decl = locals.get(local);
    let source = decl.item_of.as_ref().or(decl.init.as_ref());
    let ends = closures_in(decl).any(|it| closures::ends_with_its_call(locals, it));
    decl.called_once
        || ends
        || decl
            .ty
            .as_ref()
            .is_some_and(|ty| names(&ty.to_token_stream(), "FnOnce"))
        || source
            .and_then(direct_local)
            .is_some_and(|source| source < local && is_called_once(locals, source))
}

/// Whether nothing says of a local that it can be called more than once.
pub fn may_be_called_once(decl: &LocalDecl) -> bool {
    let often = |ty: &Type| {
        ["Fn", "FnMut", "fn"]
            .iter()
            .any(|name| names(&ty.to_token_stream(), name))
    };
    // The type of a closure of the body is not complete before its function is, so it cannot be asked; what another function
    // makes of one is of a type of its own.
    let by_function =
        matches!(decl.init.as_ref().map(unparen), Some(Expr::Call(it)) if is_function(&it.func));
    let of_closure = closures_in(decl).next().is_some() || (decl.of_closure && !by_function);
    let of_closure = of_closure || decl.inferred_late;
    !of_closure && !decl.generic && !decl.ty.as_ref().is_some_and(often)
}

/// Whether a callee has the name of a function, not that of a constructor.
fn is_function(callee: &Expr) -> bool {
    matches!(callee, Expr::Path(it) if it.path.segments.last().is_some_and(|last|
        last.ident.to_string().starts_with(char::is_lowercase)))
}

/// Whether a value is what a macro makes of its arguments that nobody has read: perhaps a closure.
pub fn is_unread(value: &Expr) -> bool {
    matches!(unparen(value), Expr::Macro(it) if known_macro(&it.mac).is_none())
}

/// The closures of which one is the value of a local.
fn closures_in(decl: &LocalDecl) -> impl Iterator<Item = &ExprClosure> {
    let values = decl.init.iter().flat_map(values);
    values.filter_map(|value| match unparen(value) {
        Expr::Closure(it) => Some(it),
        _ => None,
    })
}

/// Whether a local is known to be a `Box`, which `*` moves out of.
pub fn is_box(decl: &LocalDecl) -> bool {
    is_one(decl, |name| name == "Box")
}

/// The variable that is known to be a `Box`, of the place that it points to.
///
/// Input: `*boxed` · Output: `boxed`
pub fn unboxed<'e>(locals: &Locals, place: &'e Expr) -> Option<&'e Expr> {
    let Expr::Unary(ExprUnary {
        op: UnOp::Deref(_),
        expr: pointer,
        ..
    }) = unparen(place)
    else {
        return None;
    };
    let local = direct_local(pointer)?;
    is_box(locals.get(local)).then_some(pointer)
}

/// Whether a local is known to be a pointer that owns what it points to, and has the methods of that.
pub fn is_pointer(decl: &LocalDecl) -> bool {
    is_one(decl, std_types::is_pointer)
}

fn is_one(decl: &LocalDecl, is_meant: fn(&Ident) -> bool) -> bool {
    let segment = match (&decl.ty, &decl.init) {
        (Some(Type::Path(path)), _) => path.path.segments.last(),
        (None, Some(Expr::Call(it))) => match &*it.func {
            Expr::Path(path) => path.path.segments.first(),
            _ => None,
        },
        _ => None,
    };
    segment.is_some_and(|segment| is_meant(&segment.ident))
}

/// Whether an expression builds a value of one of std's owning types.
pub fn builds_owned(init: &Expr) -> bool {
    match unparen(init) {
        Expr::Macro(it) => ["vec", "format"]
            .iter()
            .any(|name| it.mac.path.is_ident(name)),
        Expr::MethodCall(it) => it.args.is_empty() && methods::gives_owned(&it.method.to_string()),
        Expr::Call(it) => match &*it.func {
            Expr::Path(path) => {
                let mut segments = path.path.segments.iter().rev();
                let constructor = segments.next().is_some_and(|last| {
                    ["new", "from", "with_capacity"]
                        .iter()
                        .any(|name| last.ident == name)
                });
                let of = segments.next();
                constructor && of.is_some_and(|ty| std_types::is_owned(&ty.ident))
            }
            _ => false,
        },
        _ => false,
    }
}

/// Whether an expression borrows from what belongs to the generator.
///
/// Input: `&list`, of a variable `list` that is a collection
pub fn borrows_own(locals: &Locals, part: &Expr) -> bool {
    let known = direct_local(part).and_then(|local| locals.get(local).init.as_ref());
    matches!(known.unwrap_or(unparen(part)), Expr::Reference(it) if is_own(locals, &it.expr))
}

/// Whether a place is a part of a variable that holds the value itself, or a temporary.
fn is_own(locals: &Locals, place: &Expr) -> bool {
    match unparen(place) {
        Expr::Path(_) => direct_local(place).is_some_and(|local| {
            let decl = locals.get(local);
            !decl.by_ref && (is_struct(decl) || is_owned(decl) || owns_all(locals, local))
        }),
        value => is_liftable_rvalue(value),
    }
}

/// Whether a local is given away at its last use, whatever that is: a `&mut`, or an operand without a name.
pub fn is_handed_on(locals: &Locals, local: LocalId) -> bool {
    let decl = locals.get(local);
    let used_once = matches!(
        decl.kind,
        LocalKind::Temp(TempKind::Operand | TempKind::Value | TempKind::Item | TempKind::Receiver)
    );
    used_once || is_mut_reference(locals, local)
}

/// Whether a local is known to hold a `&mut`: by its written type, or because it is made from one.
pub fn is_mut_reference(locals: &Locals, local: LocalId) -> bool {
    let decl = locals.get(local);
    match (&decl.ty, &decl.init) {
        (Some(Type::Reference(it)), _) => it.mutability.is_some(),
        (Some(_), _) => false,
        (None, Some(Expr::Reference(it))) => it.mutability.is_some(),
        (None, Some(init)) => direct_local(init)
            .is_some_and(|source| source < local && is_mut_reference(locals, source)),
        (None, None) => false,
    }
}
