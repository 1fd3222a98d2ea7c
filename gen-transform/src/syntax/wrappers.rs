//! What std has to put values into.

use syn::{Expr, Path};

/// Whether a path is one of the variants of `Option` and `Result` that hold a value.
pub fn is_std_variant(path: &Path) -> bool {
    ["Some", "Ok", "Err"].iter().any(|name| path.is_ident(name))
}

/// The same of what is called.
pub fn calls_std_variant(func: &Expr) -> bool {
    matches!(super::unparen(func), Expr::Path(it) if is_std_variant(&it.path))
}

/// Whether a path is a variant or a struct of std with nothing but the values it is given, and no `Drop` of its own.
///
/// Input: `Some`, `Reverse`, `std::num::Wrapping`
pub fn is_std_wrapper(path: &Path) -> bool {
    let structs = ["Reverse", "Wrapping", "Saturating", "AssertUnwindSafe"];
    let last = path.segments.last();
    is_std_variant(path) || last.is_some_and(|last| structs.iter().any(|name| last.ident == name))
}
