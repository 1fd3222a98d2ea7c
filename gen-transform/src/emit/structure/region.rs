//! Regions: what is written in one go, and the components it is made of.

use super::node::Node;
use proc_macro2::TokenStream;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// What a region is entered by.
pub enum Entry {
    /// A fall into this block.
    Block(Node),
    /// A `match` on `pc`; `otherwise` stands in its last arm if no entry is to stand there.
    Dispatch(Vec<Node>, Option<TokenStream>),
}

impl Entry {
    /// The blocks that the region is entered at.
    pub fn targets(&self) -> &[Node] {
        match self {
            Entry::Block(block) => std::slice::from_ref(block),
            Entry::Dispatch(targets, _) => targets,
        }
    }
}

/// A strongly connected component.
pub struct Component {
    pub blocks: Vec<Node>,
    pub is_loop: bool,
    /// The blocks that are jumped to from outside of it.
    pub entered: BTreeSet<Node>,
    /// Those at which it can be entered.
    pub entries: BTreeSet<Node>,
    /// Where it is written.
    pub place: Place,
}

impl Component {
    /// What its turns start with.
    pub fn entry(&self) -> Entry {
        let entries: Vec<Node> = self.entries.iter().copied().collect();
        match entries[..] {
            [header] => Entry::Block(header),
            _ => Entry::Dispatch(entries, None),
        }
    }

    /// The block that its turns start with: the only entry, or the first block. Without the edges to it, less of the cycle is
    /// left.
    pub fn header(&self) -> Option<Node> {
        self.entries.first().copied()
    }

    /// The label of the code in front of it, out of which jumps to it break.
    pub fn label(&self) -> String {
        format!("bb{}", self.blocks[0])
    }

    /// The label of the loop it is.
    pub fn loop_label(&self) -> String {
        format!("loop{}", self.blocks[0])
    }

    /// The label of the body of the loop, where it has one.
    pub fn body_label(&self) -> String {
        format!("body{}", self.blocks[0])
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
        entries: BTreeSet<Node>,
        /// Whether it starts with a `match pc`.
        is_gated: bool,
    },
}

/// A set of blocks, split into components in topological order.
pub struct Region {
    pub components: Vec<Component>,
    /// The component of each block.
    pub of_block: BTreeMap<Node, usize>,
    /// Edges to this block are taken by the loop around.
    pub cut: Option<Node>,
}

impl Region {
    pub fn is_cut(&self, from: Option<Node>, to: Node) -> bool {
        self.cut == Some(to) && from.is_some()
    }

    /// The component that a jump to a block of this region enters.
    pub fn component_of(&self, block: Node) -> Option<&Component> {
        self.of_block
            .get(&block)
            .map(|index| &self.components[*index])
    }
}
