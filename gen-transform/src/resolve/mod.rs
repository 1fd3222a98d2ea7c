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

pub use encode::{Name, decode};
pub use locals::{LocalDecl, LocalId, LocalKind, Locals, MentionId};
pub use patterns::{bindings, is_plain_binding};
pub use tokens::rename_tokens;
pub use walk::{CAPTURED, condition_bindings};

use crate::input::GeneratorFn;
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
}

/// Resolves all names in the body of `generator`.
pub fn resolve(generator: &GeneratorFn) -> Resolved {
    let mut walker = walk::Resolver::default();
    let params = generator
        .params
        .iter()
        .map(|param| walker.declare_param(param))
        .collect();
    let mut body = generator.body.clone();
    walker.resolve_body(&mut body);
    Resolved {
        locals: walker.locals,
        params,
        body,
    }
}
