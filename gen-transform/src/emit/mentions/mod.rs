//! Mentions of locals in yield-free code: from encoded names to variables, places behind references, and takes.

pub mod assertions;
mod assignments;
mod branches;
mod captures;
mod caught;
mod diverging;
mod early;
mod fields;
pub mod hoists;
mod macros;
mod matches;
mod names;
mod operators;
mod receivers;
mod updates;

pub use matches::exhaustive;
pub use receivers::either;

use super::Context;
use super::spans::respan;
use super::statements::Jump;
use crate::lower::goto_target;
use crate::resolve::{LocalId, decode};
use crate::syntax::{is_lazy, may_return, may_return_from};
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;
use syn::spanned::Spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{Arm, Block, Expr, ExprBreak, Item, Local, Macro, Pat, PatIdent, Stmt, Type};

/// How the code at hand reaches the locals that are not plain variables.
#[derive(Default, Clone)]
pub struct Access {
    /// Locals that are real variables here: checked out, captured by a `move` closure, or bound by the condition around.
    pub plain: BTreeSet<LocalId>,
    /// Locals that every mention looks up anew, because the code moves them out and assigns them again.
    pub inline: BTreeSet<LocalId>,
    /// Locals that unknown macros look at by the reference that is at hand.
    pub looked_at: BTreeSet<LocalId>,
    /// Of these, those of which a closure here borrows, by a reference that it finds in the variable.
    pub lent: Rc<RefCell<BTreeSet<LocalId>>>,
    /// What rustc is asked in front of the code about what is called in it.
    pub asked: Rc<RefCell<TokenStream>>,
    /// The `macro_rules!` of the body that are in sight with the variables they name, by number.
    pub defined: BTreeSet<usize>,
}

/// Rewrites the mentions in a piece of yield-free code.
pub struct Rewrite<'a, 'b> {
    cx: &'a Context<'b>,
    access: &'a Access,
    jump: &'a mut Jump<'a>,
    /// Whether the code stands in a closure, which may run any number of times.
    in_closure: bool,
    /// Whether the code is an argument that is written more than once.
    in_argument: bool,
}

impl<'a, 'b> Rewrite<'a, 'b> {
    pub fn new(cx: &'a Context<'b>, access: &'a Access, jump: &'a mut Jump<'a>) -> Self {
        Rewrite {
            cx,
            access,
            jump,
            in_closure: false,
            in_argument: false,
        }
    }

    /// A call; of a function with the name of one that never returns rustc checks that it does not.
    fn call(&mut self, expr: &mut Expr) {
        let Expr::Call(it) = expr else { return };
        let may_return = may_return_from(&it.func);
        self.early_callee(it);
        visit_mut::visit_expr_mut(self, expr);
        if may_return {
            *expr = diverging::certain(expr);
        }
    }

    /// The same of a macro.
    fn macro_call_expr(&mut self, expr: &mut Expr) {
        let Expr::Macro(it) = expr else { return };
        let may_return = may_return(&it.mac);
        if let Some(rewritten) = self.macro_expr(it) {
            *expr = rewritten;
        }
        if may_return {
            *expr = diverging::certain(expr);
        }
    }
}

