//! The state of the lowering: the graph so far, the current block, the stack of scopes.

use crate::errors::Errors;
use crate::input::GeneratorFn;
use crate::ir::{self, BasicBlock, BlockId, Stmt, Terminator};
use crate::resolve::{LocalId, LocalKind, Locals, Resolved, TempKind};
use proc_macro2::Span;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use syn::{Block, Expr, Item, Pat};

/// Where the value of an expression goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Dest {
    /// Nowhere: it is dropped.
    Discard,
    /// Into a declared local.
    Local(LocalId),
}

/// A scope on the stack: the locals to drop at its end, and what a jump to it means.
#[derive(Debug, Default)]
pub struct Scope {
    pub locals: Vec<LocalId>,
    pub jump: Option<JumpTarget>,
}

/// What `break` and `continue` mean for the loop or labelled block of a scope.
#[derive(Debug, Clone)]
pub struct JumpTarget {
    pub label: Option<String>,
    pub break_to: BlockId,
    /// The value of the loop or block.
    pub dest: Dest,
    /// Where `continue` leads; `None` for a labelled block.
    pub continue_to: Option<BlockId>,
}

/// The end of the generator that a jump leads to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Leave {
    To(BlockId),
    Return,
    Finish(LocalId),
}

pub struct Builder<'a> {
    pub generator: &'a GeneratorFn,
    pub errors: &'a mut Errors,
    pub locals: Locals,
    pub scopes: Vec<Scope>,
    /// Items of inner blocks that are in sight.
    pub items: Rc<Vec<Item>>,
    /// Items emitted in front of everything.
    pub hoisted: Vec<Item>,
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
    suspend_points: Vec<ir::SuspendPoint>,
    /// Blocks that leave scopes on behalf of a jump inside a statement, by the depth they leave and where they lead.
    landings: BTreeMap<(usize, Vec<LocalId>, Leave), BlockId>,
    params: Vec<(LocalId, Option<Pat>)>,
    plain: Block,
}

impl<'a> Builder<'a> {
    pub fn new(generator: &'a GeneratorFn, resolved: Resolved, errors: &'a mut Errors) -> Self {
        Builder {
            generator,
            errors,
            locals: resolved.locals,
            scopes: Vec::new(),
            items: Rc::default(),
            hoisted: Vec::new(),
            in_unsafe: false,
            keeps_temporaries: false,
            ret: None,
            residual: None,
            declared: Vec::new(),
            assigned_inside: Vec::new(),
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
        }
    }

    /// Lowers parameters and body, from the first block to the return.
    pub fn lower_body(&mut self) {
        let entry = self.new_block();
        self.start(entry);
        if self.generator.output.full {
            self.ret = Some(self.locals.add_temp(TempKind::Returned, Span::call_site()));
        }
        let mut body = self.plain.clone();
        items::hoist(self, &mut body);
        self.plain = body.clone();
        declared::declare(self, &mut body);
        let params: Vec<LocalId> = self.params.iter().map(|(local, _)| *local).collect();
        split::split_parameters(self, &mut body, &params);
        self.shapes = shapes::Shapes::of(&body, &self.hoisted);
        structs::take_apart(self, &mut body);
        self.tuples = tuples::take_apart(self, &mut body);
        self.long_lived = taken::LongLived::of(&body, params.into_iter());
        fields::take_out(self, &mut body);
        self.push_scope(None);
        for (local, pat) in self.params.clone() {
            self.declare(local);
            if let Some(pat) = pat {
                let init = self.locals.mention_expr(local, Span::mixed_site());
                self.lower_let(Vec::new(), pat, Some(init), None);
            }
        }
        self.push_scope(None);
        let dest = self.ret.map_or(Dest::Discard, Dest::Local);
        self.lower_stmts(&body.stmts, dest);
        self.pop_scope();
        self.pop_scope();
        self.terminate(Terminator::Return);
    }

    pub fn finish(self) -> ir::Body {
        let (blocks, suspend_points) =
            in_textual_order(self.blocks, &self.order, self.suspend_points);
        ir::Body {
            blocks,
            entry: BlockId(0),
            params: self.params.iter().map(|(local, _)| *local).collect(),
            param_patterns: self
                .params
                .into_iter()
                .filter_map(|(local, pat)| pat.map(|pat| (local, pat)))
                .collect(),
            locals: self.locals,
            ret: self.ret,
            last_item: self.residual,
            copies_items: self
                .generator
                .output
                .item
                .as_ref()
                .is_some_and(crate::analyse::scalars::is_scalar),
            suspend_points,
            items: self.hoisted,
            plain: self.plain,
            declared: self.declared,
            assigned_inside: self.assigned_inside,
        }
    }

