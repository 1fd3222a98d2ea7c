//! The control-flow graph of one generator.
//!
//! A [`Body`] runs like this: execution starts at `entry`; a block's statements run in order; its terminator is the only
//! way out, except that a statement may leave through [`exits`](BasicBlock::exits): a jump that the user wrote deep
//! inside a yield-free statement, standing there as `goto!(bbN)`. A `Yield` hands its value out and ends the run; the
//! next run starts at the resume block of that suspend point. Statements contain no yields. Blocks are numbered in
//! the textual order of the user's code, so an edge to a lower number is a back edge.

pub mod dump;
mod sight;
pub mod verify;

pub use sight::Sight;

use crate::resolve::{LocalId, Locals, MentionId};
use crate::syntax::LocalMacros;
use proc_macro2::Span;
use std::collections::BTreeMap;
use syn::{Attribute, Block, Expr, Item, Member, Pat};

/// A basic block.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct BlockId(pub(crate) usize);

impl BlockId {
    /// The position in [`Body::blocks`].
    pub fn index(self) -> usize {
        self.0
    }
}

/// The whole graph.
#[derive(Debug)]
pub struct Body {
    /// In textual order.
    pub blocks: Vec<BasicBlock>,
    /// Where the first run starts.
    pub entry: BlockId,
    /// All locals, those of the user and those of the lowering.
    pub locals: Locals,
    /// The parameters, in order: the locals that are initialised from the start.
    pub params: Vec<LocalId>,
    /// The local that `return v` and the tail expression assign, where there is a return value.
    pub ret: Option<LocalId>,
    /// The local that `?` leaves the last item in, where there is one.
    pub last_item: Option<LocalId>,
    /// Whether the items are numbers or the like, so that nothing is moved into one.
    pub copies_items: bool,
    /// The suspend points, in textual order.
    pub suspend_points: Vec<SuspendPoint>,
    /// Items of the body that are emitted once, in front of everything, each scope inside the one before it.
    pub items: Vec<Vec<Item>>,
    /// The body as resolved: what internal iteration runs and what rustc checks first.
    pub plain: Block,
    /// The patterns that take parameters apart.
    pub param_patterns: Vec<(LocalId, Pat)>,
    /// Locals that a jump inside a statement gives a value to.
    pub assigned_inside: Vec<LocalId>,
    /// The locals in the order of their declarations.
    pub declared: Vec<LocalId>,
    /// The fields that struct literals leave behind in the variable that they take the others out of.
    pub updates: Updates,
    /// What patterns and such literals leave behind, each with the variable it was a part of.
    pub rests: Vec<(LocalId, LocalId)>,
    /// What is known of the macros of the body.
    pub macros: LocalMacros,
}

/// The fields that `P { a: x, ..p }` leaves behind in `p`, and the locals they become, by that mention of `p`.
pub type Updates = BTreeMap<MentionId, Vec<(Member, LocalId)>>;

/// Where a generator is suspended.
#[derive(Debug, Clone)]
pub struct SuspendPoint {
    /// The block that ends in the yield.
    pub block: BlockId,
    /// The block at which the next run starts.
    pub resume: BlockId,
    /// The user's `yield_!`.
    pub span: Span,
}

/// Statements and the one way out.
#[derive(Debug, Clone)]
pub struct BasicBlock {
    /// Yield-free statements.
    pub stmts: Vec<Stmt>,
    /// The way out.
    pub terminator: Terminator,
    /// Blocks that statements jump to from their inside.
    pub exits: Vec<BlockId>,
    /// Items of inner blocks that are in sight here.
    pub items: Sight,
}

