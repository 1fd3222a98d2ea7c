//! Where each local is kept.

mod events;

use super::dataflow::Facts;
use super::drops::drops_nothing_decl;
use super::flow::{Flow, Rest};
use super::open::is_open;
use super::scalars::{self, Scalar};
use crate::ir::Body;
use crate::resolve::{LocalDecl, LocalId, LocalKind, Locals, TempKind, direct_local};
use crate::syntax::unparen;
use events::Events;
use std::collections::BTreeSet;
use syn::Expr;

/// Where a local is kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Storage {
    /// Nowhere: it is never initialised in code that runs.
    Unused,
    /// An ordinary variable inside its block.
    Block,
    /// A field of its own type, held in a variable while the generator runs; `saved` if it outlives a run.
    Scalar {
        /// Whether it is in the frame.
        saved: bool,
    },
    /// A field of its own type, used in place.
    Bare,
    /// An `Option`, used in place: a field of the frame if `saved`, else a variable of the run.
    Slot {
        /// Whether it is in the frame.
        saved: bool,
    },
    /// Used by no one after a suspension, but perhaps a value whose drop matters: in the frame if its type is one that
    /// may have a drop, else a variable of the run.
    Kept,
}

/// Decides for all locals.
pub fn storage_of_all(body: &Body, flow: &Flow, facts: &Facts) -> Vec<Storage> {
    let scalars = scalars::scalars(&body.locals);
    let events = Events::collect(body, flow, facts);
    let unnamed = |rest: &&Rest| !is_taken(flow, facts, rest);
    let unused = flow.rests.iter().filter(unnamed).map(|rest| rest.local);
    let in_variable = |id: LocalId| !is_slot(storage_of(body, id, &scalars, &events));
    let unused: BTreeSet<LocalId> = unused.chain(left_where(body, flow, in_variable)).collect();
    let mentions = flow.mentions.iter().flatten();
    let in_macro = mentions.filter(|info| info.context.is_in_macro());
    let in_macro: BTreeSet<LocalId> = in_macro.map(|info| info.local).collect();
    let decide = |id: LocalId| match unused.contains(&id) {
        true => Storage::Unused,
        false => match storage_of(body, id, &scalars, &events) {
            // A macro may use it by value: it has to be a real variable for it.
            Storage::Bare if in_macro.contains(&id) => Storage::Slot { saved: true },
            storage => storage,
        },
    };
    body.locals.ids().map(decide).collect()
}

/// Whether what is stored so is behind an `Option`.
pub fn is_slot(storage: Storage) -> bool {
    matches!(storage, Storage::Slot { .. } | Storage::Kept)
}

/// The names of what struct literals leave behind in variables that satisfy `holds`.
fn left_where(
    body: &Body,
    flow: &Flow,
    holds: impl Fn(LocalId) -> bool,
) -> impl Iterator<Item = LocalId> {
    let updates = body.updates.iter().filter(move |(mention, _)| {
        let info = flow.mentions[mention.index()].as_ref();
        info.is_none_or(|info| holds(info.local))
    });
    updates.flat_map(|(_, left)| left.iter().map(|(_, local)| *local))
}

/// Whether the mention that is matched takes the value out of its local, and the arm does not put it back, so that the part left out
/// needs a place.
fn is_taken(flow: &Flow, facts: &Facts, rest: &Rest) -> bool {
    let Some(mention) = rest.matched else {
        return false;
    };
    let info = flow.mentions[mention.index()].as_ref();
    let start = rest.target.map(|target| flow.block_entry[target.index()]);
    let goes_on = |local| start.is_some_and(|start| facts.live_in[start.0].has(local));
    info.filter(|info| !goes_on(info.local))
        .is_some_and(|info| {
            info.moves
                || (info.takes
                    && !super::dataflow::is_live_behind(
                        flow,
                        (&facts.live_in, &facts.live_out),
                        mention,
                        info,
                    ))
        })
}

