//! Which blocks are so small that they can be written twice.

use crate::analyse::Storage;
use crate::emit::Context;
use crate::ir::{BlockId, Stmt, Terminator};
use crate::resolve::{LocalId, is_plain_binding};
use crate::syntax::unparen;
use std::collections::BTreeSet;
use syn::Expr;
use syn::visit::{self, Visit};

/// The blocks that are out of the question, and how large the others are.
pub struct Tiny<'a> {
    cx: &'a Context<'a>,
    /// The blocks that mention more than plain values, and those that are told something by the one they come from.
    excluded: BTreeSet<BlockId>,
}

impl<'a> Tiny<'a> {
    pub fn new(cx: &'a Context<'a>) -> Self {
        let mentions = cx.layout.mentions.iter().flatten();
        let mut excluded: BTreeSet<BlockId> = mentions
            .filter(|info| !is_plain(cx, info.local))
            .map(|info| info.block)
            .collect();
        excluded.extend(cx.layout.arm_targets.iter().map(|(_, to)| *to));
        Tiny { cx, excluded }
    }

    /// The number of operands and operations in a block that does nothing but compute with plain values; `None` for any
    /// other.
    pub fn cost(&self, block: BlockId) -> Option<usize> {
        let here = self.cx.body.block(block);
        let jumps_out = !here.exits.is_empty();
        let has_items = !here.items.scopes().is_empty();
        if self.excluded.contains(&block) || jumps_out || has_items {
            return None;
        }
        let way_out = match &here.terminator {
            Terminator::Goto(_) => 0,
            Terminator::If { cond, .. } => operations(cond)?,
            Terminator::Match { .. }
            | Terminator::Yield { .. }
            | Terminator::Finish(_)
            | Terminator::Return
            | Terminator::Unreachable => return None,
        };
        let stmts = here.stmts.iter().map(|stmt| self.of_stmt(stmt));
        stmts.sum::<Option<usize>>().map(|stmts| stmts + way_out)
    }

    fn of_stmt(&self, stmt: &Stmt) -> Option<usize> {
        match stmt {
            Stmt::Init { local, value } if is_plain(self.cx, *local) => operations(value),
            Stmt::StorageDead(local) if is_plain(self.cx, *local) => Some(0),
            Stmt::Let {
                attrs,
                pat,
                init: Some(init),
                diverge: None,
            } if attrs.is_empty() => {
                let local = is_plain_binding(pat)?;
                is_plain(self.cx, local).then(|| operations(init)).flatten()
            }
            Stmt::Eval(syn::Stmt::Expr(expr, Some(_))) => operations(expr),
            Stmt::Let { .. } | Stmt::Init { .. } | Stmt::Eval(_) | Stmt::StorageDead(_) => None,
        }
    }
}

/// Whether there is a loop in a statement, to run while it runs.
pub fn holds_loop(stmt: &Stmt) -> bool {
    struct Loops(bool);
    impl<'ast> Visit<'ast> for Loops {
        fn visit_expr(&mut self, expr: &'ast Expr) {
            match expr {
                Expr::ForLoop(_) | Expr::While(_) | Expr::Loop(_) => self.0 = true,
                Expr::Closure(_) | Expr::Async(_) => {}
                _ => visit::visit_expr(self, expr),
            }
        }
        fn visit_item(&mut self, _: &'ast syn::Item) {}
    }
    let mut loops = Loops(false);
    match stmt {
        Stmt::Let { init, diverge, .. } => {
            let parts = init.iter().chain(diverge);
            parts.for_each(|part| loops.visit_expr(part));
        }
        Stmt::Init { value, .. } => loops.visit_expr(value),
        Stmt::Eval(stmt) => loops.visit_stmt(stmt),
        Stmt::StorageDead(_) => {}
    }
    loops.0
}

/// Whether a local is a variable of a type that syntax shows, or is not there at all.
fn is_plain(cx: &Context<'_>, local: LocalId) -> bool {
    match cx.layout.storage(local) {
        Storage::Scalar { .. } | Storage::Unused => true,
        Storage::Block => cx.scalars[local.index()].is_some(),
        Storage::Bare | Storage::Slot { .. } | Storage::Kept => false,
    }
}

/// How many operands and operations an expression has that only computes, and may assign what it has computed.
fn operations(expr: &Expr) -> Option<usize> {
    let inner = match unparen(expr) {
        Expr::Lit(_) | Expr::Path(_) => Some(0),
        Expr::Unary(it) => operations(&it.expr),
        Expr::Cast(it) => operations(&it.expr),
        Expr::Binary(it) => operations(&it.left).zip(operations(&it.right)).map(sum),
        Expr::Assign(it) => operations(&it.left).zip(operations(&it.right)).map(sum),
        Expr::Tuple(it) => it.elems.iter().map(operations).sum(),
        _ => None,
    };
    inner.map(|inner| inner + 1)
}

fn sum((left, right): (usize, usize)) -> usize {
    left + right
}
