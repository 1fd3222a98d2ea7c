//! The statements of a basic block.

mod braces;
mod code;
mod declarations;
mod macros;
mod references;
mod refilled;
mod replaced;
mod runs;
mod scopes;
mod stores;

pub use code::Code;
pub use declarations::{bound_name, immutable_where_moved};
pub use stores::stored;

use super::Context;
use super::mentions::{Access, Rewrite, hoists};
use super::opened::Later;
use super::terminators::{Matched, apart};
use crate::analyse::Storage;
use crate::ir::{BlockId, Stmt};
use crate::resolve::{LocalId, bindings, is_plain_binding};
use proc_macro2::TokenStream;
use quote::quote;
use runs::Run;
use std::collections::BTreeSet;
use syn::visit_mut::VisitMut;
use syn::{Attribute, Expr, Pat};

/// How a jump out of the inside of a statement is written.
pub type Jump<'j> = dyn FnMut(BlockId) -> TokenStream + 'j;

/// Writes one block, keeping track of which slots have a reference to their value at hand.
pub struct BlockWriter<'a, 'b> {
    cx: &'a Context<'b>,
    block: BlockId,
    /// The code of the open brace scopes, outermost first; the last one is being written.
    open: Vec<(Option<LocalId>, Vec<TokenStream>)>,
    /// The slots that `let x = get(x_slot)` has been written for, with the depth of braces.
    bound: Vec<(LocalId, usize)>,
    /// Locals that the code at hand binds itself.
    bound_here: BTreeSet<LocalId>,
    /// The slots whose value is a real variable to the end of its scope.
    checked_out: BTreeSet<LocalId>,
    /// The variables for what a pattern has left behind, which are older than what it has bound.
    rests: BTreeSet<LocalId>,
    /// The parts of variables that an assignment has dropped.
    dropped_early: BTreeSet<LocalId>,
    /// The slots that are real variables for several statements.
    runs: Vec<Run>,
    /// How many statements are written.
    at: usize,
    /// The slots that a macro mentions last.
    spent: BTreeSet<LocalId>,
    /// The slots whose scope has ended here.
    emptied: BTreeSet<LocalId>,
}

impl<'a, 'b> BlockWriter<'a, 'b> {
    /// A writer for `block`, at a place where there are references to the slots `in_sight`.
    pub fn new(cx: &'a Context<'b>, block: BlockId, in_sight: Vec<LocalId>) -> Self {
        let mut writer = BlockWriter {
            cx,
            block,
            open: vec![(None, Vec::new())],
            bound: in_sight.into_iter().map(|local| (local, 0)).collect(),
            bound_here: BTreeSet::new(),
            checked_out: BTreeSet::new(),
            rests: BTreeSet::new(),
            dropped_early: BTreeSet::new(),
            runs: Vec::new(),
            at: 0,
            spent: BTreeSet::new(),
            emptied: BTreeSet::new(),
        };
        writer.open_scopes();
        writer.find_runs();
        let checked_out = &writer.checked_out;
        writer
            .bound
            .retain(|(local, _)| !checked_out.contains(local));
        writer
    }

    /// Writes one statement.
    pub fn stmt(&mut self, stmt: &Stmt, jump: &mut Jump<'_>) {
        self.start_runs();
        match stmt {
            Stmt::Let {
                attrs,
                pat,
                init,
                diverge,
            } => self.let_stmt(attrs, pat, (init.as_ref(), diverge.as_ref()), jump),
            Stmt::Init { local, value } => {
                let code = Code::of(value);
                let checked_out = self.check_out_for_macros(&code);
                let mut access = self.prepare(&code);
                self.hoist_for(value, &[*local], &mut access);
                let rewritten = self.rewrite(value, &access, jump);
                self.invalidate(&code);
                let rewritten = self.cx.annotated(*local, rewritten);
                self.init(*local, &rewritten);
                self.check_in(&checked_out);
            }
            Stmt::Eval(stmt) => self.eval(stmt, jump),
            Stmt::StorageDead(local) => self.storage_dead(*local),
        }
        self.end_runs();
    }

