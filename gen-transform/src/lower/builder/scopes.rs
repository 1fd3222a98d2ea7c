//! The stack of scopes: who drops what, and what a jump leaves.

use super::{Builder, Dest};
use crate::ir::{BlockId, Stmt, Terminator};
use crate::resolve::{LocalId, LocalKind, TempKind, label_name};
use proc_macro2::Span;

/// A scope on the stack: the locals to drop at its end, and what a jump to it means.
#[derive(Debug, Default)]
pub struct Scope {
    pub locals: Vec<LocalId>,
    pub jump: Option<JumpTarget>,
    /// Whether it is that of the value of a block.
    pub is_tail: bool,
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

impl Builder<'_> {
    pub fn push_scope(&mut self, jump: Option<JumpTarget>) {
        self.scopes.push(Scope {
            jump,
            ..Scope::default()
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

    /// Whether a scope that is open drops `local` at its end.
    pub fn is_in_scope(&self, local: LocalId) -> bool {
        self.scopes
            .iter()
            .any(|scope| scope.locals.contains(&local))
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

    /// Lets `local` be dropped as if it was declared here, wherever the frame is dropped.
    pub fn declare_anew(&mut self, local: LocalId) {
        self.declared.retain(|other| *other != local);
        self.declared.push(local);
    }

    /// Runs `within` in the scope of the value of a block.
    pub fn scoped_tail(&mut self, within: impl FnOnce(&mut Self)) {
        self.scoped(|this| {
            if let Some(scope) = this.scopes.last_mut() {
                scope.is_tail = true;
            }
            within(this);
        });
    }

    /// Lets a value without a name be older than nothing that its own evaluation has made in its scope: it is there last.
    ///
    /// What a statement borrows from is older than all its operands. rustc gives operands the scope of the expression, and
    /// temporaries that of the statement around it; these are one and the same for the value of a block.
    pub fn completed(&mut self, local: LocalId) {
        let Some(scope) = self.scopes.last().filter(|it| it.locals.contains(&local)) else {
            return;
        };
        let is_operand = |other: &LocalId| {
            self.locals.get(*other).kind == LocalKind::Temp(TempKind::Operand) && *other != local
        };
        let younger = match scope.is_tail || is_operand_kind(self.locals.get(local).kind) {
            true => None,
            false => scope.locals.iter().copied().find(is_operand),
        };
        let scope = self.scopes.last_mut().map(|scope| &mut scope.locals);
        for order in scope.into_iter().chain([&mut self.declared]) {
            order.retain(|other| *other != local);
            let at = order.iter().position(|other| Some(*other) == younger);
            order.insert(at.unwrap_or(order.len()), local);
        }
    }

    /// Puts `local`, which an outer scope owns, under the care of the innermost scope, too.
    pub fn hold(&mut self, local: LocalId) {
        if let Some(scope) = self.scopes.last_mut() {
            scope.locals.push(local);
        }
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
        let wanted = label.map(label_name);
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
}

fn insert_behind(locals: &mut Vec<LocalId>, owner: LocalId, local: LocalId) {
    let at = locals
        .iter()
        .position(|other| *other == owner)
        .map_or(locals.len(), |at| at + 1);
    locals.insert(at, local);
}

fn leave_terminator(to: Leave) -> Terminator {
    match to {
        Leave::To(block) => Terminator::Goto(block),
        Leave::Return => Terminator::Return,
        Leave::Finish(local) => Terminator::Finish(local),
    }
}

fn is_operand_kind(kind: LocalKind) -> bool {
    !matches!(
        kind,
        LocalKind::Temp(TempKind::Temporary | TempKind::Base | TempKind::Guard | TempKind::Made)
    )
}
