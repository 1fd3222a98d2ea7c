//! What the names of well-known methods tell about a value.

use crate::resolve::{LocalDecl, Locals, direct_local};
use crate::syntax::{diverges, is_comparison, unparen};
use syn::{Block, Expr, Stmt, Type};

/// Methods that are well known to take `self` by value.
const CONSUMING: [&str; 63] = [
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
    "last",
    "partition",
    "ok",
    "err",
    "ok_or",
    "ok_or_else",
    "join",
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

/// Whether a method of this name is well known to leave what it is called on where it is, a reference to it included.
pub fn only_looks(method: &str) -> bool {
    !is_consuming(method) && (is_view(method) || NUMBERS.contains(&method))
}

/// Whether a value is a reference, or an iterator of references: a borrow, or a view.
pub fn is_looked_at(value: &Expr) -> bool {
    match unparen(value) {
        Expr::Reference(_) => true,
        Expr::MethodCall(it) => {
            is_view(&it.method.to_string())
                || (ADAPTERS.iter().any(|name| it.method == name) && is_looked_at(&it.receiver))
        }
        _ => false,
    }
}

/// Whether a method hands out a view of what it is called on.
pub fn is_view(method: &str) -> bool {
    VIEWS.contains(&method)
}

/// Whether a local certainly holds nothing whose drop could be noticed.
pub fn drops_nothing_decl(locals: &Locals, decl: &LocalDecl) -> bool {
    let drops_nothing = |init| drops_nothing(locals, init);
    super::scalars::is_scalar_decl(decl)
        || (decl.ty.is_none() && decl.init.as_ref().is_some_and(drops_nothing))
        || is_lent_item(locals, decl)
}

/// Whether a local is an item of a loop over a reference to a slice or a collection of std, and so a reference itself.
fn is_lent_item(locals: &Locals, decl: &LocalDecl) -> bool {
    let head = decl.item_of.as_ref().map(unparen);
    let source = match head {
        Some(Expr::MethodCall(it)) if it.method == "iter" => direct_local(&it.receiver),
        Some(head) => direct_local(head),
        None => None,
    };
    let lent = source.and_then(|source| match &locals.get(source).ty {
        Some(Type::Reference(it)) => Some(&*it.elem),
        _ => None,
    });
    match lent {
        Some(Type::Slice(_) | Type::Array(_)) => true,
        Some(Type::Path(path)) => {
            let last = path.path.segments.last();
            last.is_some_and(|last| COLLECTIONS.iter().any(|name| last.ident == name))
        }
        _ => false,
    }
}

/// Whether the value of `init` certainly has no drop that could be noticed.
fn drops_nothing(locals: &Locals, init: &Expr) -> bool {
    match unparen(init) {
        Expr::Reference(_) | Expr::Lit(_) | Expr::Cast(_) | Expr::Range(_) => true,
        Expr::Closure(it) => it.capture.is_none() && !super::closures::may_move(locals, it),
        Expr::Binary(it) => is_comparison(&it.op),
        Expr::Block(it) => it.label.is_none() && tail_drops_nothing(locals, &it.block),
        Expr::If(it) => {
            let otherwise = it.else_branch.as_ref();
            tail_drops_nothing(locals, &it.then_branch)
                && otherwise.is_some_and(|(_, it)| drops_nothing(locals, it))
        }
        Expr::Match(it) => it.arms.iter().all(|arm| drops_nothing(locals, &arm.body)),
        never if diverges(never) => true,
        Expr::MethodCall(it) => {
            NUMBERS.iter().any(|name| it.method == name) || view_root(init).is_some()
        }
        _ => false,
    }
}

fn tail_drops_nothing(locals: &Locals, block: &Block) -> bool {
    match block.stmts.last() {
        Some(Stmt::Expr(tail, None)) => drops_nothing(locals, tail),
        _ => crate::syntax::block_diverges(block),
    }
}

/// The place that a chain of views and adapters looks at: `x` of `x.iter().enumerate()`.
fn view_root(expr: &Expr) -> Option<&Expr> {
    match unparen(expr) {
        Expr::MethodCall(it) if ADAPTERS.iter().any(|name| it.method == name) => {
            view_root(&it.receiver)
        }
        Expr::MethodCall(it) if VIEWS.iter().any(|name| it.method == name) => {
            view_root(&it.receiver).or_else(|| is_place(&it.receiver).then_some(&*it.receiver))
        }
        _ => None,
    }
}

fn is_place(expr: &Expr) -> bool {
    crate::lower::is_place(expr)
}
