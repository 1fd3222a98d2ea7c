//! From the control-flow graph to nested Rust: blocks, loops, labels.
//!
//! Rust has no goto. Within one run the graph is made of strongly connected components in topological order; each
//! component that is not a loop is written once, at the place of the only jump to it or behind a labelled block that the
//! jumps to it break out of; a loop becomes a `loop` whose back edges are `continue`s. A resume can land in the middle of
//! a loop: a loop with several entries starts with a `match` on `pc`, which says where it is entered.
//! This is the translation of Ramsey ("Beyond Relooper", ICFP 2022) with the entries of irreducible loops gated.
//!
//! A loop that is entered in two places that are close to each other is made one with one entry (`splitting`).
//! A region with very many labels is cut (`chunks`). `node` and `region` have the data, `components` decides what is written where, `regions`, `jumps` and `blocks` write it.

mod blocks;
mod chunks;
mod components;
mod ended;
mod fences;
mod forwards;
mod graph;
mod invariant;
mod jumps;
mod node;
mod region;
mod regions;
mod splitting;
mod tiny;
mod turns;

use super::{Context, machine, plain};
use crate::analyse::is_unread;
use crate::analyse::types::is_called_once;
use crate::analyse::{BitSet, Context as Use, MentionInfo, Storage};
use crate::ir::{BlockId, Body};
use crate::resolve::{LocalId, LocalKind, TempKind};
pub use jumps::lifetime;

use forwards::Forwards;
use invariant::{LoopReferences, SlotUses};
use node::{Node, Splits};
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;
use region::{Entry, Scope};
use std::collections::{BTreeMap, BTreeSet};

/// What a run does with `pc`.
#[derive(Default)]
struct PcUses {
    read: bool,
    set: bool,
}

/// Writes the whole graph.
pub struct Structurer<'a, 'b> {
    cx: &'a Context<'b>,
    scopes: Vec<Scope>,
    used_labels: BTreeSet<String>,
    /// The references to slots that are in sight where the next block is written.
    in_sight: Vec<LocalId>,
    /// Those that serve all turns of the loops around it.
    references: LoopReferences,
    /// What each block does with slots.
    slot_uses: BTreeMap<BlockId, SlotUses>,
    /// Whether blocks stay in the order of the text even where no jump needs it.
    textual: bool,
    /// The blocks that have to stand behind what tells the types in them.
    late: BTreeSet<BlockId>,
    /// The slot that tells whether the generator has ended, if one does.
    told_by: Option<LocalId>,
    /// Whether the code so far calls macros of unknown grammar, outside of the loops in it.
    has_macros: bool,
    /// What the code so far does with `pc`.
    pc_uses: PcUses,
    /// The number of each block that `state` or `pc` can name.
    numbers: BTreeMap<Node, usize>,
    /// The blocks of which nothing is written.
    forwards: Forwards,
    /// Those that are written twice.
    splits: Splits,
}

/// The blocks that one run may come to more than once.
pub fn in_cycle(body: &Body) -> BTreeSet<BlockId> {
    let blocks: Vec<BlockId> = body.block_ids().collect();
    let components = graph::strongly_connected(&blocks, &|from| body.successors(from));
    let is_cycle =
        |blocks: &Vec<BlockId>| blocks.len() > 1 || body.successors(blocks[0]).contains(&blocks[0]);
    components.into_iter().filter(is_cycle).flatten().collect()
}

/// The state of a generator that has ended.
pub const DONE: u32 = 1;

impl<'a, 'b> Structurer<'a, 'b> {
    pub fn new(cx: &'a Context<'b>) -> Self {
        let late = late(cx);
        let mut structurer = Structurer {
            cx,
            textual: !late.is_empty() || looks_up_kinds(cx),
            late,
            in_sight: Vec::new(),
            references: LoopReferences::default(),
            slot_uses: invariant::slot_uses(cx),
            scopes: Vec::new(),
            used_labels: BTreeSet::new(),
            told_by: None,
            has_macros: false,
            pc_uses: PcUses::default(),
            numbers: BTreeMap::new(),
            forwards: Forwards::of(cx),
            splits: Splits::default(),
        };
        structurer.split();
        structurer.told_by = structurer.held_by_all_runs();
        structurer.number_states();
        structurer
    }

