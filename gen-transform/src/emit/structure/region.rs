//! Regions: what is written in one go, and the components it is made of.

use crate::ir::BlockId;
use proc_macro2::TokenStream;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// What a region is entered by.
pub enum Entry {
    /// A fall into this block.
    Block(BlockId),
    /// A `match` on `pc`; `otherwise` stands in its last arm if no entry is to stand there.
    Dispatch(Vec<BlockId>, Option<TokenStream>),
}

impl Entry {
    /// The blocks that the region is entered at.
    pub fn targets(&self) -> &[BlockId] {
        match self {
            Entry::Block(block) => std::slice::from_ref(block),
            Entry::Dispatch(targets, _) => targets,
        }
    }
}

/// A strongly connected component.
pub struct Component {
    pub blocks: Vec<BlockId>,
    pub is_loop: bool,
    pub entries: BTreeSet<BlockId>,
    /// Where it is written.
    pub place: Place,
}

impl Component {
    /// The label of the code in front of it, out of which jumps to it break.
    pub fn label(&self) -> String {
        format!("bb{}", self.blocks[0].index())
    }

    /// The label of the loop it is.
    pub fn loop_label(&self) -> String {
        format!("loop{}", self.blocks[0].index())
    }

    /// Whether jumps to it have to say where they enter it.
    pub fn is_gated(&self) -> bool {
        self.is_loop && self.entries.len() > 1
    }
}

/// Where a component is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// At the only jump to it.
    Inline,
    /// Behind the code before it, under the label of its first block.
    Labelled,
}

/// What the code at hand stands in, innermost last.
pub enum Scope {
    Region(Rc<Region>),
    Loop {
        label: String,
        entries: BTreeSet<BlockId>,
    },
}

/// A set of blocks, split into components in topological order.
pub struct Region {
    pub components: Vec<Component>,
    /// The component of each block.
    pub of_block: BTreeMap<BlockId, usize>,
    /// Edges back to these blocks are taken by the loop around.
    pub cut: BTreeSet<BlockId>,
}

impl Region {
    pub fn is_cut(&self, from: Option<BlockId>, to: BlockId) -> bool {
        self.cut.contains(&to) && from.is_some_and(|from| from >= to)
    }

    /// The component that a jump to a block of this region enters.
    pub fn component_of(&self, block: BlockId) -> Option<&Component> {
        self.of_block
            .get(&block)
            .map(|index| &self.components[*index])
    }
}
