//! What declarations tell about the type of a local.

use crate::resolve::{LocalId, Locals, decode};
use syn::{Expr, Type};

/// Whether a local is known to hold a `&mut`: by its written type, or because it is made from one.
pub fn is_mut_reference(locals: &Locals, local: LocalId) -> bool {
    let decl = locals.get(local);
    match (&decl.ty, &decl.init) {
        (Some(Type::Reference(it)), _) => it.mutability.is_some(),
        (Some(_), _) => false,
        (None, Some(Expr::Reference(it))) => it.mutability.is_some(),
        (None, Some(Expr::Path(it))) => {
            let source = it.path.get_ident().and_then(decode);
            source.is_some_and(|name| name.local < local && is_mut_reference(locals, name.local))
        }
        _ => false,
    }
}