/// Decides for one local.
fn storage_of(body: &Body, id: LocalId, scalars: &[Option<Scalar>], events: &Events) -> Storage {
    let decl = body.locals.get(id);
    let is_param = decl.kind == LocalKind::Param;
    if Some(id) == body.ret || body.last_item == Some(id) {
        return Storage::Slot { saved: false };
    }
    let live = events.live_across.has(id);
    let crosses = events.blocks[id.index()].len() > 1 || body.assigned_inside.contains(&id);
    if !events.initialised.has(id) && !is_param {
        // A use of it is a mistake, which rustc finds in the plain body.
        return match live || crosses {
            true => Storage::Slot { saved: live },
            false => Storage::Unused,
        };
    }
    if decl.kind == LocalKind::User && !events.declared.has(id) {
        // Bound inside a statement that stays as it is.
        return Storage::Block;
    }
    if let Some(scalar) = &scalars[id.index()]
        && (is_param || live || crosses)
        && (is_param || scalar.placeholder().is_some())
    {
        return Storage::Scalar {
            saved: is_param || live,
        };
    }
    if is_param {
        return Storage::Slot { saved: true };
    }
    if live {
        return storage_of_live(decl, scalars);
    }
    let plain = scalars[id.index()].is_some();
    match storage_for_drop(body, id, events).filter(|_| !plain) {
        Some(storage) => storage,
        None if crosses || decl.opened || decl.in_opened => Storage::Slot { saved: false },
        None => Storage::Block,
    }
}

/// For a local that is not used after a suspension, where its drop may matter.
fn storage_for_drop(body: &Body, id: LocalId, events: &Events) -> Option<Storage> {
    let decl = body.locals.get(id);
    if events.of_parameters.has(id) && !decl.by_ref {
        // It stands among the parameters, which are in the frame.
        return Some(Storage::Slot { saved: true });
    }
    let held = events.held_across.has(id) && !drops_nothing_decl(&body.locals, decl);
    held.then(|| storage_of_held(&body.locals, decl))
}

/// For a local that is used after a suspension.
fn storage_of_live(decl: &LocalDecl, scalars: &[Option<Scalar>]) -> Storage {
    let in_place = decl.init.as_ref().filter(|_| decl.ty.is_none());
    let placeholder = in_place.and_then(|init| scalars::in_place_placeholder(init, scalars));
    if placeholder.is_some() {
        Storage::Bare
    } else {
        Storage::Slot { saved: true }
    }
}

/// For a local that is held over a suspension for its drop.
fn storage_of_held(locals: &Locals, decl: &LocalDecl) -> Storage {
    let asked = !decl.kind.is_temp() || is_asked(locals, decl);
    match asked && !decl.inferred_late {
        true => Storage::Kept,
        false => Storage::Slot { saved: true },
    }
}

/// Whether the type of a temporary is known where it is made. (That of a closure is not complete before its function is.)
fn is_asked(locals: &Locals, decl: &LocalDecl) -> bool {
    let LocalKind::Temp(kind) = decl.kind else {
        return false;
    };
    decl.init.as_ref().is_some_and(|init| match kind {
        TempKind::Base | TempKind::Made => !is_open(locals, init),
        TempKind::Iter => is_bound_by_pattern(locals, init),
        _ => false,
    })
}

/// Whether a loop goes through what a pattern has bound, most often a reference to an iterator.
///
/// Input: `iter` and `iter.by_ref()`, of `while let Some(iter) = stack.last_mut()`
fn is_bound_by_pattern(locals: &Locals, head: &Expr) -> bool {
    let of = match unparen(head) {
        Expr::MethodCall(it) if it.args.is_empty() => &it.receiver,
        other => other,
    };
    direct_local(of).is_some_and(|local| {
        let decl = locals.get(local);
        decl.kind == LocalKind::User && decl.init.is_none() && !decl.inferred_late
    })
}
