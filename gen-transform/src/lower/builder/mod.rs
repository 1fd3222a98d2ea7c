//! The state of the lowering: the graph so far, the current block, the stack of scopes.

mod blocks;
mod body;
mod scopes;
mod values;

pub use scopes::{JumpTarget, Leave};
pub use values::{Dest, returned};

use super::patterns::taken;
use super::rewrite::{shapes, tuples};
use crate::errors::Errors;
use crate::input::GeneratorFn;
use crate::ir::{self, BasicBlock, BlockId, Sight};
use crate::resolve::{LocalId, Locals, Resolved};
use crate::syntax::LocalMacros;
use scopes::Scope;
use std::collections::{BTreeMap, BTreeSet};
use syn::{Block, Item, Pat};

pub struct Builder<'a> {
    pub generator: &'a GeneratorFn,
    pub errors: &'a mut Errors,
    pub locals: Locals,
    pub scopes: Vec<Scope>,
    /// Items of inner blocks that are in sight.
    pub items: Sight,
    /// Items emitted in front of everything, each scope inside the one before it.
    pub hoisted: Vec<Vec<Item>>,
    /// Whether the code being lowered stands in an `unsafe` block.
    pub in_unsafe: bool,
    /// Whether the temporaries of the expression being reduced live on while its body yields.
    pub keeps_temporaries: bool,
    /// Where `return v` puts its value.
    pub ret: Option<LocalId>,
    /// Where `?` puts an item to hand out last.
    pub residual: Option<LocalId>,
    declared: Vec<LocalId>,
    /// Locals that a jump inside a statement gives a value to.
    pub assigned_inside: Vec<LocalId>,
    /// The parts of variables that patterns leave behind.
    pub rests: Vec<(LocalId, LocalId)>,
    /// The fields that literals leave behind in a variable, by the mention that the others are taken out of.
    pub updates: ir::Updates,
    /// Where a variable of which parts may have been left behind gets another value.
    assigned_anew: Vec<(BlockId, usize, LocalId)>,
    /// The tuples that have become one local a field.
    pub tuples: tuples::Fields,
    /// The variables whose parts cannot be left to rustc.
    pub long_lived: taken::LongLived,
    /// The fields of the types that the body spells out.
    pub shapes: shapes::Shapes,
    blocks: Vec<BasicBlock>,
    /// The blocks in the order their code was lowered: the textual order that `finish` numbers them in.
    order: Vec<BlockId>,
    /// The blocks that something jumps to.
    targeted: BTreeSet<BlockId>,
    current: Option<BlockId>,
    pub suspend_points: Vec<ir::SuspendPoint>,
    /// Blocks that leave scopes on behalf of a jump inside a statement, by the depth they leave and where they lead.
    landings: BTreeMap<(usize, Vec<LocalId>, Leave), BlockId>,
    pub params: Vec<(LocalId, Option<Pat>)>,
    plain: Block,
    /// What is known of the macros of the body.
    pub macros: LocalMacros,
}

impl<'a> Builder<'a> {
    pub fn new(generator: &'a GeneratorFn, resolved: Resolved, errors: &'a mut Errors) -> Self {
        Builder {
            generator,
            errors,
            locals: resolved.locals,
            scopes: Vec::new(),
            items: Sight::default(),
            hoisted: vec![Vec::new()],
            in_unsafe: false,
            keeps_temporaries: false,
            ret: None,
            residual: None,
            declared: Vec::new(),
            assigned_inside: Vec::new(),
            rests: Vec::new(),
            updates: ir::Updates::new(),
            assigned_anew: Vec::new(),
            tuples: tuples::Fields::new(),
            long_lived: taken::LongLived::default(),
            shapes: shapes::Shapes::default(),
            blocks: Vec::new(),
            order: Vec::new(),
            targeted: BTreeSet::new(),
            current: None,
            suspend_points: Vec::new(),
            landings: BTreeMap::new(),
            params: resolved.params,
            plain: resolved.body,
            macros: resolved.macros,
        }
    }
}