    fn let_stmt(
        &mut self,
        attrs: &[Attribute],
        pat: &Pat,
        (init, diverge): (Option<&Expr>, Option<&Expr>),
        jump: &mut Jump<'_>,
    ) {
        let code = Code::of(&quote!(#init #diverge));
        let checked_out = self.check_out_for_macros(&code);
        let mut access = self.prepare(&code);
        if let Some(init) = init {
            self.hoist_for(init, &bindings(pat), &mut access);
        }
        let matched = init.map_or(Matched::Value, |init| Matched::of(self.cx, init, &access));
        let taken = init.map(|init| {
            let value = self.rewrite(init, &access, jump);
            match matched.is_asked(self.cx, init, std::iter::once(pat)) {
                true => apart(&value),
                false => value,
            }
        });
        let (pat, declared, later) = match is_plain_binding(pat) {
            Some(local) => (pat.clone(), vec![local], Later::default()),
            None => {
                let written = matched.pattern(self.cx, pat);
                (written.pat, written.bound, written.later)
            }
        };
        let diverge = diverge.map(|diverge| self.rewrite(diverge, &access, jump));
        self.invalidate(&code);
        self.declare(attrs, &pat, (taken, diverge), (&declared, &later));
        self.check_in(&checked_out);
    }

    /// A statement that stays as the user wrote it.
    fn eval(&mut self, stmt: &syn::Stmt, jump: &mut Jump<'_>) {
        let code = Code::of(stmt);
        let mut checked_out = self.check_out_for_macros(&code);
        checked_out.extend(self.check_out_replaced(stmt, &code));
        let mut access = match self.evaluated(stmt) {
            Some(value) => self.prepare(&Code::of(value)),
            None => self.prepare(&code),
        };
        self.hoist(&hoists::of_stmt(self.cx, &access, stmt), &mut access);
        let mut stmt = self.dropping_rests(stmt).unwrap_or_else(|| stmt.clone());
        Rewrite::new(self.cx, &access, jump).visit_stmt_mut(&mut stmt);
        self.declare_lent(&access);
        self.push(quote!(#stmt));
        self.invalidate(&code);
        self.check_in(&checked_out);
    }

    /// An expression that the terminator evaluates, with what has to stand before it already written.
    pub fn operand(&mut self, expr: &Expr, bound_here: &[LocalId], jump: &mut Jump<'_>) -> Expr {
        let code = Code::of(expr);
        // In front of a condition with a `let` nothing can stand.
        let checked_out = match code.has_let {
            true => Vec::new(),
            false => self.check_out_for_macros(&code),
        };
        let mut access = self.access_for(&code, bound_here);
        self.hoist(&hoists::of_expr(self.cx, &access, expr), &mut access);
        let operand = self.rewrite(expr, &access, jump);
        self.checked_in_behind(operand, &checked_out)
    }

    /// The access for code of which only a part is written at a time.
    pub fn access_for(&mut self, code: &Code, bound_here: &[LocalId]) -> Access {
        let hidden = std::mem::replace(&mut self.bound_here, bound_here.iter().copied().collect());
        let mut access = self.prepare(code);
        self.bound_here = hidden;
        access.plain.extend(bound_here);
        access
    }

    /// The variables that the closures in a value need. A closure that outlives the block has what it needs to itself. What
    /// a function makes of one is more often a result than an adapter; and over a yield an adapter has to own what it needs
    /// anyway.
    fn hoist_for(&mut self, value: &Expr, targets: &[LocalId], access: &mut Access) {
        let called = matches!(value, Expr::Call(_));
        let in_block = |local: &LocalId| match self.cx.layout.storage(*local) {
            Storage::Block => true,
            Storage::Slot { saved } => saved && called,
            Storage::Kept => called,
            Storage::Unused | Storage::Scalar { .. } | Storage::Bare => false,
        };
        if targets.iter().all(in_block) || !hoists::holds_closure(self.cx, value) {
            self.hoist(&hoists::of_expr(self.cx, access, value), access);
        }
    }

    /// Makes locals real variables for the code at hand.
    pub fn hoist(&mut self, locals: &[LocalId], access: &mut Access) {
        for local in locals {
            let variable = self.cx.names.variable(*local);
            let value = self.cx.take(*local, variable.span());
            self.push(quote!(let mut #variable = #value;));
            self.unbind(*local);
            access.plain.insert(*local);
        }
    }

    pub fn rewrite(&mut self, expr: &Expr, access: &Access, jump: &mut Jump<'_>) -> Expr {
        let mut expr = expr.clone();
        Rewrite::new(self.cx, access, jump).visit_expr_mut(&mut expr);
        self.declare_lent(access);
        expr
    }

    /// Declares the references that closures in code which has just been written find in variables, and asks what that code
    /// has rustc asked.
    ///
    /// Output: `let mut x;`
    fn declare_lent(&mut self, access: &Access) {
        self.push(access.asked.take());
        for local in access.lent.take() {
            let variable = self.cx.names.variable(local);
            self.push(quote!(let mut #variable;));
        }
    }
}
