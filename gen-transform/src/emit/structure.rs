//! From the control-flow graph to nested Rust: blocks, loops, labels.
//!
//! Rust has no goto. Within one run the graph is made of strongly connected components in topological order; each
//! component that is not a loop is written once, at the place of the only jump to it or behind a labelled block that the
//! jumps to it break out of; a loop becomes a `loop` whose back edges are `continue`s. A resume can land in the middle of
//! a loop: a loop with several entries starts with a `match` on `pc`, which says where it is entered.
//! This is the translation of Ramsey ("Beyond Relooper", ICFP 2022) with the entries of irreducible loops gated.

use super::Context;
use super::statements::BlockWriter;
use crate::ir::{BlockId, Terminator};
use proc_macro2::{Literal, Span, TokenStream};
use quote::{format_ident, quote};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use syn::Lifetime;

/// What a region is entered by.
enum Entry {
    /// A fall into this block.
    Block(BlockId),
    /// A `match` on `pc`; `otherwise` stands in its last arm if no entry is to stand there.
    Dispatch(Vec<BlockId>, Option<TokenStream>),
}

/// A strongly connected component.
struct Component {
    blocks: Vec<BlockId>,
    is_loop: bool,
    entries: BTreeSet<BlockId>,
    /// Where it is written.
    place: Place,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// At the only jump to it.
    Inline,
    /// Behind the code before it, under the label of its first block.
    Labelled,
}

/// What the code at hand stands in, innermost last.
enum Scope {
    Region(Rc<Region>),
    Loop {
        label: String,
        entries: BTreeSet<BlockId>,
    },
}

struct Region {
    components: Vec<Component>,
    /// The component of each block.
    of_block: BTreeMap<BlockId, usize>,
    /// Edges back to these blocks are taken by the loop around.
    cut: BTreeSet<BlockId>,
}

impl Region {
    fn is_cut(&self, from: Option<BlockId>, to: BlockId) -> bool {
        self.cut.contains(&to) && from.is_some_and(|from| from >= to)
    }
}

/// Writes the whole graph.
pub struct Structurer<'a, 'b> {
    cx: &'a Context<'b>,
    scopes: Vec<Scope>,
    used_labels: BTreeSet<String>,
    /// Whether blocks stay in the order of the text even where no jump needs it.
    textual: bool,
    /// The number of each block that `state` or `pc` can name.
    numbers: BTreeMap<BlockId, usize>,
}

/// The state of a generator that has ended.
pub const DONE: u32 = 1;

impl<'a, 'b> Structurer<'a, 'b> {
    pub fn new(cx: &'a Context<'b>) -> Self {
        let mut numbers = BTreeMap::from([(cx.body.entry, 0)]);
        for point in &cx.body.suspend_points {
            let next = numbers.len() + 1;
            numbers.entry(point.resume).or_insert(next);
        }
        Structurer {
            cx,
            textual: needs_textual_order(cx),
            scopes: Vec::new(),
            used_labels: BTreeSet::new(),
            numbers,
        }
    }

    /// The code of one run, from the dispatch on the state.
    pub fn run(&mut self, ended: &TokenStream) -> TokenStream {
        let mut entries = vec![self.cx.body.entry];
        entries.extend(self.cx.body.suspend_points.iter().map(|point| point.resume));
        entries.sort_unstable();
        entries.dedup();
        let all = self.cx.body.block_ids().collect();
        self.region(
            all,
            &Entry::Dispatch(entries, Some(ended.clone())),
            BTreeSet::new(),
            None,
        )
    }

    fn number(&mut self, block: BlockId) -> Literal {
        let next = self.numbers.len() + 1;
        Literal::usize_unsuffixed(*self.numbers.entry(block).or_insert(next))
    }

    // Regions.

