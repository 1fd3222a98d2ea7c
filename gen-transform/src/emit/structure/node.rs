//! What is written: each block once, and a second time if it is split.

use crate::ir::{BlockId, Body};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::rc::Rc;

/// A block or its copy, which stands right behind it in the order of the text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Node {
    /// The block whose code it is.
    pub block: BlockId,
    /// Whether it is the copy.
    pub is_copy: bool,
}

impl From<BlockId> for Node {
    fn from(block: BlockId) -> Node {
        Node {
            block,
            is_copy: false,
        }
    }
}

/// As it stands in labels.
impl fmt::Display for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let copy = if self.is_copy { "_copy" } else { "" };
        write!(f, "{}{copy}", self.block.index())
    }
}

/// The blocks that are written twice.
#[derive(Default)]
pub struct Splits {
    /// For each of them the loop that the block itself belongs to: all jumps from elsewhere are to the copy.
    loops: BTreeMap<BlockId, Rc<BTreeSet<Node>>>,
}

impl Splits {
    /// Splits `block`, which belongs to a loop of these nodes.
    pub fn split(&mut self, block: BlockId, of_loop: Rc<BTreeSet<Node>>) {
        self.loops.insert(block, of_loop);
    }

    pub fn is_split(&self, block: BlockId) -> bool {
        self.loops.contains_key(&block)
    }

    /// All nodes, in the order of the text.
    pub fn nodes(&self, body: &Body) -> Vec<Node> {
        let with_copy = |block| {
            let copy = Node {
                block,
                is_copy: true,
            };
            std::iter::once(block.into()).chain(self.is_split(block).then_some(copy))
        };
        body.block_ids().flat_map(with_copy).collect()
    }

    /// Where a jump to `block` leads.
    pub fn target(&self, from: Node, block: BlockId) -> Node {
        let of_loop = self.loops.get(&block);
        Node {
            block,
            is_copy: of_loop.is_some_and(|of_loop| !of_loop.contains(&from)),
        }
    }

    /// Where a run that starts at `block` starts.
    pub fn entered(&self, block: BlockId) -> Node {
        Node {
            block,
            is_copy: self.is_split(block),
        }
    }
}