    /// The states: where the first run starts, the end, and where it goes on from each suspend point.
    fn number_states(&mut self) {
        let entry = self.entered(self.cx.body.entry);
        self.numbers.insert(entry, 0);
        for point in &self.cx.body.suspend_points {
            let next = self.numbers.len() + 1;
            let resume = self.entered(point.resume);
            self.numbers.entry(resume).or_insert(next);
        }
    }

    /// The code of one run, from the dispatch on the state.
    pub fn run(&mut self, ended: &TokenStream) -> TokenStream {
        let all = self.nodes();
        let entry = Entry::Dispatch(self.starts(), Some(ended.clone()));
        let unless_held = self.told_by.map(|local| self.unless_held(local, ended));
        let code = match self.turning_point(&all, &entry) {
            Some(start) => self.turns(all, &entry, start),
            None => self.region(all, &entry, None, None),
        };
        quote!(#unless_held #code)
    }

    /// Where runs start, in the order of the text.
    fn starts(&self) -> Vec<Node> {
        let points = self.cx.body.suspend_points.iter();
        let mut blocks = vec![self.cx.body.entry];
        blocks.extend(points.map(|point| point.resume));
        let entered = blocks.into_iter().map(|block| self.entered(block));
        let starts: BTreeSet<Node> = entered.collect();
        starts.into_iter().collect()
    }

    /// Where one run can go on from the end of a block or out of its statements.
    fn successors(&self, from: Node) -> Vec<Node> {
        let blocks = self.cx.body.successors(from.block).into_iter();
        blocks.map(|to| self.target(from, to)).collect()
    }

    /// What is computed again where a run starts at `resume`, because it is used there and not kept, or not as it was.
    ///
    /// Output: `n = n.wrapping_add(1); last = n - 1;`
    fn recomputed(&self, resume: Node) -> TokenStream {
        let points = self.cx.body.suspend_points.iter().enumerate();
        let points = points.filter(|(_, point)| self.forwards.target(point.resume) == resume.block);
        let points: Vec<usize> = points.map(|(suspend, _)| suspend).collect();
        let back = points.iter().map(|point| self.cx.stepped_back(*point));
        let mut code: TokenStream = back.collect();
        let live = points.iter().map(|point| &self.cx.layout.live[*point]);
        let live: Vec<&BitSet> = live.collect();
        let recomputed = self.cx.layout.recomputed.iter();
        let needed = recomputed.filter(|id| live.iter().any(|live| live.has(**id)));
        code.extend(needed.filter_map(|id| self.cx.recompute(*id)));
        code
    }

    /// The declaration of `pc`, if the code of the run asks for it.
    ///
    /// Output: `let mut pc = generator.state;`
    pub fn declare_pc(&self) -> Option<TokenStream> {
        let PcUses { read, set } = self.pc_uses;
        let (pc, frame) = (pc(), machine::frame_ident());
        let mutable = set.then(|| quote!(mut));
        read.then(|| quote!(let #mutable #pc = #frame.state;))
    }

    /// Code that reads `pc`.
    fn read_pc(&mut self) -> Ident {
        self.pc_uses.read = true;
        pc()
    }

    /// Output: `pc = 3;`
    fn set_pc(&mut self, to: Node) -> TokenStream {
        self.pc_uses.set = true;
        let (pc, number) = (pc(), self.number(to));
        quote!(#pc = #number;)
    }

    fn number(&mut self, block: Node) -> Literal {
        let next = self.numbers.len() + 1;
        Literal::usize_unsuffixed(*self.numbers.entry(block).or_insert(next))
    }
}

/// The blocks that have to stand behind what tells the types in them: from the first of them on all, and in front of it what binds
/// something that one of these uses, for they stand in its arms.
fn late(cx: &Context<'_>) -> BTreeSet<BlockId> {
    let Some(first) = typed_by_text(cx) else {
        return BTreeSet::new();
    };
    let mut late: BTreeSet<BlockId> = cx
        .body
        .block_ids()
        .filter(|block| *block >= first)
        .collect();
    for (binds, uses) in cx.layout.arm_targets.iter().rev() {
        if binds < uses && late.contains(uses) {
            late.insert(*binds);
        }
    }
    late
}

/// The first block in which rustc has to know the type of an operand without a name, or of what is made of a closure, and only
/// the text above tells it. Other locals have theirs from the plain body.
fn typed_by_text(cx: &Context<'_>) -> Option<BlockId> {
    let untied = plain::untied(cx);
    let mentions = || cx.layout.mentions.iter().flatten();
    let asked: BTreeSet<BlockId> = mentions()
        .filter(|info| info.asked && cx.layout.inits.contains(&(info.block, info.local)))
        .map(|info| info.block)
        .collect();
    mentions()
        .filter(|info| is_typed_by_text(cx, info, (&untied, &asked)))
        .map(|info| info.block)
        .min()
}

/// Whether it is so of a mention; `untied` are the locals of which the plain body does not tell the type, and `asked` the blocks
/// that have to know the type of something they initialise.
fn is_typed_by_text(
    cx: &Context<'_>,
    info: &MentionInfo,
    (untied, asked): (&BTreeSet<LocalId>, &BTreeSet<BlockId>),
) -> bool {
    let decl = cx.body.locals.get(info.local);
    // The fields of a range have the type of its items, whatever that is.
    let of_range = decl.kind == LocalKind::Temp(TempKind::Range);
    let is_part = matches!(decl.kind, LocalKind::Part(_));
    let is_field = decl.kind == LocalKind::Temp(TempKind::Field);
    let is_named = untied.contains(&info.local);
    let untied = (decl.kind.is_temp() && !of_range) || is_part || is_named;
    match info.context {
        // It may be a closure.
        Use::Callee { .. } if decl.init.as_ref().is_some_and(is_unread) => true,
        Use::Receiver { .. } | Use::FieldValue | Use::FieldMove | Use::Callee { .. } => untied,
        // What it binds may be asked for its kind.
        Use::Scrutinee { binds: true, .. } => untied,
        // An element or a field of it is meant, or a macro may mean one.
        Use::Place if decl.kind == LocalKind::Temp(TempKind::Made) => true,
        Use::Token | Use::Look(_) if is_part || is_field => true,
        Use::Place | Use::Token | Use::Look(_) | Use::DerefMove { .. } => is_named,
        Use::Value => {
            let elsewhere = !cx.layout.inits.contains(&(info.block, info.local));
            // Input: `let t_0 = take(operand_slot); .. t_0 + &t_1`
            let becomes_asked = elsewhere && asked.contains(&info.block);
            let once = is_called_once(&cx.body.locals, info.local);
            untied && (info.asked || once || becomes_asked || may_be_part_of_kept(cx, info))
        }
        Use::Assign => cx.layout.storage(info.local) == Storage::Kept,
        _ => false,
    }
}

/// Whether a value from another block may become a part of one that is asked for its kind.
///
/// Input: `let (a, b) = (take(operand_slot), c);`
fn may_be_part_of_kept(cx: &Context<'_>, info: &MentionInfo) -> bool {
    let inits = &cx.layout.inits;
    // What a terminator binds belongs to the block it leads to.
    let mut near = cx.body.successors(info.block);
    near.push(info.block);
    let kept = |(block, local): &(BlockId, LocalId)| {
        near.contains(block) && cx.layout.storage(*local) == Storage::Kept
    };
    !inits.contains(&(info.block, info.local)) && inits.iter().any(kept)
}

/// Whether a local is looked up by its kind elsewhere than where it gets its value: that, too, only the text above tells.
fn looks_up_kinds(cx: &Context<'_>) -> bool {
    cx.layout.mentions.iter().flatten().any(|info| {
        let elsewhere = !cx.layout.inits.contains(&(info.block, info.local));
        cx.layout.storage(info.local) == Storage::Kept && elsewhere
    })
}

/// The variable that says where the run goes on.
fn pc() -> Ident {
    Ident::new("pc", Span::mixed_site())
}
