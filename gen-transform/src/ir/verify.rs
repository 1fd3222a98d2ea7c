//! What the graph of every function that rustc accepts has to satisfy: a violation is a bug of the pipeline.
//!
//! Every dump is verified, and so every graph that a test makes. An expansion is not: it may be one of a function with an
//! error that is left to rustc, and rustc's message is better than a panic of ours.
//!
//! The graph:
//!
//! * The first block is the entry, and every other block can be reached from it, over suspensions too.
//! * Each edge leads to a block that exists.
//! * Suspend points and yields belong together one to one: the block of point `n` ends in yield `n`, with the same
//!   resume block.
//! * No edge leads to an empty block that only jumps on, unless the jumps are an endless loop.
//! * No local is declared twice, and only what is declared has a scope that ends.
//! * Items in sight of a block may exist several times; those that may not stand in front of the body. None is a
//!   statement.
//!
//! The code of a block (`code`):
//!
//! * No yield is left in it.
//! * No `return` and no `?` is left in it outside closures, and [`exits`](BasicBlock::exits) lists exactly its `goto!`s,
//!   in order. (A `break` or `continue` that belongs to nothing is the user's error, which rustc reports.)
//! * It mentions known locals only, and each mention stands in one place of the graph.
//!
//! Together with the frame ([`verify_layout`]):
//!
//! * A scope ends once: behind its `StorageDead` no local is used before it is initialised again.
//! * When a generator starts, only its parameters hold values that are used.
//! * What is used after a suspension is saved, or computed again.

mod code;

use super::{BasicBlock, BlockId, Body, Stmt, Terminator};
use crate::analyse::{FrameLayout, Storage};
use crate::resolve::{LocalId, LocalKind, MentionId};
use code::Code;
use std::collections::BTreeSet;
use syn::Item;

/// Checks the invariants of `body`.
///
/// # Panics
/// If one is violated: a bug of the lowering.
pub fn verify(body: &Body) {
    assert!(
        body.entry.index() == 0 && !body.blocks.is_empty(),
        "BUG: the body starts in bb{}, which is not its first block",
        body.entry.index()
    );
    for id in body.block_ids() {
        verify_edges(body, id);
    }
    verify_reachable(body);
    verify_suspend_points(body);
    verify_locals(body);
    let mut mentions = BTreeSet::new();
    for id in body.block_ids() {
        verify_items(body.block(id), id);
        verify_code(body, id, &mut mentions);
    }
}

/// Checks what `body` and the layout of its frame have to satisfy together.
///
/// # Panics
/// If it is violated: a bug of the lowering or of the analysis.
pub fn verify_layout(body: &Body, layout: &FrameLayout) {
    for id in body.locals.ids() {
        let is_param = body.locals.get(id).kind == LocalKind::Param;
        assert!(
            is_param || !layout.live_at_entry[body.entry.index()].has(id),
            "BUG: {} is used, but nothing initialises it",
            describe(body, id)
        );
        for (point, live) in layout.live.iter().enumerate() {
            assert!(
                !live.has(id) || is_saved(layout.storage(id)) || layout.recomputed.contains(&id),
                "BUG: {} is used after suspend point {point}, but it is not saved",
                describe(body, id)
            );
        }
    }
    for id in body.block_ids() {
        verify_scope_ends(body, layout, id);
    }
}

/// The blocks that `id` leads to, resumes included.
fn edges(body: &Body, id: BlockId) -> Vec<BlockId> {
    let mut targets = body.successors(id);
    if let Terminator::Yield { resume, .. } = body.block(id).terminator {
        targets.push(resume);
    }
    targets
}

fn verify_edges(body: &Body, id: BlockId) {
    for target in edges(body, id) {
        let (from, to) = (id.index(), target.index());
        assert!(
            to < body.blocks.len(),
            "BUG: bb{from} leads to bb{to}, which does not exist"
        );
        assert!(
            !only_jumps(body, target) || is_endless(body, target),
            "BUG: bb{from} leads to bb{to}, which only jumps on"
        );
    }
}

fn only_jumps(body: &Body, id: BlockId) -> bool {
    let block = body.block(id);
    block.stmts.is_empty() && matches!(block.terminator, Terminator::Goto(_))
}

/// Whether the jump at `id` leads back to itself over empty blocks alone.
fn is_endless(body: &Body, id: BlockId) -> bool {
    let mut at = id;
    for _ in 0..body.blocks.len() {
        match body.block(at).terminator {
            Terminator::Goto(target) if only_jumps(body, target) => at = target,
            _ => return false,
        }
    }
    true
}

