//! What closures without a `move` use by value, and nobody after them: whether they copy or move it is a matter of types, so
//! it becomes a real variable around the statement, out of which rustc lets them capture what they need.
//!
//! Input: `out.extend(list.map(|k| d + k + m));` · Output: `let mut d = take(d_slot); out.extend(list.map(|k| d + k + m));`

use super::Access;
use super::captures::is_moved;
use crate::analyse::Context as Use;
use crate::emit::Context;
use crate::emit::closure_types::ClosureTypes;
use crate::ir::BlockId;
use crate::lower::goto_target;
use crate::resolve::{LocalId, captured, decode, visit_idents};
use crate::syntax::{MacroCall, is_lazy};
use quote::ToTokens;
use std::collections::BTreeSet;
use syn::visit::{self, Visit};
use syn::{Arm, Block, Expr, ExprClosure, ExprIf, ExprWhile, Item, Local, Macro, Stmt};

/// Whether a value may be a closure that is made in it, and outlive the variables around the statement.
pub fn holds_closure(cx: &Context<'_>, value: &Expr) -> bool {
    let types = ClosureTypes {
        locals: &cx.body.locals,
        untied: &BTreeSet::new(),
    };
    types.held_in(value)
}

/// The locals that become variables around an expression.
pub fn of_expr(cx: &Context<'_>, access: &Access, expr: &Expr) -> Vec<LocalId> {
    let mut find = Find::new(cx, access);
    find.visit_expr(expr);
    find.hoisted(expr)
}

/// The locals that become variables around a statement.
pub fn of_stmt(cx: &Context<'_>, access: &Access, stmt: &Stmt) -> Vec<LocalId> {
    if let Stmt::Expr(Expr::Assign(it), _) = stmt
        && holds_closure(cx, &it.right)
    {
        return Vec::new();
    }
    let mut find = Find::new(cx, access);
    find.visit_stmt(stmt);
    find.hoisted(stmt)
}

/// Finds the closures that are made wherever the code is run; those in blocks and branches have statements of their own.
struct Find<'a, 'b> {
    cx: &'a Context<'b>,
    access: &'a Access,
    /// How many blocks and branches stand around.
    branches: usize,
    found: Vec<LocalId>,
    /// Where the code may go on instead of behind it.
    exits: Vec<BlockId>,
    /// Whether it may go on elsewhere in the statement around it.
    jumps: bool,
}

impl<'a, 'b> Find<'a, 'b> {
    fn new(cx: &'a Context<'b>, access: &'a Access) -> Self {
        Find {
            cx,
            access,
            branches: 0,
            found: Vec::new(),
            exits: Vec::new(),
            jumps: false,
        }
    }

    /// Those of the found locals that nobody uses or assigns behind the code, whichever way it is left.
    fn hoisted(mut self, code: &impl ToTokens) -> Vec<LocalId> {
        if self.found.is_empty() || self.jumps {
            return Vec::new();
        }
        visit_idents(code.to_token_stream(), &mut |ident| {
            let name = decode(ident);
            let info = name
                .and_then(|name| name.mention)
                .and_then(|mention| self.cx.layout.mention(mention));
            if let Some(info) = info.filter(|info| info.context == Use::Assign) {
                self.found.retain(|local| *local != info.local);
            }
        });
        let live = |local: LocalId| {
            let mut exits = self.exits.iter();
            exits.any(|exit| self.cx.layout.live_at_entry[exit.index()].has(local))
        };
        self.found
            .into_iter()
            .filter(|local| !live(*local))
            .collect()
    }

    fn branch(&mut self, within: impl FnOnce(&mut Self)) {
        self.branches += 1;
        within(self);
        self.branches -= 1;
    }

    fn closure(&mut self, closure: &impl ToTokens) {
        if self.branches > 0 {
            return;
        }
        for (local, mentions) in captured(closure.to_token_stream()) {
            let moved = self.cx.is_slot(local) && is_moved(self.cx, self.access, local, &mentions);
            if moved && !self.found.contains(&local) {
                self.found.push(local);
            }
        }
    }
}

impl Visit<'_> for Find<'_, '_> {
    fn visit_expr(&mut self, expr: &Expr) {
        match expr {
            Expr::Closure(it) if it.capture.is_none() => self.closure(it),
            Expr::Async(it) if it.capture.is_none() => self.closure(it),
            Expr::Closure(_) | Expr::Async(_) => {}
            Expr::Binary(it) if is_lazy(&it.op) => {
                self.visit_expr(&it.left);
                self.branch(|this| this.visit_expr(&it.right));
            }
            Expr::Break(_) | Expr::Continue(_) => self.jumps = true,
            other => visit::visit_expr(self, other),
        }
    }
    fn visit_expr_if(&mut self, it: &ExprIf) {
        self.visit_expr(&it.cond);
        self.branch(|this| {
            this.visit_block(&it.then_branch);
            it.else_branch
                .iter()
                .for_each(|(_, otherwise)| this.visit_expr(otherwise));
        });
    }
    fn visit_expr_while(&mut self, it: &ExprWhile) {
        self.branch(|this| visit::visit_expr_while(this, it));
    }
    fn visit_arm(&mut self, arm: &Arm) {
        self.branch(|this| visit::visit_arm(this, arm));
    }
    fn visit_block(&mut self, block: &Block) {
        self.branch(|this| visit::visit_block(this, block));
    }
    fn visit_local(&mut self, local: &Local) {
        let Some(init) = &local.init else { return };
        self.visit_expr(&init.expr);
        let diverge = init.diverge.as_ref();
        diverge
            .into_iter()
            .for_each(|(_, diverge)| self.branch(|this| this.visit_expr(diverge)));
    }
    fn visit_macro(&mut self, mac: &Macro) {
        if let Some(target) = goto_target(mac) {
            self.exits.push(target);
        } else if let Some(call) = MacroCall::parse(mac) {
            call.args.iter().for_each(|arg| self.visit_expr(&arg.value));
        }
    }
    fn visit_expr_closure(&mut self, _: &ExprClosure) {}
    fn visit_item(&mut self, _: &Item) {}
}
