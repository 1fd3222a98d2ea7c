//! Blocks, statements and `let`.

use super::branches::alternatives;
use super::builder::{Builder, Dest, JumpTarget};
use super::loops::arm;
use super::patterns::borrowed::{Borrowed, borrows_and_takes};
use super::patterns::rests::Rest;
use super::temporaries::{self, is_place};
use crate::ir::{Stmt as IrStmt, Terminator};
use crate::resolve::{TempKind, bindings, is_plain_binding, label_name};
use crate::syntax::{binds_by_reference, expr_yields, macro_yields};
use syn::spanned::Spanned;
use syn::{Attribute, Block, Expr, Local, Pat, Stmt};

impl Builder<'_> {
    /// A block in a scope of its own, its value given to `dest`.
    pub fn lower_block(&mut self, block: Block, dest: Dest) {
        let outer = self.enter_items(&block.stmts);
        self.scoped(|this| this.lower_stmts(block, dest));
        self.leave_items(outer);
    }

    /// `'label: { .. }`: a block that `break 'label value` leaves.
    pub fn lower_labelled_block(&mut self, label: &syn::Lifetime, block: Block, dest: Dest) {
        let after = self.new_block();
        self.push_scope(Some(JumpTarget {
            label: Some(label_name(label)),
            break_to: after,
            dest,
            continue_to: None,
        }));
        self.lower_block(block, dest);
        self.pop_scope();
        self.goto(after);
        self.start_if_targeted(after);
    }

    /// Statements of one scope; the value of the tail expression, or `()`, goes to `dest`.
    pub fn lower_stmts(&mut self, block: Block, dest: Dest) {
        let span = block.brace_token.span.join();
        let mut stmts = block.stmts;
        let Some(last) = stmts.pop() else {
            return self.assign_unit_at(dest, span);
        };
        for stmt in stmts {
            self.lower_stmt(stmt);
        }
        match last {
            Stmt::Expr(value, None) => self.lower_tail(value, dest),
            Stmt::Macro(mac) if mac.semi_token.is_none() => self.lower_tail(macro_expr(mac), dest),
            other => {
                self.lower_stmt(other);
                if self.reachable() {
                    self.assign_unit_at(dest, span);
                }
            }
        }
    }

    fn lower_tail(&mut self, value: Expr, dest: Dest) {
        self.scoped_tail(|this| this.lower_into(value, dest));
    }

    fn lower_stmt(&mut self, stmt: Stmt) {
        if !self.reachable() {
            return;
        }
        match stmt {
            Stmt::Item(_) => {}
            Stmt::Local(local) if self.lower_tuple_parts(&local) => {}
            Stmt::Local(local) => self.lower_local(local),
            Stmt::Expr(expr, _) if self.splits(&expr) || is_jump(&expr) => {
                self.lower_expr_stmt(expr);
            }
            Stmt::Macro(mac) if macro_yields(&mac.mac) => self.lower_expr_stmt(macro_expr(mac)),
            other => {
                let opaque = self.opaque_stmt(other);
                self.push(IrStmt::Eval(opaque));
            }
        }
    }

    /// An expression statement that is taken apart: its temporaries die at its end.
    fn lower_expr_stmt(&mut self, expr: Expr) {
        self.scoped(|this| this.lower_into(expr, Dest::Discard));
    }

    fn lower_local(&mut self, local: Local) {
        let (init, diverge) = match local.init {
            Some(init) => (Some(*init.expr), init.diverge.map(|(_, diverge)| *diverge)),
            None => (None, None),
        };
        self.lower_let(local.attrs, local.pat, init, diverge);
    }

    /// `let pat = init else { diverge };`
    pub fn lower_let(
        &mut self,
        attrs: Vec<Attribute>,
        pat: Pat,
        init: Option<Expr>,
        diverge: Option<Expr>,
    ) {
        let init = init.map(|init| self.extend_temporaries(init, &pat));
        self.note_borrowed(&pat, init.as_ref());
        let several = || alternatives(&pat, true).len() > 1;
        let taken = || {
            init.as_ref()
                .is_some_and(|it| self.long_lived.is_taken(it, &pat))
        };
        let lends = || {
            let value = init.as_ref().is_some_and(|init| !is_place(init));
            value && binds_by_reference(&pat)
        };
        if diverge
            .as_ref()
            .is_some_and(|diverge| several() || expr_yields(diverge) || taken() || lends())
        {
            return self.lower_let_else(pat, init, diverge);
        }
        let (pat, borrowed) = self.lent_by_parts(pat, init.as_ref().filter(|_| diverge.is_none()));
        for local in self.locals.user_bindings(&pat) {
            self.declare(local);
        }
        match init {
            Some(init) if self.splits(&init) => self.lower_split_let(attrs, pat, init, diverge),
            init => self.lower_whole_let(attrs, pat, init, diverge),
        }
        self.lower_borrows(borrowed);
    }

    /// A pattern that borrows one part of a value without an owner and takes another: what it borrows has a name of its own.
    ///
    /// Input: `let (ref x, y) = pair();` · Output: `let (rest, y) = pair(); let ref x = rest;`
    fn lent_by_parts(&mut self, mut pat: Pat, init: Option<&Expr>) -> (Pat, Vec<Borrowed>) {
        let rest = init.filter(|_| borrows_and_takes(&pat));
        let rest = rest.and_then(|init| self.rest_without_owner(init));
        let borrowed = rest.map(|rest| self.keep_borrowed(&mut pat, rest));
        (pat, borrowed.unwrap_or_default())
    }

    /// Binds what patterns have borrowed.
    pub fn lower_borrows(&mut self, borrowed: Vec<Borrowed>) {
        for Borrowed { pat, part } in borrowed {
            let part = self.locals.mention_expr(part, pat.span());
            self.lower_let(Vec::new(), pat, Some(part), None);
        }
    }

    /// Notes what a variable borrows, which is perhaps a temporary that has become a local.
    fn note_borrowed(&mut self, pat: &Pat, init: Option<&Expr>) {
        if let (Some(local), Some(borrow @ Expr::Reference(_))) = (is_plain_binding(pat), init) {
            let known = &mut self.locals.get_mut(local).init;
            if known.is_some() {
                *known = Some(borrow.clone());
            }
        }
    }

    /// A `let` without a yield stays one; what it leaves in a variable gets a name.
    fn lower_whole_let(
        &mut self,
        attrs: Vec<Attribute>,
        mut pat: Pat,
        init: Option<Expr>,
        diverge: Option<Expr>,
    ) {
        let init = init.map(|init| self.borrowed_value(init, std::iter::once(&pat)));
        let rest = init.as_ref().and_then(|init| self.rest_of(init));
        if let Some(rest @ Rest::OfLocal(_)) = rest {
            self.keep_rests(&mut pat, rest);
        }
        let init = init.map(|init| self.opaque(init));
        self.push_let(attrs, pat, init, diverge);
    }

    /// A `let` whose initialiser is taken apart.
    fn lower_split_let(
        &mut self,
        attrs: Vec<Attribute>,
        pat: Pat,
        init: Expr,
        diverge: Option<Expr>,
    ) {
        self.scoped(|this| match is_plain_binding(&pat) {
            Some(local) if diverge.is_none() => this.lower_into(init, Dest::Local(local)),
            _ => {
                let value = this.reduce(init);
                let value = this.without_a_place(value, &pat);
                let value = this.opaque(value);
                this.push_let(attrs, pat, Some(value), diverge);
            }
        });
    }

    fn push_let(
        &mut self,
        attrs: Vec<Attribute>,
        pat: Pat,
        init: Option<Expr>,
        diverge: Option<Expr>,
    ) {
        let diverge = diverge.map(|diverge| self.diverging(diverge));
        self.push(IrStmt::Let {
            attrs,
            pat,
            init,
            diverge,
        });
    }

    /// A let-else whose `else` block yields: a condition with the block on its false side.
    fn lower_let_else(&mut self, pat: Pat, init: Option<Expr>, diverge: Option<Expr>) {
        let (Some(init), Some(Expr::Block(diverge))) = (init, diverge) else {
            return;
        };
        let (bound, otherwise) = (self.new_block(), self.new_block());
        // What it borrows from lives as long as what it binds.
        let declared = self.scope_locals().len();
        let init = self.borrowed_value(init, std::iter::once(&pat));
        let borrowed = self.scope_locals().split_off(declared);
        for local in bindings(&pat) {
            self.declare(local);
        }
        self.push_scope(None);
        // A variable that does not match stays what it is; a value is dropped before the `else` block, and then what it has
        // borrowed for its evaluation.
        let init = match temporaries::calls_made_on_the_spot(&init) {
            true => init,
            false => self.head(init),
        };
        let scrutinee = match is_place(&init) {
            true => self.opaque(init),
            false => self.value_in_temp(init, TempKind::Value),
        };
        let rest = self.rest_of(&scrutinee);
        let mut arms = Vec::new();
        for mut pat in alternatives(&pat, rest.is_some()) {
            if let Some(rest) = rest {
                self.keep_rests(&mut pat, rest);
            }
            arms.push(arm(pat, bound));
        }
        let mut other = syn::parse_quote!(_);
        let opens_box = self.opens_box(&scrutinee, std::iter::once(&pat));
        if let Some(rest @ Rest::OfLocal(_)) = rest {
            self.keep_rests_of_arm(&mut other, rest, opens_box);
        }
        arms.push(arm(other, otherwise));
        self.terminate(Terminator::Match { scrutinee, arms });
        self.start(otherwise);
        // On this side the value is dropped before the block runs.
        let kept = self.scope_locals();
        self.drop_locals(&kept);
        self.drop_locals(&borrowed);
        self.lower_block(diverge.block, Dest::Discard);
        self.terminate(Terminator::Unreachable);
        self.start(bound);
        self.pop_scope();
    }
}

fn macro_expr(mac: syn::StmtMacro) -> Expr {
    Expr::Macro(syn::ExprMacro {
        attrs: mac.attrs,
        mac: mac.mac,
    })
}

/// Whether a statement is a jump by itself, and so a terminator rather than an exit.
fn is_jump(expr: &Expr) -> bool {
    matches!(expr, Expr::Return(_) | Expr::Break(_) | Expr::Continue(_))
}
