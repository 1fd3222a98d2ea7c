//! Controlled node splitting: loops that are entered in several places, made loops that are entered in one.
//!
//! A run starts in the middle of a loop if the loop yields. Such a loop has two entries, and without a copy each turn of
//! it would go through a `match pc`. Where nothing but a few plain statements lies between one of the entries and the
//! other one, these are written a second time in front of the loop, and the loop has one entry:
//!
//! ```text
//! for n in 2..limit { for p in &primes { if n % p == 0 { continue 'next; } } yield_!(n); }
//!
//! 0 => { n = 2; pc = 3; }              0 => { n = 2; }
//! 2 => { pc = 4; }                     2 => { n += 1; }      // the copy
//! loop { match pc { 3 => { .. } ..     loop { ..
//! ```
//!
//! After Janssen and Corporaal, "Making graphs reducible with controlled node splitting" (TOPLAS 1997). Unlike there, a loop
//! that does not come to have one entry by it stays as it is, and no block is written more than twice: the code grows by
//! some statements for each loop. And only loops with a loop in their statements are split. LLVM takes any other one for a
//! search up to the next item, which it vectorises, at 130 instructions an item: with `if n % 7 != 3` for a condition, 5.7
//! times those of the loop with the `match`. Many of these have their turns around the dispatch (`turns`).

use super::Structurer;
use super::chunks;
use super::node::Node;
use super::region::{Component, Entry};
use super::tiny::{self, Tiny};
use crate::ir::BlockId;
use std::collections::BTreeSet;
use std::rc::Rc;

/// What is written twice for one loop has no more operands and operations than this.
const MOST: usize = 16;

/// A block, and the loop that it belongs to.
type Split = (BlockId, Rc<BTreeSet<Node>>);

impl Structurer<'_, '_> {
    /// Decides which blocks are written twice.
    pub fn split(&mut self) {
        // A copy would stand in another place of the text.
        if self.textual || !self.holds_loop(self.cx.body.block_ids()) {
            return;
        }
        let mut found = Vec::new();
        let all = self.nodes();
        let entry = Entry::Dispatch(self.starts(), None);
        self.splits_in(&Tiny::new(self.cx), (all, &entry, None), &mut found);
        for (block, of_loop) in found {
            self.splits.split(block, of_loop);
        }
    }

    /// The splits of the loops in a region.
    fn splits_in(
        &self,
        tiny: &Tiny<'_>,
        (blocks, entry, cut): (Vec<Node>, &Entry, Option<Node>),
        found: &mut Vec<Split>,
    ) {
        let region = self.components(&blocks, entry, cut);
        if chunks::is_long(&region) {
            return;
        }
        for component in region.components.iter().filter(|it| it.is_loop) {
            let header = component.header();
            let inner = (component.blocks.clone(), &component.entry(), header);
            let before = found.len();
            self.splits_in(tiny, inner, found);
            // With a split in it, its entries are not what they were.
            if found.len() == before
                && component.is_gated()
                && self.holds_loop(blocks_of(component))
            {
                found.extend(self.splits_of(tiny, component));
            }
        }
    }

    /// Whether there is a loop in the statements of one of these blocks.
    fn holds_loop(&self, mut blocks: impl Iterator<Item = BlockId>) -> bool {
        let holds_one = |id| self.cx.body.block(id).stmts.iter().any(tiny::holds_loop);
        blocks.any(holds_one)
    }

    /// The blocks to be split so that a loop has one entry: those between its other entries and that one, if they are tiny.
    fn splits_of(&self, tiny: &Tiny<'_>, component: &Component) -> Vec<Split> {
        let of_loop: Rc<BTreeSet<Node>> = Rc::new(component.blocks.iter().copied().collect());
        let kept = component.entries.iter();
        let ways = kept.filter_map(|kept| {
            let others = component.entered.iter().filter(|it| *it != kept);
            self.between(tiny, others.copied().collect(), *kept, &of_loop)
        });
        let cheapest = ways.min_by_key(|(cost, _)| *cost);
        let blocks = cheapest.map(|(_, blocks)| blocks).unwrap_or_default();
        let split = blocks.into_iter();
        split.map(|block| (block, Rc::clone(&of_loop))).collect()
    }

    /// What a run passes in a loop from some of its entries up to another one, with what it costs to write that twice.
    fn between(
        &self,
        tiny: &Tiny<'_>,
        mut open: Vec<Node>,
        to: Node,
        of_loop: &BTreeSet<Node>,
    ) -> Option<(usize, Vec<BlockId>)> {
        let (mut total, mut passed) = (0, BTreeSet::new());
        while let Some(node) = open.pop() {
            if !passed.insert(node) {
                continue;
            }
            total += tiny.cost(node.block)?;
            for next in self.successors(node) {
                if next == to || !of_loop.contains(&next) {
                    continue;
                }
                // Back in the text: the copies might be a loop of their own.
                if total > MOST || next <= node {
                    return None;
                }
                open.push(next);
            }
        }
        let split = passed.into_iter().map(|node| node.block).collect();
        (total <= MOST).then_some((total, split))
    }
}

fn blocks_of(component: &Component) -> impl Iterator<Item = BlockId> {
    component.blocks.iter().map(|node| node.block)
}
