//! The flow graph: one node for each thing that happens to a local.

use super::looks::Look;
use crate::ir::BlockId;
use crate::resolve::{LocalId, MentionId};
use std::collections::{BTreeMap, BTreeSet};

/// A node of the flow graph.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct NodeId(pub usize);

/// How a mention uses its local.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Context {
    /// In place: operand of `&`, base of a field or index, comparison, format argument.
    Place,
    /// Its value: copied, or moved if it is used no more.
    Value,
    /// What is in it, a `Box`: copied, or moved out of the box if that is used no more.
    Unboxed,
    /// A method is called on it.
    Receiver {
        /// Whether the method is one that is well known to take `self` by value.
        consuming: bool,
    },
    /// It is called; `once` if nothing says that it can be called more than once.
    Callee {
        /// Whether its type has to tell if the call takes it.
        once: bool,
    },
    /// It is matched.
    Scrutinee {
        /// Whether a pattern binds by value.
        binds: bool,
        /// Whether a pattern that binds leaves something out.
        partial: bool,
        /// Whether a pattern takes fields of a struct, and the rest of that has no name.
        opens: bool,
    },
    /// The value of one of its fields, which is copied.
    FieldValue,
    /// The value of one of its fields, copied or moved out of it.
    FieldMove,
    /// A struct literal takes over the fields that it does not spell out.
    Update,
    /// Assigned as a whole.
    Assign,
    /// What it refers to is used by value: copied, or moved out of a `Box`.
    DerefMove {
        /// Whether a pattern takes fields of a struct: out of one with a `Drop` it copies.
        opens: bool,
    },
    /// Somewhere in the arguments of an unknown macro.
    Token,
    /// In the arguments of an unknown macro, where it is only looked at.
    Look(Look),
    /// In a `macro_rules!` of the body that a macro call there needs: in place, and perhaps several times.
    Defined,
    /// Captured by a `move` closure or async block.
    MoveCapture,
}

impl Context {
    /// Whether such a use of a local stands in the arguments of an unknown macro.
    pub fn is_in_macro(self) -> bool {
        matches!(self, Context::Token | Context::Look(_))
    }

    /// Whether such a use of a local leaves open whether it is by value.
    pub fn is_ambiguous(self) -> bool {
        match self {
            Context::Receiver { .. }
            | Context::Callee { .. }
            | Context::DerefMove { .. }
            | Context::FieldValue
            | Context::FieldMove
            | Context::Token
            | Context::Look(_)
            | Context::Defined => true,
            Context::Scrutinee { binds, .. } => binds,
            Context::Place
            | Context::Value
            | Context::Unboxed
            | Context::Update
            | Context::Assign
            | Context::MoveCapture => false,
        }
    }
}

/// What is known of a mention.
#[derive(Clone, Copy, Debug)]
pub struct MentionInfo {
    /// The local.
    pub local: LocalId,
    /// How it is used.
    pub context: Context,
    /// Whether it takes the value away, if the local is not used any more.
    pub takes: bool,
    /// Whether it moves the value for certain.
    pub moves: bool,
    /// Whether a loop's iterator is made by a method of it, and may borrow what it refers to.
    pub lends: bool,
    /// Whether a method is called on it of which rustc is asked whether it takes the value.
    pub undecided: bool,
    /// Whether it stands in a closure or async block.
    pub in_closure: bool,
    /// Whether a closure around it may take the value for itself: it uses that by value, or hands a `&mut` on.
    pub captures: bool,
    /// Whether its type has to be known where it stands: an operator or a method is looked up for what is made of it.
    pub asked: bool,
    /// The block.
    pub block: BlockId,
    /// The node.
    pub node: NodeId,
    /// Where the flow goes on behind the mention, or behind the whole closure that it stands in.
    pub behind: Option<NodeId>,
}