    // Blocks.

    /// A new block, not yet in anybody's way: code goes there after [`start`](Self::start).
    pub fn new_block(&mut self) -> BlockId {
        self.blocks.push(BasicBlock {
            stmts: Vec::new(),
            terminator: Terminator::Unreachable,
            exits: Vec::new(),
            items: Rc::clone(&self.items),
        });
        BlockId(self.blocks.len() - 1)
    }

    /// Makes `block` the current one.
    pub fn start(&mut self, block: BlockId) {
        self.blocks[block.0].items = Rc::clone(&self.items);
        self.order.push(block);
        self.current = Some(block);
    }

    /// Makes `block` the current one if anything leads there; otherwise what follows stays unreachable.
    pub fn start_if_targeted(&mut self, block: BlockId) {
        if self.targeted.contains(&block) {
            self.start(block);
        }
    }

    /// Whether code at this point is ever run.
    pub fn reachable(&self) -> bool {
        self.current.is_some()
    }

    /// Ends the current block; what follows is unreachable until a block is started.
    pub fn terminate(&mut self, terminator: Terminator) {
        if let Some(block) = self.current.take() {
            self.targeted.extend(terminator.successors());
            self.blocks[block.0].terminator = terminator;
        }
    }

    /// Ends the current block with a jump to `target`.
    pub fn goto(&mut self, target: BlockId) {
        self.terminate(Terminator::Goto(target));
    }

    pub fn push(&mut self, stmt: Stmt) {
        if let Some(block) = self.current {
            self.blocks[block.0].stmts.push(stmt);
        }
    }

    /// Adds an exit of a statement to the current block.
    pub fn push_exit(&mut self, target: BlockId) {
        if let Some(block) = self.current {
            let exits = &mut self.blocks[block.0].exits;
            if !exits.contains(&target) {
                exits.push(target);
            }
            self.targeted.insert(target);
        }
    }

    /// Ends the current block in a yield of `value` and goes on behind it.
    pub fn yield_value(&mut self, value: Expr, span: Span) {
        let Some(block) = self.current else { return };
        let resume = self.new_block();
        let suspend = self.suspend_points.len();
        self.suspend_points.push(ir::SuspendPoint {
            block,
            resume,
            span,
        });
        self.terminate(Terminator::Yield {
            value,
            suspend,
            resume,
        });
        self.start(resume);
    }

    // Scopes.

    pub fn push_scope(&mut self, jump: Option<JumpTarget>) {
        self.scopes.push(Scope {
            locals: Vec::new(),
            jump,
        });
    }

    /// Ends the innermost scope: its locals are dropped, newest first.
    pub fn pop_scope(&mut self) {
        let scope = self
            .scopes
            .pop()
            .expect("BUG: a scope is popped once for each push");
        for local in scope.locals.into_iter().rev() {
            self.push(Stmt::StorageDead(local));
        }
    }

    /// Runs `within` in a scope of its own.
    pub fn scoped(&mut self, within: impl FnOnce(&mut Self)) {
        self.push_scope(None);
        within(self);
        self.pop_scope();
    }

    /// The locals of the innermost scope.
    pub fn scope_locals(&self) -> Vec<LocalId> {
        self.scopes
            .last()
            .map_or_else(Vec::new, |scope| scope.locals.clone())
    }

    /// Drops locals of a scope on a path that leaves it elsewhere than at its end.
    pub fn drop_locals(&mut self, locals: &[LocalId]) {
        for local in locals.iter().rev() {
            self.push(Stmt::StorageDead(*local));
        }
    }

    /// Puts `local` under the care of the innermost scope, and a part of another local beside that.
    pub fn declare(&mut self, local: LocalId) {
        if let LocalKind::Part(whole) = self.locals.get(local).kind {
            return self.declare_behind(whole, local);
        }
        self.declare_here(local);
    }

    fn declare_here(&mut self, local: LocalId) {
        let scope = self
            .scopes
            .last_mut()
            .expect("BUG: locals are declared inside a scope");
        scope.locals.push(local);
        self.declared.push(local);
    }

    /// Puts `local` under the care of the scope of `owner`, right behind it.
    pub fn declare_behind(&mut self, owner: LocalId, local: LocalId) {
        let scope = self
            .scopes
            .iter_mut()
            .find(|scope| scope.locals.contains(&owner));
        let Some(scope) = scope else {
            return self.declare_here(local);
        };
        insert_behind(&mut scope.locals, owner, local);
        insert_behind(&mut self.declared, owner, local);
    }

