//! Long regions, cut into chunks.
//!
//! Each component that several jumps lead to costs a labelled block around all the code before it. Some hundred `if`s with
//! a yield in a row would nest deeper than rustc can follow. Such a region becomes a loop over chunks: a jump inside a chunk
//! is what it always is, one into another chunk sets `pc` and goes around.
//!
//! Output: `'chunks0: loop { match pc { 0 | 2 | 3 => { .. pc = 4; continue 'chunks0; } 4 | 5 => { .. } _ => return None } }`

use super::Structurer;
use super::jumps::lifetime;
use super::node::Node;
use super::region::{Entry, Place, Region, Scope};
use proc_macro2::{Literal, TokenStream};
use quote::quote;
use std::collections::{BTreeMap, BTreeSet};

/// So many labelled blocks stand in each other at most. More than rustc needs for any body that a person writes, and a
/// fraction of what it can take: a chunk can stand in the loops and blocks of other regions.
const MOST: usize = 64;

/// Some of the components of a region, with the blocks that are jumped to from outside of it.
#[derive(Default)]
struct Chunk {
    blocks: Vec<Node>,
    entries: BTreeSet<Node>,
}

/// Whether a region has to be cut.
pub fn is_long(region: &Region) -> bool {
    let places = region.components.iter().map(|component| component.place);
    places.filter(|place| *place == Place::Labelled).count() > MOST
}

impl Structurer<'_, '_> {
    /// A region as a loop over its chunks.
    pub fn chunks(&mut self, region: &Region, entry: &Entry) -> TokenStream {
        let chunks = self.cut(region, entry);
        let label = format!("chunks{}", region.components[0].blocks[0]);
        let entries = chunks.iter().flat_map(|chunk| &chunk.entries);
        let entries: BTreeSet<Node> = entries.copied().collect();
        self.scopes.push(Scope::Loop {
            label: label.clone(),
            is_gated: entries.len() > 1,
            entries,
        });
        let mut arms = TokenStream::new();
        for chunk in chunks.into_iter().filter(|it| !it.entries.is_empty()) {
            let numbers: Vec<Literal> = chunk.entries.iter().map(|to| self.number(*to)).collect();
            let entries: Vec<Node> = chunk.entries.into_iter().collect();
            let entry = match entries[..] {
                [only] => Entry::Block(only),
                _ => Entry::Dispatch(entries, None),
            };
            let name = format!("chunk{}", chunk.blocks[0]);
            let code = self.fenced(&name, |this| {
                this.region(chunk.blocks, &entry, region.cut, None)
            });
            arms.extend(quote!(#(#numbers)|* => { #code }));
        }
        self.scopes.pop();
        let (start, otherwise) = match entry {
            Entry::Block(block) => (Some(self.set_pc(*block)), None),
            Entry::Dispatch(targets, Some(otherwise)) => {
                (self.recomputed_in_front(targets), Some(otherwise.clone()))
            }
            Entry::Dispatch(_, None) => (None, None),
        };
        let otherwise = otherwise.unwrap_or_else(|| quote!(::core::unreachable!()));
        let (pc, label) = (self.read_pc(), lifetime(&label));
        quote!(#start #label: loop { match #pc { #arms _ => { #otherwise } } })
    }

    /// What the start of a run computes again, where it starts in any of the chunks.
    ///
    /// Output: `match pc { 2 => { last = n - 1; } _ => {} }`
    fn recomputed_in_front(&mut self, targets: &[Node]) -> Option<TokenStream> {
        let mut arms = TokenStream::new();
        for target in targets {
            let recomputed = self.recomputed(*target);
            if !recomputed.is_empty() {
                let number = self.number(*target);
                arms.extend(quote!(#number => { #recomputed }));
            }
        }
        (!arms.is_empty()).then(|| {
            let pc = self.read_pc();
            quote!(match #pc { #arms _ => {} })
        })
    }

    /// Cuts a region in front of every so many labelled components. What is written at the jump to it stays with that.
    fn cut(&self, region: &Region, entry: &Entry) -> Vec<Chunk> {
        let mut chunks: Vec<Chunk> = Vec::new();
        let mut chunk_of: BTreeMap<Node, usize> = BTreeMap::new();
        // Where what is written at a jump has its jump.
        let mut jumped_from: BTreeMap<Node, usize> = BTreeMap::new();
        let mut labelled = 0;
        for component in &region.components {
            let is_labelled = component.place == Place::Labelled;
            labelled += usize::from(is_labelled);
            let at_jump = component.blocks.iter().find_map(|it| jumped_from.get(it));
            let chunk = at_jump
                .copied()
                .filter(|_| !is_labelled)
                .unwrap_or(labelled / MOST);
            chunks.resize_with(chunks.len().max(chunk + 1), Chunk::default);
            chunks[chunk].blocks.extend(&component.blocks);
            for block in &component.blocks {
                chunk_of.insert(*block, chunk);
                for to in self.successors(*block) {
                    jumped_from.entry(to).or_insert(chunk);
                }
            }
        }
        for (from, at) in &chunk_of {
            for to in self.successors(*from) {
                if let Some(other) = chunk_of.get(&to).filter(|other| *other != at) {
                    chunks[*other].entries.insert(to);
                }
            }
        }
        for to in entry.targets() {
            chunks[chunk_of[to]].entries.insert(*to);
        }
        chunks.iter_mut().for_each(|it| it.blocks.sort_unstable());
        chunks
    }
}