fn verify_reachable(body: &Body) {
    let mut reached = vec![false; body.blocks.len()];
    let mut work = vec![body.entry];
    while let Some(id) = work.pop() {
        if !std::mem::replace(&mut reached[id.index()], true) {
            work.extend(edges(body, id));
        }
    }
    if let Some(index) = reached.iter().position(|reached| !reached) {
        panic!("BUG: bb{index} is not reachable");
    }
}

fn verify_suspend_points(body: &Body) {
    let mut yields = 0;
    for id in body.block_ids() {
        let Terminator::Yield {
            suspend, resume, ..
        } = body.block(id).terminator
        else {
            continue;
        };
        let point = body.suspend_points.get(suspend);
        assert!(
            point.is_some_and(|point| point.block == id && point.resume == resume),
            "BUG: bb{} ends in yield {suspend}, but suspend point {suspend} is {point:?}",
            id.index()
        );
        yields += 1;
    }
    assert!(
        yields == body.suspend_points.len(),
        "BUG: there are {} suspend points for {yields} yields",
        body.suspend_points.len()
    );
}

fn verify_locals(body: &Body) {
    for (position, id) in body.params.iter().enumerate() {
        assert!(
            body.locals.get(*id).kind == LocalKind::Param,
            "BUG: {} is parameter {position}, but is not declared as one",
            describe(body, *id)
        );
    }
    let mut declared = BTreeSet::new();
    for id in &body.declared {
        assert!(
            declared.insert(*id),
            "BUG: {} is declared twice",
            describe(body, *id)
        );
    }
    let dead = body.blocks.iter().flat_map(|block| &block.stmts);
    for stmt in dead {
        if let Stmt::StorageDead(id) = stmt {
            assert!(
                declared.contains(id),
                "BUG: the scope of {} ends, but it is not declared",
                describe(body, *id)
            );
        }
    }
}

/// Items of inner scopes are repeated in each block, so nothing may depend on their being one.
fn verify_items(block: &BasicBlock, id: BlockId) {
    for item in block.items.items() {
        assert!(
            matches!(
                item,
                Item::Use(_) | Item::Const(_) | Item::Fn(_) | Item::Macro(_) | Item::Type(_)
            ),
            "BUG: an item that may exist only once is in sight of bb{}",
            id.index()
        );
    }
    for stmt in &block.stmts {
        assert!(
            !matches!(stmt, Stmt::Eval(syn::Stmt::Item(_) | syn::Stmt::Local(_))),
            "BUG: an item or declaration stands among the expressions of bb{}",
            id.index()
        );
    }
}

fn verify_code(body: &Body, id: BlockId, mentions: &mut BTreeSet<MentionId>) {
    let block = body.block(id);
    let code = Code::of(block);
    if let Some(violation) = code.violation {
        panic!("BUG: bb{} contains {violation}", id.index());
    }
    let exits: Vec<BlockId> = code.gotos.into_iter().collect();
    assert!(
        exits == block.exits,
        "BUG: the exits of bb{} are {exits:?}, not {:?}",
        id.index(),
        block.exits
    );
    for name in code.names {
        assert!(
            name.local.index() < body.locals.len(),
            "BUG: bb{} mentions local {}, which does not exist",
            id.index(),
            name.local.index()
        );
        let Some(mention) = name.mention else {
            continue;
        };
        assert!(
            mention.index() < body.locals.mention_count() && mentions.insert(mention),
            "BUG: mention {} of {} stands twice in the graph",
            mention.index(),
            describe(body, name.local)
        );
    }
}

/// Looks for a use of each local behind the end of its scope.
fn verify_scope_ends(body: &Body, layout: &FrameLayout, id: BlockId) {
    let block = body.block(id);
    for (position, stmt) in block.stmts.iter().enumerate() {
        let Stmt::StorageDead(local) = stmt else {
            continue;
        };
        let later = &block.stmts[position + 1..];
        let reinitialised = later.iter().any(|stmt| code::initialises(stmt, *local));
        if reinitialised || code::bound_by(&block.terminator).contains(local) {
            continue;
        }
        let used = edges(body, id)
            .iter()
            .filter(|target| !block.exits.contains(target))
            .any(|target| layout.live_at_entry[target.index()].has(*local));
        assert!(
            !used,
            "BUG: {} is used after its scope has ended in bb{}",
            describe(body, *local),
            id.index()
        );
    }
}

fn is_saved(storage: Storage) -> bool {
    match storage {
        Storage::Slot { saved } | Storage::Scalar { saved } => saved,
        Storage::Bare | Storage::Kept => true,
        Storage::Unused | Storage::Block => false,
    }
}

fn describe(body: &Body, id: LocalId) -> String {
    format!("local {} (`{}`)", id.index(), body.locals.get(id).ident)
}
