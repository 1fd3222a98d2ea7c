//! The components of a region, and where each is written.

use super::Structurer;
use super::graph::strongly_connected;
use super::node::Node;
use super::region::{Component, Entry, Place, Region};
use crate::ir::Terminator;
use std::collections::{BTreeMap, BTreeSet};

/// A jump into a component.
struct JumpSite {
    /// The block it comes from; `None` for the entry of the region.
    from: Option<Node>,
    to: Node,
    /// Whether it stands inside a statement.
    inside_statement: bool,
}

/// The edges that stay within a region.
struct Edges<'s, 'a, 'b> {
    structurer: &'s Structurer<'a, 'b>,
    inside: BTreeSet<Node>,
    cut: Option<Node>,
}

impl Edges<'_, '_, '_> {
    /// The jumps from `from`.
    fn jumps(&self, from: Node) -> Vec<Node> {
        self.kept(self.structurer.successors(from))
    }

    /// The jumps from `from`, and what has to stand behind it in the text.
    fn all(&self, from: Node) -> Vec<Node> {
        let mut all = self.jumps(from);
        all.extend(self.kept(self.structurer.resumed_from(from)));
        all
    }

    fn kept(&self, targets: impl IntoIterator<Item = Node>) -> Vec<Node> {
        targets
            .into_iter()
            .filter(|to| self.inside.contains(to) && self.cut != Some(*to))
            .collect()
    }
}

impl Structurer<'_, '_> {
    /// Splits a region into its components, in topological order, and decides where each is written.
    pub fn components(&self, blocks: &[Node], entry: &Entry, cut: Option<Node>) -> Region {
        let edges = Edges {
            structurer: self,
            inside: blocks.iter().copied().collect(),
            cut,
        };
        let components = strongly_connected(blocks, &|from| edges.all(from));
        let mut of_block = BTreeMap::new();
        for (index, blocks) in components.iter().enumerate() {
            of_block.extend(blocks.iter().map(|block| (*block, index)));
        }
        let jumps = self.jumps(blocks, entry, &of_block, &edges);
        let mut early = BTreeSet::new();
        let all = components.into_iter().zip(jumps).enumerate();
        let finished = all.map(|(index, (blocks, jumps))| {
            let is_loop = blocks.len() > 1 || edges.jumps(blocks[0]).contains(&blocks[0]);
            let entered: BTreeSet<Node> = jumps.iter().map(|jump| jump.to).collect();
            let mut entries = entered.clone();
            if is_loop && (entries.len() != 1 || self.textual) {
                entries.extend(blocks.first());
            }
            let is_early = |from: Node| early.contains(&of_block[&from]);
            let early_jump = jumps.iter().all(|jump| jump.from.is_none_or(is_early));
            let bound =
                |jump: &JumpSite| jump.from.is_some_and(|at| self.has_bindings(at, jump.to));
            let movable = early_jump && !jumps.iter().any(bound);
            let place = match movable && self.is_late(&blocks) {
                true => Place::Labelled,
                false => self.place(&jumps, &of_block, is_loop, &blocks),
            };
            if early_jump && place == Place::Inline {
                early.insert(index);
            }
            Component {
                place,
                blocks,
                is_loop,
                entered,
                entries,
            }
        });
        let components = finished.collect();
        Region {
            components,
            of_block,
            cut,
        }
    }

    /// The jumps into each component from outside it.
    fn jumps(
        &self,
        blocks: &[Node],
        entry: &Entry,
        of_block: &BTreeMap<Node, usize>,
        edges: &Edges<'_, '_, '_>,
    ) -> Vec<Vec<JumpSite>> {
        let mut jumps: Vec<Vec<JumpSite>> = Vec::new();
        jumps.resize_with(of_block.values().max().map_or(0, |max| max + 1), Vec::new);
        for to in entry.targets() {
            jumps[of_block[to]].push(JumpSite {
                from: None,
                to: *to,
                inside_statement: false,
            });
        }
        for from in blocks {
            let block = self.cx.body.block(from.block);
            let terminators = block.terminator.successors().len();
            for (index, to) in edges.jumps(*from).into_iter().enumerate() {
                if of_block[from] != of_block[&to] {
                    jumps[of_block[&to]].push(JumpSite {
                        from: Some(*from),
                        to,
                        inside_statement: block.exits.contains(&to.block) || index >= terminators,
                    });
                }
            }
        }
        jumps
    }

    /// A component is written at the jump to it if there is only one, at the end of a block with no other items in sight,
    /// and it is not dragged into a loop that it does not belong to, unless it is short.
    fn place(
        &self,
        jumps: &[JumpSite],
        of_block: &BTreeMap<Node, usize>,
        is_loop: bool,
        blocks: &[Node],
    ) -> Place {
        let [jump] = jumps else {
            return Place::Labelled;
        };
        let Some(from) = jump.from else {
            return Place::Inline;
        };
        let (there, here) = (
            self.cx.body.block(from.block),
            self.cx.body.block(jump.to.block),
        );
        let no_others = here.items.contains(&there.items);
        let from_loop = self.is_in_loop(from, of_block);
        let short = !is_loop && (self.ends(blocks[0]) || self.has_bindings(from, jump.to));
        if jump.inside_statement || !no_others || (from_loop && !short) {
            Place::Labelled
        } else {
            Place::Inline
        }
    }

    /// Whether what tells the types in these blocks may stand behind the start of the region, so that they must not be written
    /// there.
    fn is_late(&self, blocks: &[Node]) -> bool {
        blocks.iter().any(|node| self.late.contains(&node.block))
    }

    /// Where the run after a yield starts, if that has to stand behind it in the text.
    fn resumed_from(&self, block: Node) -> Option<Node> {
        match self.cx.body.block(block.block).terminator {
            Terminator::Yield { resume, .. } if self.textual => Some(self.entered(resume)),
            _ => None,
        }
    }

    fn is_in_loop(&self, block: Node, of_block: &BTreeMap<Node, usize>) -> bool {
        let component = of_block[&block];
        let members = of_block
            .values()
            .filter(|other| **other == component)
            .count();
        members > 1 || self.successors(block).contains(&block)
    }

    fn ends(&self, block: Node) -> bool {
        matches!(
            self.cx.body.block(block.block).terminator,
            Terminator::Yield { .. }
                | Terminator::Return
                | Terminator::Finish(_)
                | Terminator::Unreachable
        )
    }

    /// Whether `to` uses variables that the terminator of `from` binds.
    fn has_bindings(&self, from: Node, to: Node) -> bool {
        self.cx.layout.arm_targets.contains(&(from.block, to.block))
    }
}