impl MentionInfo {
    /// Whether the type decides if it takes the value away, where the local is not used any more.
    pub fn is_by_type(&self) -> bool {
        self.lends
            || self.undecided
            || matches!(self.context, Context::DerefMove { .. })
            || self.context == Context::Callee { once: true }
    }
}

/// What happens at a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// Nothing: a join, a branch, the start of a block.
    Nothing,
    /// A mention that reads; `true` if it takes the value away where the local is not used any more.
    Use(MentionId, LocalId, bool),
    /// A mention that moves the value, whatever is used later: its type is known to be none that is copied.
    Move(MentionId, LocalId),
    /// The local gets a value.
    Init(LocalId),
    /// The local is bound by a pattern whose guard says no, and has no value any more.
    Unbound(LocalId),
    /// The local may get a value: assigned in a closure, which runs any number of times.
    MaybeInit(LocalId),
    /// The scope of the local ends.
    Dead(LocalId),
    /// The generator is suspended.
    Suspend(usize),
}

/// A node.
#[derive(Debug)]
pub struct Node {
    /// What happens.
    pub event: Event,
    /// The block it belongs to.
    pub block: BlockId,
    /// Whether it stands in a closure, where it may happen any number of times.
    pub in_closure: bool,
    /// What may happen next.
    pub succs: Vec<NodeId>,
}

/// The start of an arm that takes parts of a variable.
#[derive(Clone, Copy, Debug)]
pub struct TakingArm {
    /// The mention that is matched.
    pub matched: MentionId,
    /// The node.
    pub at: NodeId,
    /// Whether what the arm leaves can be put back, if the variable is used again there and so the arm has only copied: it has
    /// been chosen, and the variable is known to hold a value.
    pub puts_back: bool,
}

/// A name for a part of a variable that a pattern leaves out, or a literal with a base.
#[derive(Clone, Copy, Debug)]
pub struct Rest {
    /// The part.
    pub local: LocalId,
    /// The mention of the variable that is matched; `None` where the pattern takes nothing.
    pub matched: Option<MentionId>,
    /// Where the arm leads, if it is one of a terminator.
    pub target: Option<BlockId>,
}

/// The graph.
#[derive(Debug, Default)]
pub struct Flow {
    /// All nodes.
    pub nodes: Vec<Node>,
    /// The first node of each block.
    pub block_entry: Vec<NodeId>,
    /// The node where the parameters have been initialised.
    pub start: Option<NodeId>,
    /// The arms that take parts of a variable.
    pub taking_arms: Vec<TakingArm>,
    /// Variables that a block finds bound by the edge that leads to it.
    pub bound_by_edge: Vec<(BlockId, LocalId)>,
    /// The names for parts of a variable that a pattern leaves out.
    pub rests: Vec<Rest>,
    /// The declarations without an initialiser.
    pub deferred: Vec<(BlockId, LocalId)>,
    /// Edges whose source binds variables that belong to the target.
    pub arm_targets: BTreeSet<(BlockId, BlockId)>,
    /// What mentions of a local make of one of its fields: the way to that, and whether they give it a new value.
    pub fields: BTreeMap<MentionId, (Vec<String>, bool)>,
    /// The mentions of which a field is matched, or has a method called on it, that may move it.
    pub opened_fields: Vec<MentionId>,
    /// What is known of each mention that is reachable.
    pub mentions: Vec<Option<MentionInfo>>,
}

impl Flow {
    /// Adds a node without successors.
    pub fn add(&mut self, event: Event, block: BlockId, in_closure: bool) -> NodeId {
        self.nodes.push(Node {
            event,
            block,
            in_closure,
            succs: Vec::new(),
        });
        NodeId(self.nodes.len() - 1)
    }

    /// Adds an edge.
    pub fn edge(&mut self, from: NodeId, to: NodeId) {
        let succs = &mut self.nodes[from.0].succs;
        if !succs.contains(&to) {
            succs.push(to);
        }
    }
}