impl VisitMut for Rewrite<'_, '_> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        match expr {
            Expr::Path(path) => {
                if let Some(ident) = path.path.get_ident()
                    && let Some(name) = decode(ident)
                {
                    *expr = self.mention(name, ident.span());
                }
            }
            Expr::Assign(it) => {
                if let Some(assigned) = self.assignment(it) {
                    *expr = assigned;
                }
            }
            Expr::Field(it) => {
                if let Some(moved) = self.moved_field(it) {
                    *expr = moved;
                }
            }
            Expr::MethodCall(it) => {
                match self.asked_method(it).or_else(|| self.early_receiver(it)) {
                    Some(asked) => *expr = asked,
                    None => self.called_in_place(it),
                }
            }
            Expr::Call(_) => self.call(expr),
            Expr::Struct(it) => match self.updated(it) {
                Some(updated) => *expr = updated,
                None => visit_mut::visit_expr_mut(self, expr),
            },
            Expr::Match(it) => self.match_arms(it),
            Expr::If(it) => self.if_else(it),
            Expr::Binary(it) if is_lazy(&it.op) => self.lazy(it),
            Expr::Binary(it) => self.operator(it),
            Expr::Unary(it) => {
                let at = it.op.span();
                self.operand(&mut it.expr, at);
            }
            Expr::Index(it) => {
                let at = it.bracket_token.span.open();
                self.operand(&mut it.expr, at);
                self.visit_expr_mut(&mut it.index);
            }
            Expr::Closure(it) if it.capture.is_some() => self.move_capture(expr),
            Expr::Closure(it) if self.moves_all(it) => self.all_captured(expr),
            Expr::Closure(_) => self.borrowing_capture(expr),
            Expr::Async(it) if it.capture.is_some() => self.move_capture(expr),
            Expr::Macro(_) => self.macro_call_expr(expr),
            Expr::Async(it) => self.deferred(it),
            other => visit_mut::visit_expr_mut(self, other),
        }
    }

    /// Input: `break 'out x` · Output: `break 'out (::gen_core::__private::take(x_slot))`
    ///
    /// syn, which reads an expansion that stands in another macro, takes what follows a label and a colon for a loop.
    fn visit_expr_break_mut(&mut self, it: &mut ExprBreak) {
        visit_mut::visit_expr_break_mut(self, it);
        if let (Some(_), Some(value)) = (&it.label, &mut it.expr) {
            let first = value.to_token_stream().into_iter().next();
            if matches!(first, Some(TokenTree::Punct(colon)) if colon.as_char() == ':') {
                **value = syn::parse_quote!((#value));
            }
        }
    }

    fn visit_block_mut(&mut self, block: &mut Block) {
        self.statements(block);
    }

    fn visit_arm_mut(&mut self, arm: &mut Arm) {
        self.arm(arm);
    }

    fn visit_stmt_mut(&mut self, stmt: &mut Stmt) {
        match stmt {
            Stmt::Macro(it) if may_return(&it.mac) => {
                let mut panics = diverging::expr(it);
                self.visit_expr_mut(&mut panics);
                let attrs = &it.attrs;
                let panics = syn::parse_quote!(#(#attrs)* #panics);
                *stmt = Stmt::Expr(panics, it.semi_token);
            }
            Stmt::Macro(it) => {
                if let Some(rewritten) = self.macro_stmt(it) {
                    *stmt = rewritten;
                }
            }
            other => visit_mut::visit_stmt_mut(self, other),
        }
    }

    fn visit_local_mut(&mut self, local: &mut Local) {
        visit_mut::visit_local_mut(self, local);
        matches::make_irrefutable(local);
    }

    fn visit_pat_ident_mut(&mut self, pat: &mut PatIdent) {
        if let Some(name) = decode(&pat.ident) {
            pat.ident = respan(self.cx.names.variable(name.local), pat.ident.span());
        }
        visit_mut::visit_pat_ident_mut(self, pat);
    }

    /// A macro in a pattern.
    fn visit_macro_mut(&mut self, mac: &mut Macro) {
        mac.tokens = macros::bound(self.cx, std::mem::take(&mut mac.tokens), false);
    }

    fn visit_item_mut(&mut self, item: &mut Item) {
        if let Item::Verbatim(tokens) = item {
            *tokens = self.definition(std::mem::take(tokens));
        }
    }
    fn visit_type_mut(&mut self, _: &mut Type) {}
}

/// Rewrites the names bound by a pattern.
pub fn rewrite_pat(cx: &Context<'_>, pat: &Pat) -> Pat {
    let mut pat = pat.clone();
    let access = Access::default();
    let mut jump = |_| TokenStream::new();
    Rewrite::new(cx, &access, &mut jump).visit_pat_mut(&mut pat);
    pat
}