/// A yield-free statement.
#[derive(Debug, Clone)]
#[allow(
    clippy::large_enum_variant,
    reason = "a function has a handful of statements"
)]
pub enum Stmt {
    /// `let pat: ty = init else { .. };`
    Let {
        /// Attributes of the statement.
        attrs: Vec<Attribute>,
        /// The pattern, with its type annotation.
        pat: Pat,
        /// The initialiser.
        init: Option<Expr>,
        /// The diverging block of a let-else.
        diverge: Option<Expr>,
    },
    /// Initialises a local that is declared already: an operand, the value of a block, a loop's iterator.
    Init {
        /// The local.
        local: LocalId,
        /// Its value.
        value: Expr,
    },
    /// An expression statement, its value dropped.
    Eval(syn::Stmt),
    /// The scope of a local ends: what it still holds is dropped.
    StorageDead(LocalId),
}

/// The way out of a block.
#[derive(Debug, Clone)]
#[allow(clippy::large_enum_variant, reason = "one a block")]
pub enum Terminator {
    /// To the next block: straight-line code, joins, loop back edges.
    Goto(BlockId),
    /// A condition, `let` chains included, whose bindings are in sight in `then`.
    If {
        /// The condition.
        cond: Expr,
        /// Where it holds.
        then: BlockId,
        /// Where it does not.
        otherwise: BlockId,
    },
    /// A `match`, and the advance of a `for` loop.
    Match {
        /// What is matched.
        scrutinee: Expr,
        /// The arms in order.
        arms: Vec<Arm>,
    },
    /// Hands `value` out; the next run starts at the resume block.
    Yield {
        /// The item, or the frame of a callee (`lower::frame_arguments`).
        value: Expr,
        /// Which suspend point this is.
        suspend: usize,
        /// The block after the suspension.
        resume: BlockId,
    },
    /// Hands out the last item: the residual of a `?`, kept in this local.
    Finish(LocalId),
    /// The end of the body.
    Return,
    /// A point that the user's code never reaches.
    Unreachable,
}

/// An arm of a [`Terminator::Match`].
#[derive(Debug, Clone)]
pub struct Arm {
    /// Attributes of the arm.
    pub attrs: Vec<Attribute>,
    /// The pattern.
    pub pat: Pat,
    /// The guard.
    pub guard: Option<Expr>,
    /// Where it leads.
    pub target: BlockId,
}

impl Terminator {
    /// The blocks it leads to within one run, each occurrence counted.
    pub fn successors(&self) -> Vec<BlockId> {
        match self {
            Terminator::Goto(target) => vec![*target],
            Terminator::If {
                then, otherwise, ..
            } => vec![*then, *otherwise],
            Terminator::Match { arms, .. } => arms.iter().map(|arm| arm.target).collect(),
            Terminator::Yield { .. }
            | Terminator::Finish(_)
            | Terminator::Return
            | Terminator::Unreachable => Vec::new(),
        }
    }

    /// Replaces each target.
    pub fn retarget(&mut self, mut new: impl FnMut(BlockId) -> BlockId) {
        match self {
            Terminator::Goto(target) => *target = new(*target),
            Terminator::If {
                then, otherwise, ..
            } => {
                *then = new(*then);
                *otherwise = new(*otherwise);
            }
            Terminator::Match { arms, .. } => {
                arms.iter_mut().for_each(|arm| arm.target = new(arm.target))
            }
            Terminator::Yield { resume, .. } => *resume = new(*resume),
            Terminator::Finish(_) | Terminator::Return | Terminator::Unreachable => {}
        }
    }
}

impl Body {
    /// The block `id`.
    pub fn block(&self, id: BlockId) -> &BasicBlock {
        &self.blocks[id.0]
    }

    /// All block ids in textual order.
    pub fn block_ids(&self) -> impl Iterator<Item = BlockId> + use<> {
        (0..self.blocks.len()).map(BlockId)
    }

    /// Successors within one run, exits of statements included.
    pub fn successors(&self, id: BlockId) -> Vec<BlockId> {
        let block = self.block(id);
        let mut all = block.terminator.successors();
        all.extend(&block.exits);
        all
    }
}
