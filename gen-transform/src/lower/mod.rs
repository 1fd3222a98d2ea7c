//! Lowering: the resolved body to a control-flow graph.
//!
//! Takes the resolved body, returns an [`ir::Body`]. Only what a yield is part of is taken apart; a statement without one
//! stays as the user wrote it, its jumps to the outside replaced by `goto!`s. AFTER THIS STAGE yields are terminators,
//! operands evaluated before a yield are locals of their own, and each scope end is a `StorageDead`.

mod assertions;
mod assign;
mod blocks;
mod branches;
mod builder;
mod calls;
mod caught;
mod counters;
mod exits;
mod exprs;
mod loops;
mod operands;
mod patterns;
mod recursion;
mod rewrite;
mod simplify;
mod temporaries;
mod yields;

pub use builder::returned;
pub use exits::{GOTO, goto_target, try_methods};
pub use loops::is_iterator_parameter;
pub use patterns::rests::opens_struct;
pub use patterns::updates::is_replaced;
pub use recursion::{bind_arguments, frame_arguments, self_call};
pub use temporaries::{is_liftable_rvalue, is_place, is_without_temporaries};
pub use yields::{returned_ident, sent_ident};

use crate::errors::Errors;
use crate::input::GeneratorFn;
use crate::ir;
use crate::resolve::Resolved;
use builder::Builder;

/// Lowers a resolved generator.
pub fn lower(generator: &GeneratorFn, resolved: Resolved, errors: &mut Errors) -> ir::Body {
    let mut builder = Builder::new(generator, resolved, errors);
    builder.lower_body();
    let mut body = builder.finish();
    simplify::simplify(&mut body);
    body
}