    fn region(
        &mut self,
        blocks: Vec<BlockId>,
        entry: &Entry,
        cut: BTreeSet<BlockId>,
        next: Option<&str>,
    ) -> TokenStream {
        let region = Rc::new(self.components(blocks, entry, cut));
        self.scopes.push(Scope::Region(Rc::clone(&region)));
        let placed: Vec<usize> = (0..region.components.len())
            .filter(|at| region.components[*at].place == Place::Labelled)
            .collect();
        let labels: Vec<String> = placed
            .iter()
            .map(|at| label_of(&region.components[*at]))
            .collect();
        let next_of = |index: usize| labels.get(index).map(String::as_str).or(next);
        let mut code = self.enter(entry, next_of(0));
        for (index, at) in placed.iter().enumerate() {
            if self.used_labels.contains(&labels[index]) {
                let label = lifetime(&labels[index]);
                code = quote!(#label: { #code });
            }
            code.extend(self.component(&region.components[*at], next_of(index + 1)));
        }
        self.scopes.pop();
        code
    }

    fn enter(&mut self, entry: &Entry, next: Option<&str>) -> TokenStream {
        match entry {
            Entry::Block(block) => self.jump(None, *block, next),
            Entry::Dispatch(targets, otherwise) => {
                let mut arms: Vec<(Literal, TokenStream)> = Vec::new();
                for target in targets {
                    arms.push((self.number(*target), self.jump(None, *target, next)));
                }
                dispatch(arms, otherwise.as_ref())
            }
        }
    }

    fn component(&mut self, component: &Component, next: Option<&str>) -> TokenStream {
        if !component.is_loop {
            return self.block(component.blocks[0], next);
        }
        let label = loop_label(component);
        self.scopes.push(Scope::Loop {
            label: label.clone(),
            entries: component.entries.clone(),
        });
        let entries: Vec<BlockId> = component.entries.iter().copied().collect();
        let entry = match entries[..] {
            [header] => Entry::Block(header),
            _ => Entry::Dispatch(entries, None),
        };
        let body = self.region(
            component.blocks.clone(),
            &entry,
            component.entries.clone(),
            Some(&label),
        );
        self.scopes.pop();
        if self.used_labels.contains(&label) {
            let label = lifetime(&label);
            quote!(#label: loop { #body })
        } else {
            quote!(loop { #body })
        }
    }

    /// Splits a region into its components, in topological order, and decides where each is written.
    fn components(&self, blocks: Vec<BlockId>, entry: &Entry, cut: BTreeSet<BlockId>) -> Region {
        let inside: BTreeSet<BlockId> = blocks.iter().copied().collect();
        let is_cut = |from: BlockId, to: BlockId| cut.contains(&to) && from >= to;
        let edges = |from: BlockId| -> Vec<BlockId> {
            let all = self.cx.body.successors(from);
            all.into_iter()
                .filter(|to| inside.contains(to) && !is_cut(from, *to))
                .collect()
        };
        let components = strongly_connected(&blocks, &|from| {
            let mut all = edges(from);
            all.extend(
                self.resumed_from(from)
                    .into_iter()
                    .filter(|to| inside.contains(to) && !is_cut(from, *to)),
            );
            all
        });
        let mut of_block = BTreeMap::new();
        for (index, blocks) in components.iter().enumerate() {
            of_block.extend(blocks.iter().map(|block| (*block, index)));
        }
        let jumps = self.jumps(&blocks, entry, &of_block, &edges);
        let finished = components.into_iter().enumerate().map(|(index, blocks)| {
            let is_loop = blocks.len() > 1 || edges(blocks[0]).contains(&blocks[0]);
            let mut entries: BTreeSet<BlockId> = jumps[index].iter().map(|jump| jump.to).collect();
            if is_loop {
                // Every cycle goes through its first block or through another entry: cutting these leaves no cycle.
                entries.extend(blocks.first());
            }
            let place = self.place(&jumps[index], &of_block, is_loop, &blocks);
            Component {
                blocks,
                is_loop,
                entries,
                place,
            }
        });
        Region {
            components: finished.collect(),
            of_block,
            cut,
        }
    }

    /// The jumps into each component from outside it.
    fn jumps(
        &self,
        blocks: &[BlockId],
        entry: &Entry,
        of_block: &BTreeMap<BlockId, usize>,
        edges: &dyn Fn(BlockId) -> Vec<BlockId>,
    ) -> Vec<Vec<JumpSite>> {
        let mut jumps: Vec<Vec<JumpSite>> = Vec::new();
        jumps.resize_with(of_block.values().max().map_or(0, |max| max + 1), Vec::new);
        let targets = match entry {
            Entry::Block(block) => std::slice::from_ref(block),
            Entry::Dispatch(targets, _) => targets,
        };
        for to in targets {
            jumps[of_block[to]].push(JumpSite {
                from: None,
                to: *to,
                inside_statement: false,
            });
        }
        for from in blocks {
            let exits = &self.cx.body.block(*from).exits;
            for (index, to) in edges(*from).into_iter().enumerate() {
                if of_block[from] != of_block[&to] {
                    let terminators = self.cx.body.block(*from).terminator.successors().len();
                    let inside_statement = exits.contains(&to) || index >= terminators;
                    jumps[of_block[&to]].push(JumpSite {
                        from: Some(*from),
                        to,
                        inside_statement,
                    });
                }
            }
        }
        jumps
    }

    /// A component is written at the jump to it if there is only one, at the end of a block with the same items in sight,
    /// and it is not dragged into a loop that it does not belong to, unless it is short.
    fn place(
        &self,
        jumps: &[JumpSite],
        of_block: &BTreeMap<BlockId, usize>,
        is_loop: bool,
        blocks: &[BlockId],
    ) -> Place {
        let [jump] = jumps else {
            return Place::Labelled;
        };
        let Some(from) = jump.from else {
            return Place::Inline;
        };
        let same_items = Rc::ptr_eq(
            &self.cx.body.block(from).items,
            &self.cx.body.block(jump.to).items,
        );
        let from_loop = self.is_in_loop(from, of_block);
        let short = !is_loop && (self.ends(blocks[0]) || self.has_bindings(from, jump.to));
        if jump.inside_statement || !same_items || (from_loop && !short) {
            Place::Labelled
        } else {
            Place::Inline
        }
    }

    /// Where the run after a yield starts, if that has to stand behind it in the text.
    fn resumed_from(&self, block: BlockId) -> Option<BlockId> {
        match self.cx.body.block(block).terminator {
            Terminator::Yield { resume, .. } if self.textual => Some(resume),
            _ => None,
        }
    }

    fn is_in_loop(&self, block: BlockId, of_block: &BTreeMap<BlockId, usize>) -> bool {
        let component = of_block[&block];
        let members = of_block
            .values()
            .filter(|other| **other == component)
            .count();
        members > 1 || self.cx.body.successors(block).contains(&block)
    }

    fn ends(&self, block: BlockId) -> bool {
        matches!(
            self.cx.body.block(block).terminator,
            Terminator::Return | Terminator::Finish(_) | Terminator::Unreachable
        )
    }

    /// Whether `to` uses variables that the terminator of `from` binds.
    fn has_bindings(&self, from: BlockId, to: BlockId) -> bool {
        self.cx.layout.arm_targets.contains(&(from, to))
    }

    // Jumps.

    /// The code for a jump at the end of a piece of code that falls through to `next`.
    pub fn jump(&mut self, from: Option<BlockId>, to: BlockId, next: Option<&str>) -> TokenStream {
        self.resolve(from, to, next, true)
    }

    /// The code for a jump from the inside of a statement.
    pub fn jump_out(&mut self, from: BlockId, to: BlockId) -> TokenStream {
        self.resolve(Some(from), to, None, false)
    }

    fn resolve(
        &mut self,
        from: Option<BlockId>,
        to: BlockId,
        next: Option<&str>,
        may_inline: bool,
    ) -> TokenStream {
        for at in (0..self.scopes.len()).rev() {
            match &self.scopes[at] {
                Scope::Region(region) => {
                    let region = Rc::clone(region);
                    let Some(component) = region
                        .of_block
                        .get(&to)
                        .map(|index| &region.components[*index])
                    else {
                        continue;
                    };
                    if region.is_cut(from, to) {
                        continue;
                    }
                    let gate = self.gate(component.is_loop && component.entries.len() > 1, to);
                    if component.place == Place::Inline && may_inline {
                        let code = self.at_depth(at + 1, |this| this.component(component, next));
                        return quote!(#gate #code);
                    }
                    let label = label_of(component);
                    return self.leave_to(&label, next, gate, false);
                }
                Scope::Loop { label, entries } if entries.contains(&to) => {
                    let (label, several) = (label.clone(), entries.len() > 1);
                    let gate = self.gate(several, to);
                    return self.leave_to(&label, next, gate, true);
                }
                Scope::Loop { .. } => {}
            }
        }
        unreachable!("BUG: every block is in the outermost region")
    }

    /// Runs `within` with only the scopes up to `depth` in place: those around the component that is written inline.
    fn at_depth(
        &mut self,
        depth: usize,
        within: impl FnOnce(&mut Self) -> TokenStream,
    ) -> TokenStream {
        let inner = self.scopes.split_off(depth);
        let code = within(self);
        self.scopes.extend(inner);
        code
    }

    fn gate(&mut self, several: bool, to: BlockId) -> TokenStream {
        if !several {
            return TokenStream::new();
        }
        let (pc, number) = (pc(), self.number(to));
        quote!(#pc = #number;)
    }

    fn leave_to(
        &mut self,
        label: &str,
        next: Option<&str>,
        gate: TokenStream,
        is_loop: bool,
    ) -> TokenStream {
        if next == Some(label) {
            return gate;
        }
        self.used_labels.insert(label.to_string());
        let label = lifetime(label);
        if is_loop {
            quote!(#gate continue #label;)
        } else {
            quote!(#gate break #label;)
        }
    }

    // Blocks.

    fn block(&mut self, id: BlockId, next: Option<&str>) -> TokenStream {
        let cx = self.cx;
        let block = cx.body.block(id);
        let mut writer = BlockWriter::new(cx, id);
        for stmt in &block.stmts {
            writer.stmt(stmt, &mut |target| self.jump_out(id, target));
        }
        let code = self.terminator(id, writer, next);
        if block.items.is_empty() {
            return code;
        }
        let items = block.items.iter();
        quote!({ #(#items)* #code })
    }

    fn terminator(
        &mut self,
        id: BlockId,
        mut writer: BlockWriter<'_, '_>,
        next: Option<&str>,
    ) -> TokenStream {
        let cx = self.cx;
        match &cx.body.block(id).terminator {
            Terminator::Goto(target) => {
                let jump = self.jump(Some(id), *target, next);
                writer.finish(jump)
            }
            Terminator::If {
                cond,
                then,
                otherwise,
            } => {
                let (cond, stored) =
                    writer.condition(cx, (cond, *then), &mut |target| self.jump_out(id, target));
                let then = self.jump(Some(id), *then, next);
                let otherwise = self.jump(Some(id), *otherwise, next);
                let otherwise = (!otherwise.is_empty()).then(|| quote!(else { #otherwise }));
                writer.finish(quote!(if #cond { #stored #then } #otherwise))
            }
            Terminator::Match { scrutinee, arms } => {
                let (scrutinee, parts) =
                    writer.arms(cx, scrutinee, arms, &mut |target| self.jump_out(id, target));
                let mut written = TokenStream::new();
                for (arm, parts) in arms.iter().zip(parts) {
                    let jump = self.jump(Some(id), arm.target, next);
                    let (head, stored) = (parts.head, parts.stored);
                    written.extend(quote!(#head => { #stored #jump }));
                }
                let last = super::mentions::exhaustive(arms.iter().map(|arm| &arm.pat))
                    .filter(|_| !is_advance(arms));
                writer.finish(quote!(match #scrutinee { #written #last }))
            }
            Terminator::Yield {
                value,
                suspend,
                resume,
                ..
            } => {
                let value = writer.operand(value, &[], &mut |target| self.jump_out(id, target));
                let number = self.number(*resume);
                writer.finish(super::machine::suspend(cx, &value, *suspend, &number))
            }
            Terminator::Finish(local) => writer.finish(super::machine::finish(cx, *local)),
            Terminator::Return => writer.finish(super::machine::ended(cx)),
            Terminator::Unreachable => writer.finish(quote!(::core::unreachable!();)),
        }
    }
}

/// Whether a method is called on an operand without a name: rustc has to know its type there, and only the text above
/// tells it; so it is where a local is looked up by its kind. Other locals have theirs from the plain body.
fn needs_textual_order(cx: &Context<'_>) -> bool {
    let mut mentions = cx.layout.mentions.iter().flatten();
    mentions.any(|info| {
        let kept = cx.layout.storage(info.local) == crate::analyse::Storage::Kept;
        if kept && !cx.layout.inits.contains(&(info.block, info.local)) {
            return true;
        }
        let by_name = matches!(
            info.context,
            crate::analyse::Context::Receiver { .. }
                | crate::analyse::Context::FieldValue
                | crate::analyse::Context::Callee
        );
        by_name && cx.body.locals.get(info.local).kind == crate::resolve::LocalKind::Temp
    })
}

/// A jump into a component.
struct JumpSite {
    /// The block it comes from; `None` for the entry of the region.
    from: Option<BlockId>,
    to: BlockId,
    /// Whether it stands inside a statement.
    inside_statement: bool,
}

/// Whether the arms are those of our own `match`es, which are exhaustive: loops and delegation.
fn is_advance(arms: &[crate::ir::Arm]) -> bool {
    arms.iter().all(|arm| matches!(&arm.pat, syn::Pat::TupleStruct(syn::PatTupleStruct { path, .. }) | syn::Pat::Path(syn::PatPath { path, .. }) if path.leading_colon.is_some()))
}

/// `match pc { 0 => .., 2 => .. }`
fn dispatch(mut arms: Vec<(Literal, TokenStream)>, otherwise: Option<&TokenStream>) -> TokenStream {
    let pc = pc();
    let last = match otherwise {
        Some(otherwise) => otherwise.clone(),
        None => arms.pop().map(|(_, code)| code).unwrap_or_default(),
    };
    let arms = arms
        .into_iter()
        .map(|(number, code)| quote!(#number => { #code }));
    quote!(match #pc { #(#arms)* _ => { #last } })
}

/// The variable that says where the run goes on.
pub fn pc() -> syn::Ident {
    syn::Ident::new("pc", Span::mixed_site())
}

fn lifetime(label: &str) -> Lifetime {
    Lifetime {
        apostrophe: Span::mixed_site(),
        ident: format_ident!("{}", label, span = Span::mixed_site()),
    }
}

fn label_of(component: &Component) -> String {
    format!("bb{}", component.blocks[0].index())
}

fn loop_label(component: &Component) -> String {
    format!("loop{}", component.blocks[0].index())
}

/// Tarjan's algorithm ("Depth-first search and linear graph algorithms", 1972); the components come in topological
/// order, among unordered ones the first in the text first.
fn strongly_connected(
    blocks: &[BlockId],
    edges: &dyn Fn(BlockId) -> Vec<BlockId>,
) -> Vec<Vec<BlockId>> {
    let mut tarjan = Tarjan {
        edges,
        index: BTreeMap::new(),
        low: BTreeMap::new(),
        stack: Vec::new(),
        found: Vec::new(),
    };
    for block in blocks {
        if !tarjan.index.contains_key(block) {
            tarjan.visit(*block);
        }
    }
    in_topological_order(tarjan.found, edges)
}

struct Tarjan<'e> {
    edges: &'e dyn Fn(BlockId) -> Vec<BlockId>,
    index: BTreeMap<BlockId, usize>,
    low: BTreeMap<BlockId, usize>,
    stack: Vec<BlockId>,
    found: Vec<Vec<BlockId>>,
}

impl Tarjan<'_> {
    /// Visits iteratively: a body may have thousands of blocks in a row.
    fn visit(&mut self, root: BlockId) {
        let mut work: Vec<(BlockId, Vec<BlockId>)> = vec![self.discover(root)];
        while let Some((block, succs)) = work.last_mut() {
            let block = *block;
            match succs.pop() {
                Some(succ) if !self.index.contains_key(&succ) => {
                    let next = self.discover(succ);
                    work.push(next);
                }
                Some(succ) => {
                    if self.stack.contains(&succ) {
                        self.lower(block, self.index[&succ]);
                    }
                }
                None => {
                    work.pop();
                    if let Some((parent, _)) = work.last() {
                        self.lower(*parent, self.low[&block]);
                    }
                    self.close(block);
                }
            }
        }
    }

    fn discover(&mut self, block: BlockId) -> (BlockId, Vec<BlockId>) {
        let number = self.index.len();
        self.index.insert(block, number);
        self.low.insert(block, number);
        self.stack.push(block);
        (block, (self.edges)(block))
    }

    fn lower(&mut self, block: BlockId, to: usize) {
        let low = self
            .low
            .get_mut(&block)
            .expect("BUG: discovered blocks have a number");
        *low = to.min(*low);
    }

    fn close(&mut self, block: BlockId) {
        if self.low[&block] != self.index[&block] {
            return;
        }
        let at = self
            .stack
            .iter()
            .rposition(|other| *other == block)
            .expect("BUG: an open block is on the stack");
        let mut component = self.stack.split_off(at);
        component.sort_unstable();
        self.found.push(component);
    }
}

/// Kahn's algorithm, always taking the component that comes first in the text.
fn in_topological_order(
    components: Vec<Vec<BlockId>>,
    edges: &dyn Fn(BlockId) -> Vec<BlockId>,
) -> Vec<Vec<BlockId>> {
    let of_block: BTreeMap<BlockId, usize> = components
        .iter()
        .enumerate()
        .flat_map(|(index, blocks)| blocks.iter().map(move |block| (*block, index)))
        .collect();
    let mut waiting = vec![0; components.len()];
    let mut succs: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); components.len()];
    for (index, blocks) in components.iter().enumerate() {
        for to in blocks.iter().flat_map(|block| edges(*block)) {
            if of_block[&to] != index && succs[index].insert(of_block[&to]) {
                waiting[of_block[&to]] += 1;
            }
        }
    }
    let key = |index: usize| (components[index][0], index);
    let mut ready: BTreeSet<(BlockId, usize)> = (0..components.len())
        .filter(|index| waiting[*index] == 0)
        .map(key)
        .collect();
    let mut order = Vec::new();
    while let Some((_, index)) = ready.pop_first() {
        order.push(index);
        for succ in &succs[index] {
            waiting[*succ] -= 1;
            if waiting[*succ] == 0 {
                ready.insert(key(*succ));
            }
        }
    }
    let mut components: Vec<Option<Vec<BlockId>>> = components.into_iter().map(Some).collect();
    order
        .into_iter()
        .filter_map(|index| components[index].take())
        .collect()
}
