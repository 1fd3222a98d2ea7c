//! Where each local is kept.

use super::FrameLayout;
use super::dataflow::{BitSet, Facts};
use super::flow::{Context, Event, Flow};
use super::method_names::{drops_nothing_decl, is_owned_borrow};
use super::scalars::{self, Scalar};
use crate::errors::Errors;
use crate::ir::{BlockId, Body};
use crate::resolve::{LocalId, LocalKind, MentionId};
use quote::ToTokens;
use std::collections::BTreeSet;

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
    let unnamed = |(_, matched): &&(LocalId, Option<MentionId>)| !is_taken(flow, facts, *matched);
    let unused: BTreeSet<LocalId> = flow
        .rests
        .iter()
        .filter(unnamed)
        .map(|(rest, _)| *rest)
        .collect();
    let decide = |id: LocalId| match unused.contains(&id) {
        true => Storage::Unused,
        false => storage_of(body, id, &scalars, &events),
    };
    body.locals.ids().map(decide).collect()
}

/// Whether the mention that is matched takes the value out of its local, so that the parts left out need a place.
fn is_taken(flow: &Flow, facts: &Facts, matched: Option<MentionId>) -> bool {
    let Some(mention) = matched else { return false };
    let info = flow.mentions[mention.index()].as_ref();
    info.is_some_and(|info| {
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

/// What happens to each local, over the whole graph.
struct Events {
    /// Used after a suspension.
    live_across: BitSet,
    /// May hold a value at a suspension.
    held_across: BitSet,
    /// The blocks in which something happens to it.
    blocks: Vec<Vec<BlockId>>,
    initialised: BitSet,
    /// Bound by the pattern of a parameter.
    of_parameters: BitSet,
    /// Declared by a statement of the graph, not inside one.
    declared: BitSet,
}

impl Events {
    fn collect(body: &Body, flow: &Flow, facts: &Facts) -> Events {
        let count = body.locals.len();
        let mut events = Events {
            live_across: BitSet::new(count),
            held_across: BitSet::new(count),
            blocks: vec![Vec::new(); count],
            initialised: BitSet::new(count),
            declared: BitSet::new(count),
            of_parameters: BitSet::new(count),
        };
        for local in body
            .param_patterns
            .iter()
            .flat_map(|(_, pat)| crate::resolve::bindings(pat))
        {
            events.of_parameters.set(local.index(), true);
        }
        for id in &body.declared {
            events.declared.set(id.index(), true);
        }
        for (block, local) in &flow.deferred {
            events.happens(*local, *block);
        }
        for (index, node) in flow.nodes.iter().enumerate() {
            match node.event {
                Event::Suspend(_) => events.suspension(body, facts, index),
                Event::Init(local) | Event::MaybeInit(local) => {
                    events.initialised.set(local.index(), true);
                    events.happens(local, node.block);
                }
                Event::Use(_, local, _) | Event::Move(_, local) => {
                    events.happens(local, node.block)
                }
                Event::Dead(local) => {
                    let harmless = drops_nothing_decl(body.locals.get(local));
                    if facts.maybe_init[index].has(local) && !harmless {
                        events.happens(local, node.block);
                    }
                }
                Event::Nothing => {}
            }
        }
        events
    }

    fn suspension(&mut self, body: &Body, facts: &Facts, node: usize) {
        for id in body.locals.ids() {
            if facts.live_out[node].has(id) {
                self.live_across.set(id.index(), true);
            }
            if facts.maybe_init[node].has(id) {
                self.held_across.set(id.index(), true);
            }
        }
    }

    fn happens(&mut self, local: LocalId, block: BlockId) {
        let blocks = &mut self.blocks[local.index()];
        if !blocks.contains(&block) {
            blocks.push(block);
        }
    }
}

fn storage_of(body: &Body, id: LocalId, scalars: &[Option<Scalar>], events: &Events) -> Storage {
    let decl = body.locals.get(id);
    let is_param = decl.kind == LocalKind::Param;
    if Some(id) == body.ret || body.last_item == Some(id) {
        return Storage::Slot { saved: false };
    }
    let (live, held) = (events.live_across.has(id), events.held_across.has(id));
    let crosses = events.blocks[id.index()].len() > 1 || body.assigned_inside.contains(&id);
    if !events.initialised.has(id) && !is_param {
        return Storage::Unused;
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
        let in_place = decl.init.as_ref().filter(|_| decl.ty.is_none());
        let placeholder = in_place.and_then(|init| scalars::in_place_placeholder(init, scalars));
        return if placeholder.is_some() {
            Storage::Bare
        } else {
            Storage::Slot { saved: true }
        };
    }
    let scalar = scalars[id.index()].is_some();
    if events.of_parameters.has(id) && !decl.by_ref && !scalar {
        // It stands among the parameters, which are in the frame.
        return Storage::Slot { saved: true };
    }
    if held && !scalar && !drops_nothing_decl(decl) {
        // The type of a closure is not complete before its function is, so it cannot be asked for its kind.
        if decl.kind == LocalKind::Temp || decl.init.as_ref().is_some_and(is_open) {
            return Storage::Slot { saved: true };
        }
        return Storage::Kept;
    }
    if crosses {
        Storage::Slot { saved: false }
    } else {
        Storage::Block
    }
}

/// Whether the type of an initialiser is complete only later in the function, so that it cannot be asked for its kind: a
/// closure's, and what is still to be inferred. None of these is a reference.
fn is_open(init: &syn::Expr) -> bool {
    use syn::Expr;
    const OPEN: [&str; 9] = [
        "collect",
        "parse",
        "into",
        "sum",
        "product",
        "try_into",
        "default",
        "unwrap_or_default",
        "from",
    ];
    match crate::syntax::unparen(init) {
        Expr::Closure(_) | Expr::Async(_) | Expr::Block(_) | Expr::Macro(_) => true,
        Expr::Path(it) => it.path.is_ident("None"),
        Expr::Call(it) => match &*it.func {
            Expr::Path(path)
                if path.path.is_ident("Some")
                    || path.path.is_ident("Ok")
                    || path.path.is_ident("Err") =>
            {
                it.args.iter().all(is_open) || !path.path.is_ident("Some")
            }
            Expr::Path(path) => path.path.segments.last().is_some_and(|last| {
                ["new", "default", "with_capacity"]
                    .iter()
                    .any(|name| last.ident == name)
            }),
            _ => false,
        },
        Expr::MethodCall(it) if it.method == "unwrap" || it.method == "expect" => {
            is_open(&it.receiver)
        }
        Expr::MethodCall(it) => it.turbofish.is_none() && OPEN.iter().any(|name| it.method == name),
        Expr::Try(it) => is_open(&it.expr),
        _ => false,
    }
}

/// Reports owned locals that are borrowed by something that lives across a yield, where syntax shows it.
pub fn borrows_across_yields(body: &Body, layout: &FrameLayout, errors: &mut Errors) {
    for id in body.locals.ids() {
        let Some(init) = &body.locals.get(id).init else {
            continue;
        };
        if !matches!(layout.storage(id), Storage::Slot { saved: true }) {
            continue;
        }
        let Some(owner) = is_owned_borrow(body, init) else {
            continue;
        };
        let Some(point) = (0..body.suspend_points.len()).find(|point| layout.live[*point].has(id))
        else {
            continue;
        };
        report_borrow(body, id, owner, point, errors);
    }
}

fn report_borrow(
    body: &Body,
    borrower: LocalId,
    owner: LocalId,
    point: usize,
    errors: &mut Errors,
) {
    let name = body.locals.get(owner).ident.to_string();
    let decl = body.locals.get(borrower);
    let line = body.suspend_points[point].span.start().line;
    let what = match decl.kind {
        LocalKind::User => format!(
            "`{}` borrows `{name}` and is used after the `yield_!` on line {line}",
            decl.ident
        ),
        LocalKind::Param | LocalKind::Part(_) | LocalKind::Temp | LocalKind::Rest => {
            format!("this borrows `{name}` over the `yield_!` on line {line}")
        }
    };
    let remedy = match decl.kind {
        LocalKind::User => format!(
            "borrow it again after the yield, clone what you need, or let the caller own `{name}` and take `&{name}` as a parameter"
        ),
        LocalKind::Param | LocalKind::Part(_) | LocalKind::Temp | LocalKind::Rest => format!(
            "iterate by value (`for x in {name}`), by index (`for i in 0..{name}.len()`), or take `{name}` as a `&` parameter"
        ),
    };
    let borrow = decl
        .init
        .as_ref()
        .map_or_else(|| decl.ident.to_token_stream(), ToTokens::to_token_stream);
    errors.error_on(
        borrow,
        format!("{what}, but a generator owns its variables and is moved between two items, so a borrow of them cannot be kept: {remedy}"),
    );
}

impl FrameLayout {
    /// Whether a mention's use of its local leaves open whether it is by value.
    pub fn is_ambiguous(context: Context) -> bool {
        match context {
            Context::Receiver { .. } | Context::Callee | Context::FieldValue | Context::Token => {
                true
            }
            Context::Scrutinee { binds, .. } => binds,
            Context::Place | Context::Value | Context::Assign | Context::MoveCapture => false,
        }
    }
}
