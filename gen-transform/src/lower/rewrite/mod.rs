//! What is rewritten before there is a graph: the resolved body to a resolved body.
//!
//! rustc tracks ordinary variables by the part, and knows what each borrow refers to; a slot of the frame is whole or empty.
//! AFTER THIS STEP what is moved or borrowed in parts is a local a part, items have names of their own, and macros that
//! declare variables are `let`s.

pub mod again;
mod aliases;
pub mod by_index;
mod declared;
mod destructured;
mod exclusive;
mod fields;
mod filtered;
mod formatted;
pub mod items;
mod lenders;
mod occurs;
mod outlives;
mod rebinding;
mod rebound;
pub mod remade;
mod roots;
mod searched;
pub mod shapes;
mod spelled;
mod split;
pub mod structs;
pub mod tuples;
pub mod uses;

pub use occurs::Occurs;

use super::builder::Builder;
use super::patterns::taken::LongLived;
use crate::analyse::{scalars, types};
use crate::resolve::LocalId;
use std::collections::BTreeSet;
use syn::Block;

/// Runs the rewritings in the order in which they make each other possible.
pub fn rewrite(builder: &mut Builder<'_>, body: &mut Block, occurs: &Occurs) {
    let params: Vec<LocalId> = builder.params.iter().map(|(local, _)| *local).collect();
    declared::declare(builder, body);
    if occurs.destructuring {
        destructured::spell_out(builder, body);
    }
    split::split_parameters(builder, body, &params);
    if occurs.lent {
        lenders::split_lenders(builder, body);
    }
    by_index::rewrite(builder, body);
    aliases::take_out(builder, body);
    rebound::rewrite(builder, body, &BTreeSet::new());
    let exclusive = exclusive::exclusives(&builder.locals, body);
    if !exclusive.is_empty() {
        lenders::split_borrowed(builder, body, exclusive.clone());
        rebound::rewrite(builder, body, &exclusive);
    }
    builder.shapes = shapes::Shapes::of(body, builder.hoisted.iter().flatten());
    spelled::spell_out(builder, body);
    if occurs.updates {
        structs::spell_out_updates(builder, body);
    }
    structs::take_apart(builder, body, &params);
    if occurs.tuples {
        builder.tuples = tuples::take_apart(builder, body);
    }
    builder.long_lived = long_lived(builder, body, params);
    fields::take_out(builder, body);
}

/// The variables whose parts cannot be left to rustc.
fn long_lived(builder: &Builder<'_>, body: &Block, params: Vec<LocalId>) -> LongLived {
    let known = scalars::scalars(&builder.locals);
    let is_plain = |local: &LocalId| {
        let init = builder.locals.get(*local).init.as_ref();
        known[local.index()].is_some()
            || init.is_some_and(|init| scalars::is_plain_option(init, &known))
    };
    let is_box = |local: &LocalId| types::is_box(builder.locals.get(*local));
    LongLived::of(body, params.into_iter(), is_plain, is_box)
}
