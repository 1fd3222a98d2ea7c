//! The types of the variables of a pattern, told by that of the value.

use crate::analyse::scalars::is_scalar;
use crate::resolve::{LocalId, Locals, is_plain_binding};
use syn::{GenericArgument, Pat, PathArguments, Type, TypePath};

/// Notes the types of what a pattern with a type takes apart.
///
/// Input: `(a, [b, c])`, `(u32, [String; 2])`
pub fn note_written_types(locals: &mut Locals, pat: &Pat, ty: &Type) {
    for (local, ty) in typed_variables(pat, ty) {
        locals.get_mut(local).ty = Some(ty.clone());
    }
}

/// Notes the types that have been found out: of numbers and the like, for what is kept of these depends on nothing else, and
/// which variables are shared references.
///
/// Input: `Some((i, &c))`, `Option<(usize, &char)>`
pub fn note_found_types(locals: &mut Locals, pat: &Pat, ty: &Type) {
    for (local, ty) in typed_variables(pat, ty) {
        let decl = locals.get_mut(local);
        decl.shared = matches!(ty, Type::Reference(it) if it.mutability.is_none());
        if is_scalar(ty) {
            decl.ty = Some(ty.clone());
        }
    }
}

/// The variables of a pattern for a value of a type, with their types.
fn typed_variables<'t>(pat: &Pat, ty: &'t Type) -> Vec<(LocalId, &'t Type)> {
    if let Some(local) = is_plain_binding(pat) {
        return vec![(local, ty)];
    }
    match (pat, ty) {
        (Pat::Type(it), _) => typed_variables(&it.pat, ty),
        (Pat::Paren(it), _) => typed_variables(&it.pat, ty),
        (Pat::Reference(it), Type::Reference(of)) => typed_variables(&it.pat, &of.elem),
        (Pat::Tuple(pats), Type::Tuple(types)) if pats.elems.len() == types.elems.len() => {
            typed_each(pats.elems.iter().zip(&types.elems))
        }
        (Pat::Slice(pats), Type::Array(of)) => {
            typed_each(pats.elems.iter().map(|pat| (pat, &*of.elem)))
        }
        (Pat::TupleStruct(it), Type::Path(of)) if it.path.is_ident("Some") => {
            typed_each(it.elems.iter().zip(content_of_option(of)))
        }
        _ => Vec::new(),
    }
}

fn typed_each<'p, 't>(
    parts: impl Iterator<Item = (&'p Pat, &'t Type)>,
) -> Vec<(LocalId, &'t Type)> {
    parts
        .flat_map(|(pat, ty)| typed_variables(pat, ty))
        .collect()
}

/// Input: `Option<T>` · Output: `T`
fn content_of_option(ty: &TypePath) -> Option<&Type> {
    let last = ty.path.segments.last()?;
    match &last.arguments {
        PathArguments::AngleBracketed(it) if last.ident == "Option" => match it.args.first()? {
            GenericArgument::Type(ty) => Some(ty),
            _ => None,
        },
        _ => None,
    }
}
