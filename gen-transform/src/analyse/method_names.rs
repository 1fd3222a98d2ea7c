//! What the names of well-known methods tell about a value.

use super::types::is_owned;
use crate::resolve::{Locals, direct_local};
use crate::syntax::unparen;
use proc_macro2::Ident;
use syn::{Expr, ExprMethodCall, Type};

/// Methods that are well known to take `self` by value, and have no namesake in std that only looks, as `last` has.
const CONSUMING: [&str; 61] = [
    "into_iter",
    "unwrap",
    "unwrap_or",
    "unwrap_or_else",
    "unwrap_or_default",
    "unwrap_err",
    "expect",
    "expect_err",
    "map",
    "map_err",
    "map_or",
    "map_or_else",
    "and_then",
    "or_else",
    "filter",
    "filter_map",
    "flat_map",
    "flatten",
    "take_while",
    "skip_while",
    "map_while",
    "scan",
    "inspect",
    "fuse",
    "chain",
    "zip",
    "unzip",
    "enumerate",
    "peekable",
    "step_by",
    "rev",
    "cloned",
    "copied",
    "cycle",
    "collect",
    "count",
    "sum",
    "product",
    "fold",
    "for_each",
    "max",
    "min",
    "max_by_key",
    "min_by_key",
    "max_by",
    "min_by",
    "partition",
    "ok",
    "err",
    "ok_or",
    "ok_or_else",
    "skip",
    "into_inner",
    "into_string",
    "into_boxed_slice",
    "into_bytes",
    "into_keys",
    "into_values",
    "and",
    "transpose",
    "downcast",
];

/// Methods that take `&self` wherever std has them, and return a view of what they are called on: something with a
/// borrow, but without a drop.
const VIEWS: [&str; 36] = [
    "iter",
    "iter_mut",
    "chars",
    "char_indices",
    "split_whitespace",
    "windows",
    "chunks",
    "keys",
    "values",
    "values_mut",
    "as_str",
    "as_slice",
    "as_ref",
    "as_mut",
    "as_bytes",
    "as_deref",
    "trim",
    "first",
    "last",
    "get",
    "get_mut",
    "peek",
    "first_mut",
    "last_mut",
    "as_mut_slice",
    "trim_start",
    "trim_end",
    "as_deref_mut",
    "strip_prefix",
    "split_at",
    "split_at_mut",
    "split_first",
    "split_first_mut",
    "split_last",
    "split_last_mut",
    "chunks_mut",
];

/// Iterator adapters that are views if what they adapt is one.
const ADAPTERS: [&str; 14] = [
    "enumerate",
    "rev",
    "peekable",
    "skip",
    "take",
    "step_by",
    "copied",
    "cloned",
    "zip",
    "chain",
    "fuse",
    "unwrap",
    "map",
    "filter",
];

/// Methods that return a number or a bool.
const NUMBERS: [&str; 12] = [
    "len",
    "count",
    "is_empty",
    "capacity",
    "contains",
    "contains_key",
    "is_some",
    "is_none",
    "is_ok",
    "is_err",
    "starts_with",
    "ends_with",
];

/// Collections of std, a loop over a reference to which has references as its items.
const COLLECTIONS: [&str; 9] = [
    "Vec",
    "VecDeque",
    "LinkedList",
    "HashMap",
    "BTreeMap",
    "HashSet",
    "BTreeSet",
    "BinaryHeap",
    "Option",
];

/// Whether a method of this name is well known to take `self` by value.
pub fn is_consuming(method: &str) -> bool {
    CONSUMING.contains(&method)
        || method == "into"
        || method == "try_into"
        || method.starts_with("into_")
        || method.starts_with("unwrap")
}

/// Whether a call is one of a method that std has twice under its name: `last` of iterators takes `self` by value, that of
/// slices looks; `join` of threads takes no argument, that of slices does.
pub fn is_consuming_call(locals: &Locals, it: &ExprMethodCall) -> bool {
    let method = it.method.to_string();
    match &*method {
        "last" => !is_collection(locals, &it.receiver),
        "join" => it.args.is_empty(),
        // That of iterators; of an `Option` it takes no argument, and leaves the variable.
        "take" => !it.args.is_empty(),
        _ => is_consuming(&method),
    }
}

/// Whether a variable holds a slice or a collection, or refers to one, as far as it shows where it is declared.
fn is_collection(locals: &Locals, value: &Expr) -> bool {
    let Some(local) = direct_local(value) else {
        return matches!(unparen(value), Expr::Field(_));
    };
    let decl = locals.get(local);
    let collected =
        |init: &Expr| matches!(unparen(init), Expr::MethodCall(it) if it.method == "collect");
    let init = decl.init.as_ref();
    match &decl.ty {
        Some(Type::Reference(it)) => is_collection_type(&it.elem),
        Some(ty) => is_collection_type(ty),
        None => {
            is_owned(decl) || init.is_some_and(collected) || matches!(init, Some(Expr::Array(_)))
        }
    }
}

/// Whether std has a collection of this name.
pub(super) fn is_collection_name(name: &Ident) -> bool {
    COLLECTIONS.iter().any(|collection| name == collection)
}

pub(super) fn is_collection_type(ty: &Type) -> bool {
    match ty {
        Type::Slice(_) | Type::Array(_) => true,
        Type::Path(path) => {
            let last = path.path.segments.last();
            last.is_some_and(|last| is_collection_name(&last.ident))
        }
        _ => false,
    }
}

/// Whether a method of this name is well known to leave what it is called on where it is, a reference to it included.
pub fn only_looks(method: &str) -> bool {
    !is_consuming(method) && (is_view(method) || gives_number(method))
}

/// Whether a value is a reference, or an iterator of references: a borrow, or a view.
pub fn is_looked_at(value: &Expr) -> bool {
    match unparen(value) {
        Expr::Reference(_) => true,
        Expr::MethodCall(it) => {
            is_view(&it.method.to_string())
                || (is_adapter(&it.method.to_string()) && is_looked_at(&it.receiver))
        }
        _ => false,
    }
}

/// Whether a method of this name adapts a view to another one.
pub(super) fn is_adapter(method: &str) -> bool {
    ADAPTERS.contains(&method)
}

/// Whether a method of this name returns a number or a bool.
pub(super) fn gives_number(method: &str) -> bool {
    NUMBERS.contains(&method)
}

/// Whether a method hands out a view of what it is called on.
pub fn is_view(method: &str) -> bool {
    VIEWS.contains(&method)
}
