//! Which locals are of a type that is moved and never copied, as far as declarations tell.

use super::types;
use crate::resolve::{LocalDecl, LocalId, LocalKind, Locals, direct_local};
use proc_macro2::Ident;
use quote::ToTokens;
use syn::{
    AngleBracketedGenericArguments, Expr, GenericArgument, Generics, PathArguments, PathSegment,
    Type, TypeParamBound, TypePath, WherePredicate,
};

/// Traits of std that are no sign of `Copy`: a type parameter with no other bounds is moved.
const NOT_COPY: [&str; 50] = [
    "Add",
    "Any",
    "AsMut",
    "AsRef",
    "Borrow",
    "BorrowMut",
    "BufRead",
    "Clone",
    "Debug",
    "Default",
    "Deref",
    "DerefMut",
    "Display",
    "Div",
    "DoubleEndedIterator",
    "Eq",
    "Error",
    "ExactSizeIterator",
    "Extend",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "FromIterator",
    "FromStr",
    "FusedIterator",
    "Hash",
    "Index",
    "IndexMut",
    "Into",
    "IntoIterator",
    "Iterator",
    "Mul",
    "Neg",
    "Not",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Read",
    "Rem",
    "Send",
    "Sized",
    "Sub",
    "Sync",
    "ToOwned",
    "ToString",
    "TryFrom",
    "TryInto",
    "Unpin",
    "Write",
];

/// Whether a mention of a local by value moves it, whatever it is used for later.
pub fn is_moved(locals: &Locals, local: LocalId) -> bool {
    let decl = locals.get(local);
    let source = |expr: &Expr| direct_local(expr).filter(|source| *source < local);
    match (&decl.ty, &decl.init, &decl.item_of) {
        _ if decl.by_ref => false,
        _ if decl.never_copied || types::is_owned(decl) => true,
        (Some(ty), ..) => decl.kind != LocalKind::Param && is_moved_type(ty, &[]),
        (None, Some(init), _) => source(init).is_some_and(|source| is_moved(locals, source)),
        (None, None, Some(head)) => {
            source(head).is_some_and(|source| holds_moved(locals.get(source)))
        }
        (None, None, None) => false,
    }
}

/// Whether a collection by its written type has elements that are moved.
fn holds_moved(decl: &LocalDecl) -> bool {
    let by_type = || decl.ty.as_ref().is_some_and(|ty| has_moved_items(ty, &[]));
    decl.items_never_copied || (!decl.by_ref && by_type())
}

/// The same of a parameter, whose type may be a type parameter of the function: of itself, and of its elements.
pub fn of_parameter(ty: &Type, generics: Option<&Generics>) -> (bool, bool) {
    let params = generics.map(moved_parameters).unwrap_or_default();
    (is_moved_type(ty, &params), has_moved_items(ty, &params))
}

/// The type parameters that cannot be copied.
fn moved_parameters(generics: &Generics) -> Vec<Ident> {
    let clauses = generics.where_clause.iter().flat_map(|it| &it.predicates);
    let clauses: Vec<_> = clauses
        .filter_map(|predicate| match predicate {
            WherePredicate::Type(it) => Some((it.bounded_ty.to_token_stream(), &it.bounds)),
            _ => None,
        })
        .collect();
    let params = generics.type_params().filter(|param| {
        let of_it = clauses
            .iter()
            .filter(|(ty, _)| param.ident == ty.to_string());
        let more = of_it.flat_map(|(_, bounds)| *bounds);
        param.bounds.iter().chain(more).all(is_no_copy)
    });
    params.map(|param| param.ident.clone()).collect()
}

fn is_no_copy(bound: &TypeParamBound) -> bool {
    match bound {
        TypeParamBound::Trait(it) => {
            let last = it.path.segments.last();
            last.is_some_and(|last| NOT_COPY.iter().any(|name| last.ident == name))
        }
        TypeParamBound::Lifetime(_) => true,
        _ => false,
    }
}

fn is_moved_type(ty: &Type, params: &[Ident]) -> bool {
    match ty {
        Type::Path(path) => {
            let generic = path
                .path
                .get_ident()
                .is_some_and(|ident| params.contains(ident));
            generic || types::is_owned_path(path) || wraps_moved(path, params)
        }
        Type::Tuple(it) => it.elems.iter().any(|ty| is_moved_part(ty, params)),
        Type::Array(it) => is_moved_part(&it.elem, params),
        Type::Paren(it) => is_moved_type(&it.elem, params),
        Type::ImplTrait(it) => it.bounds.iter().all(is_no_copy),
        _ => false,
    }
}

/// A part of a type: a `&mut` that stands alone is borrowed anew where it is used, one in something else is not.
fn is_moved_part(ty: &Type, params: &[Ident]) -> bool {
    matches!(ty, Type::Reference(it) if it.mutability.is_some()) || is_moved_type(ty, params)
}

/// `Option<String>`, `Result<u32, String>`
fn wraps_moved(path: &TypePath, params: &[Ident]) -> bool {
    let Some(last) = path.path.segments.last() else {
        return false;
    };
    ["Option", "Result"].iter().any(|name| last.ident == name)
        && arguments(last).any(|ty| is_moved_part(ty, params))
}

/// Whether a loop over a value of this type has items that are moved.
fn has_moved_items(ty: &Type, params: &[Ident]) -> bool {
    match ty {
        Type::Path(path) if types::is_owned_path(path) || wraps_moved(path, params) => {
            let last = path.path.segments.last();
            let collection = last.filter(|last| last.ident != "Box" && last.ident != "Result");
            let mut items = collection.into_iter().flat_map(arguments);
            items.next().is_some_and(|ty| is_moved_type(ty, params)) && items.next().is_none()
        }
        Type::Array(it) => is_moved_type(&it.elem, params),
        _ => false,
    }
}

/// The types among the arguments of a path's last segment.
fn arguments(last: &PathSegment) -> impl Iterator<Item = &Type> {
    let args = match &last.arguments {
        PathArguments::AngleBracketed(AngleBracketedGenericArguments { args, .. }) => Some(args),
        _ => None,
    };
    args.into_iter().flatten().filter_map(|arg| match arg {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    })
}
