//! Name resolution: which mention means which local.
//!
//! Takes the generator, returns its body with every local's binding and mention renamed to an encoded identifier that
//! carries its [`LocalId`] (and, for a mention, a [`MentionId`]) on the user's span, and the table of the locals.
//! AFTER THIS STAGE no later one asks about scopes or shadowing: two locals are the same if and only if their ids are.
//! Inline format captures (`"{name}"`) have become named arguments, and `self` is a local like any other.

mod encode;
mod locals;
mod patterns;
mod scope;
mod tokens;
mod walk;

pub use encode::{Name, decode, decode_text, direct_local, direct_mention};
pub use locals::{LocalDecl, LocalId, LocalKind, Locals, MentionId, TempKind};
pub use patterns::{bindings, is_plain_binding};
pub use scope::label_name;
pub use tokens::{
    CAPTURED, DECLARES, DEFINED, DEFINES, JUMPS, LATE, MARKERS, captured, marked,
    marked_definitions, numbered, rename, replace_idents, replace_names, visit_idents,
    without_carried,
};
pub use walk::{condition_bindings, take_declared};

use crate::analyse::moved;
use crate::input::{GeneratorFn, Param};
use crate::syntax::{LocalMacros, names};
use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{Block, Pat};

/// A body with its locals resolved.
#[derive(Debug)]
pub struct Resolved {
    /// The table of locals; parameters first.
    pub locals: Locals,
    /// For each parameter the local its value arrives in, and the pattern that takes it apart, if it is not a plain name.
    pub params: Vec<(LocalId, Option<Pat>)>,
    /// The body, all names encoded.
    pub body: Block,
    /// The `macro_rules!` in it.
    pub macros: LocalMacros,
}

/// Resolves all names in the body of `generator`.
pub fn resolve(generator: &GeneratorFn) -> Resolved {
    let mut walker = walk::Resolver::of(generator);
    let declare = |param: &Param| {
        let declared = walker.declare_param(param);
        let decl = walker.locals.get_mut(declared.0);
        decl.generic = is_generic(generator, param);
        decl.called_once = is_called_once(generator, param);
        if let Some(ty) = &param.ty {
            let generics = generator.item.as_ref().map(|item| &item.sig.generics);
            (decl.never_copied, decl.items_never_copied) = moved::of_parameter(ty, generics);
        }
        declared
    };
    let params = generator.params.iter().map(declare).collect();
    let mut body = generator.body.clone();
    walker.resolve_body(&mut body);
    Resolved {
        locals: walker.locals,
        params,
        body,
        macros: walker.macros,
    }
}

/// Whether a parameter is, or contains, an `FnOnce`, by its type or the bounds on it.
fn is_called_once(generator: &GeneratorFn, param: &Param) -> bool {
    let says_once = |tokens: TokenStream| names(&tokens, "FnOnce");
    let Some(ty) = &param.ty else { return false };
    let generics = generator.item.iter().map(|item| &item.sig.generics);
    let bounds = generics.flat_map(|generics| {
        let params = generics.type_params();
        let declared = params.map(|param| {
            (
                param.ident.to_token_stream(),
                param.bounds.to_token_stream(),
            )
        });
        let clause = generics
            .where_clause
            .iter()
            .flat_map(|clause| &clause.predicates);
        let clause = clause.filter_map(|predicate| match predicate {
            syn::WherePredicate::Type(it) => {
                Some((it.bounded_ty.to_token_stream(), it.bounds.to_token_stream()))
            }
            _ => None,
        });
        declared.chain(clause)
    });
    let mut of_type =
        bounds.filter(|(bounded, _)| bounded.to_string() == ty.to_token_stream().to_string());
    says_once(ty.to_token_stream()) || of_type.any(|(_, bounds)| says_once(bounds))
}

/// Whether a parameter's type is a type parameter of the function, or an `impl Trait`.
fn is_generic(generator: &GeneratorFn, param: &Param) -> bool {
    match &param.ty {
        Some(syn::Type::ImplTrait(_)) => true,
        Some(syn::Type::Path(path)) => {
            let declared = generator
                .item
                .iter()
                .flat_map(|item| item.sig.generics.type_params());
            path.path
                .get_ident()
                .is_some_and(|ident| declared.into_iter().any(|param| param.ident == *ident))
        }
        _ => false,
    }
}