    /// A new value without a name, declared in the innermost scope.
    pub fn temp(&mut self, kind: TempKind, span: Span) -> LocalId {
        let local = self.locals.add_temp(kind, span);
        self.declare(local);
        local
    }

    /// The locals of all scopes above `depth`, newest first: what a jump out of them drops.
    fn dropped_above(&self, depth: usize) -> Vec<LocalId> {
        self.scopes[depth..]
            .iter()
            .rev()
            .flat_map(|scope| scope.locals.iter().rev().copied())
            .collect()
    }

    /// Drops what the scopes above `depth` own and jumps, from statement level.
    pub fn leave(&mut self, depth: usize, to: Leave) {
        for local in self.dropped_above(depth) {
            self.push(Stmt::StorageDead(local));
        }
        self.terminate(leave_terminator(to));
    }

    /// The block that does the same for a jump from inside a statement.
    pub fn landing(&mut self, depth: usize, to: Leave) -> BlockId {
        let dropped = self.dropped_above(depth);
        if let (Leave::To(block), true) = (to, dropped.is_empty()) {
            return block;
        }
        let key = (depth, dropped.clone(), to);
        if let Some(block) = self.landings.get(&key) {
            return *block;
        }
        let block = self.new_block();
        self.blocks[block.0].stmts = dropped.into_iter().map(Stmt::StorageDead).collect();
        self.blocks[block.0].terminator = leave_terminator(to);
        self.targeted
            .extend(self.blocks[block.0].terminator.successors());
        self.order.push(block);
        self.landings.insert(key, block);
        block
    }

    /// The scope that `break` or `continue` with this label means, with its depth.
    pub fn jump_target(
        &self,
        label: Option<&syn::Lifetime>,
        is_continue: bool,
    ) -> Option<(usize, JumpTarget)> {
        let wanted = label.map(|label| label.ident.to_string());
        self.scopes
            .iter()
            .enumerate()
            .rev()
            .find_map(|(depth, scope)| {
                let jump = scope.jump.as_ref()?;
                let matches = match &wanted {
                    Some(label) => jump.label.as_ref() == Some(label),
                    None => jump.continue_to.is_some(),
                };
                (matches && !(is_continue && jump.continue_to.is_none()))
                    .then(|| (depth, jump.clone()))
            })
    }

    // Values.

    /// Gives a yield-free value to `dest`.
    pub fn assign(&mut self, dest: Dest, value: Expr) {
        let value = self.opaque(value);
        match dest {
            Dest::Local(local) => self.push(Stmt::Init { local, value }),
            Dest::Discard => {
                self.push(Stmt::Eval(syn::Stmt::Expr(value, Some(Default::default()))))
            }
        }
    }

    /// Gives `()` to `dest`.
    pub fn assign_unit(&mut self, dest: Dest) {
        if let Dest::Local(local) = dest {
            self.push(Stmt::Init {
                local,
                value: syn::parse_quote!(()),
            });
        }
    }
}

use super::{declared, exits, fields, items, shapes, split, structs, taken, tuples};

fn insert_behind(locals: &mut Vec<LocalId>, owner: LocalId, local: LocalId) {
    let at = locals
        .iter()
        .position(|other| *other == owner)
        .map_or(locals.len(), |at| at + 1);
    locals.insert(at, local);
}

/// Numbers the blocks in `order`; those that were never started are unreachable and go.
fn in_textual_order(
    blocks: Vec<BasicBlock>,
    order: &[BlockId],
    mut suspend_points: Vec<ir::SuspendPoint>,
) -> (Vec<BasicBlock>, Vec<ir::SuspendPoint>) {
    let mut new = vec![BlockId(usize::MAX); blocks.len()];
    for (position, block) in order.iter().enumerate() {
        new[block.0] = BlockId(position);
    }
    let renumber = |block: BlockId| new[block.0];
    let mut slots: Vec<Option<BasicBlock>> = blocks.into_iter().map(Some).collect();
    let ordered = order.iter().map(|block| {
        let mut block = slots[block.0].take().expect("BUG: a block is started once");
        block.terminator.retarget(renumber);
        exits::retarget_block(&mut block, renumber);
        block
    });
    let ordered = ordered.collect();
    for point in &mut suspend_points {
        point.block = renumber(point.block);
        point.resume = renumber(point.resume);
    }
    (ordered, suspend_points)
}

fn leave_terminator(to: Leave) -> Terminator {
    match to {
        Leave::To(block) => Terminator::Goto(block),
        Leave::Return => Terminator::Return,
        Leave::Finish(local) => Terminator::Finish(local),
    }
}
