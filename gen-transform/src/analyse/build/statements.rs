//! Blocks and statements, those of the graph and those inside a statement.

use super::Walk;
use crate::analyse::flow::Event;
use crate::ir::{BlockId, Stmt as IrStmt};
use crate::resolve::{LocalId, TempKind, bindings};
use syn::{Block, Expr, Pat, Stmt};

impl Walk<'_> {
    pub fn block(&mut self, id: BlockId) {
        let body = self.body;
        self.block = id;
        self.at = Some(self.flow.block_entry[id.index()]);
        let block = body.block(id);
        for stmt in &block.stmts {
            self.ir_stmt(stmt);
        }
        self.bound_for.clear();
        self.in_terminator = true;
        self.terminator(&block.terminator);
        self.in_terminator = false;
    }

    fn ir_stmt(&mut self, stmt: &IrStmt) {
        match stmt {
            IrStmt::Let {
                pat, init: None, ..
            } => self.declaration(pat),
            IrStmt::Let {
                pat,
                init: Some(init),
                diverge,
                ..
            } => {
                self.note_rests(init, (pat, None), &[]);
                self.initialised(pat, init, diverge.as_ref());
            }
            IrStmt::Init { local, value } => self.init(*local, value),
            IrStmt::Eval(stmt) => self.stmt(stmt),
            IrStmt::StorageDead(local) => self.event(Event::Dead(*local)),
        }
    }

    /// `let pat;`
    fn declaration(&mut self, pat: &Pat) {
        let block = self.block;
        let declared = bindings(pat).into_iter().map(|local| (block, local));
        self.flow.deferred.extend(declared);
    }

    /// `let pat = init else { diverge };`
    fn initialised(&mut self, pat: &Pat, init: &Expr, diverge: Option<&Expr>) {
        self.in_let = true;
        self.matched(init, [pat].into_iter());
        self.in_let = false;
        if let Some(diverge) = diverge {
            self.branch(|this| this.expr(diverge));
        }
        self.init_all(bindings(pat));
    }

    /// A local gets its value.
    fn init(&mut self, local: LocalId, value: &Expr) {
        self.makes_iterator = self.is_temp(local, TempKind::Iter);
        self.expr(value);
        self.makes_iterator = false;
        self.event(Event::Init(local));
    }

    pub fn block_stmts(&mut self, block: &Block) {
        block.stmts.iter().for_each(|stmt| self.stmt(stmt));
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match stmt {
            Stmt::Local(local) => {
                if let Some(init) = &local.init {
                    let diverge = init.diverge.as_ref().map(|(_, diverge)| &**diverge);
                    self.initialised(&local.pat, &init.expr, diverge);
                }
            }
            Stmt::Expr(expr, _) => self.expr(expr),
            Stmt::Macro(mac) => self.macro_call(&mac.mac),
            Stmt::Item(_) => {}
        }
    }
}
