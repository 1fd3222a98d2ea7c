//! Jumps out of yield-free statements, and `?`.
//!
//! Inside such a statement `return`, `break 'outer` and the like become `__goto!(N)`, where N is the block that drops
//! what the jump leaves behind and goes on from there; the emitter turns that into a jump of Rust's, which drops the
//! statement's own locals on the way.

use super::builder::{Builder, Dest, Leave};
use crate::ir::{BasicBlock, BlockId};
use crate::resolve::{TempKind, direct_local, label_name};
use crate::syntax::{filled, known_macro};
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{Expr, ExprTry, Macro, Stmt};

/// The name of the pseudo macro that stands for a jump.
pub const GOTO: &str = "__goto";

/// The block that a `__goto!(N)` leads to.
pub fn goto_target(mac: &Macro) -> Option<BlockId> {
    if !mac.path.is_ident(GOTO) {
        return None;
    }
    mac.tokens.to_string().parse().ok().map(BlockId)
}

fn goto(target: BlockId) -> TokenStream {
    let name = Ident::new(GOTO, Span::mixed_site());
    let number = Literal::usize_unsuffixed(target.0);
    quote!(#name!(#number))
}

/// Replaces the targets of all jumps in the statements of `block`.
pub fn retarget_block(block: &mut BasicBlock, new: impl Fn(BlockId) -> BlockId) {
    if block.exits.is_empty() {
        return;
    }
    for exit in &mut block.exits {
        *exit = new(*exit);
    }
    block.exits.sort_unstable();
    block.exits.dedup();
    let mut retarget = Retarget(new);
    for_each_expr(block, &mut |expr| retarget.visit_expr_mut(expr));
}

struct Retarget<F>(F);

impl<F: Fn(BlockId) -> BlockId> VisitMut for Retarget<F> {
    fn visit_macro_mut(&mut self, mac: &mut Macro) {
        match goto_target(mac) {
            Some(target) => {
                let number = Literal::usize_unsuffixed((self.0)(target).0);
                mac.tokens = quote!(#number);
            }
            None => {
                crate::syntax::visit_macro_args(mac, &mut |expr| self.visit_expr_mut(expr));
            }
        }
    }
}

/// Calls `f` with each expression that stands directly in `block`.
pub fn for_each_expr(block: &mut BasicBlock, f: &mut dyn FnMut(&mut Expr)) {
    use crate::ir::{Stmt as IrStmt, Terminator};
    for stmt in &mut block.stmts {
        match stmt {
            IrStmt::Let { init, diverge, .. } => {
                init.iter_mut().for_each(&mut *f);
                diverge.iter_mut().for_each(&mut *f);
            }
            IrStmt::Init { value, .. } => f(value),
            IrStmt::Eval(stmt) => visit_stmt_expr(stmt, f),
            IrStmt::StorageDead(_) => {}
        }
    }
    match &mut block.terminator {
        Terminator::If { cond, .. } => f(cond),
        Terminator::Match { scrutinee, arms } => {
            f(scrutinee);
            arms.iter_mut()
                .filter_map(|arm| arm.guard.as_mut())
                .for_each(f);
        }
        Terminator::Yield { value, .. } => f(value),
        Terminator::Goto(_)
        | Terminator::Finish(_)
        | Terminator::Return
        | Terminator::Unreachable => {}
    }
}

fn visit_stmt_expr(stmt: &mut Stmt, f: &mut dyn FnMut(&mut Expr)) {
    match stmt {
        Stmt::Expr(expr, _) => f(expr),
        Stmt::Macro(mac) => {
            let mut expr = Expr::Macro(syn::ExprMacro {
                attrs: Vec::new(),
                mac: mac.mac.clone(),
            });
            f(&mut expr);
            if let Expr::Macro(changed) = expr {
                mac.mac = changed.mac;
            }
        }
        Stmt::Local(_) | Stmt::Item(_) => {}
    }
}

impl Builder<'_> {
    /// A yield-free expression, ready to stand in a block: its jumps to the outside are exits, and it keeps the
    /// `unsafe` it stood in.
    pub fn opaque(&mut self, mut expr: Expr) -> Expr {
        Exits {
            builder: self,
            loops: 0,
            labels: Vec::new(),
        }
        .visit_expr_mut(&mut expr);
        self.name_left_fields(&expr);
        let is_safe = matches!(expr, Expr::Lit(_) | Expr::Let(_)) || direct_local(&expr).is_some();
        if self.in_unsafe && !is_safe {
            expr = syn::parse_quote!(unsafe { #expr });
        }
        expr
    }

    /// The same for a statement.
    pub fn opaque_stmt(&mut self, mut stmt: Stmt) -> Stmt {
        if let Stmt::Macro(it) = &stmt {
            let mut exits = Exits {
                builder: self,
                loops: 0,
                labels: Vec::new(),
            };
            if let Some(caught) = exits.caught_stmt(it) {
                return caught;
            }
        }
        visit_stmt_expr(&mut stmt, &mut |expr| {
            *expr = self.opaque(std::mem::replace(expr, Expr::Verbatim(quote!())))
        });
        stmt
    }

    /// `return value` at statement level.
    pub fn lower_return(&mut self, value: Option<Expr>) {
        let dest = self.ret.map_or(Dest::Discard, Dest::Local);
        self.scoped(|this| match value {
            Some(value) => this.lower_into(value, dest),
            None => this.assign_unit(dest),
        });
        self.leave(0, Leave::Return);
    }

    /// `break 'label value` at statement level.
    pub fn lower_break(&mut self, it: syn::ExprBreak) {
        let Some((depth, target)) = self.jump_target(it.label.as_ref(), false) else {
            return;
        };
        self.scoped(|this| match it.expr {
            Some(value) => this.lower_into(*value, target.dest),
            None => this.assign_unit(target.dest),
        });
        self.leave(depth, Leave::To(target.break_to));
    }

    /// `continue 'label` at statement level.
    pub fn lower_continue(&mut self, it: &syn::ExprContinue) {
        let Some((depth, target)) = self.jump_target(it.label.as_ref(), true) else {
            return;
        };
        let Some(header) = target.continue_to else {
            return;
        };
        self.leave(depth, Leave::To(header));
    }

    /// `value?` as a match whose failing arm hands the residual on and leaves.
    ///
    /// Input: `value?` · Output: `match branch(value) { Continue(v) => v, Break(r) => { residual = from_residual(r); goto } }`
    fn try_operator(&mut self, it: &ExprTry) -> Expr {
        let value = &it.expr;
        let question = it.question_token.span();
        let (v, r) = (
            Ident::new("value_of_question_mark", question),
            Ident::new("residual_of_question_mark", question),
        );
        let (dest, leave) = self.residual_dest(question);
        let assigned = self.locals.mention(dest, Span::mixed_site());
        let (branch, from) = try_methods(question);
        let landing = self.landing(0, leave);
        self.push_exit(landing);
        let goto = goto(landing);
        let matched = syn::parse_quote_spanned!(question=> match #branch(__hole) {
            ::core::ops::ControlFlow::Continue(#v) => #v,
            ::core::ops::ControlFlow::Break(#r) => { #assigned = #from(#r); #goto }
        });
        filled(matched, value)
    }

    /// Where `?` puts what it found: the return value, or the last item.
    fn residual_dest(&mut self, span: Span) -> (crate::resolve::LocalId, Leave) {
        if let Some(ret) = self.ret {
            return (ret, Leave::Return);
        }
        let residual = self
            .residual
            .unwrap_or_else(|| self.locals.add_temp(TempKind::LastItem, span));
        self.residual = Some(residual);
        (residual, Leave::Finish(residual))
    }
}

/// `?` tells the value from the residual, and turns the residual into the item or return type: methods of traits, so that
/// what rustc says of a type without them names no function of ours.
pub fn try_methods(question: Span) -> (TokenStream, TokenStream) {
    (
        quote_spanned!(question=> ::gen_core::bounds::Try::branch),
        quote_spanned!(question=> ::gen_core::bounds::FromResidual::from_residual),
    )
}

/// Rewrites the jumps of an opaque expression that lead out of it.
pub struct Exits<'a, 'b> {
    pub builder: &'a mut Builder<'b>,
    /// How many loops of the expression itself are around.
    pub loops: usize,
    /// The labels of the expression itself that are around.
    pub labels: Vec<String>,
}

impl Exits<'_, '_> {
    fn is_inner(&self, label: Option<&syn::Lifetime>) -> bool {
        match label {
            Some(label) => self.labels.contains(&label_name(label)),
            None => self.loops > 0,
        }
    }

    fn labelled(
        &mut self,
        label: Option<&syn::Label>,
        is_loop: bool,
        within: impl FnOnce(&mut Self),
    ) {
        self.labels
            .extend(label.map(|label| label_name(&label.name)));
        self.loops += usize::from(is_loop);
        within(self);
        self.loops -= usize::from(is_loop);
        if label.is_some() {
            self.labels.pop();
        }
    }

    pub fn exit(&mut self, depth: usize, to: Leave) -> TokenStream {
        let landing = self.builder.landing(depth, to);
        self.builder.push_exit(landing);
        goto(landing)
    }

    /// `{ dest = value; goto }`
    fn exit_with(
        &mut self,
        value: Option<&Expr>,
        dest: Dest,
        goto: &proc_macro2::TokenStream,
    ) -> Expr {
        match (value, dest) {
            (None, Dest::Discard) => syn::parse_quote!(#goto),
            (Some(value), Dest::Discard) => filled(syn::parse_quote!({ (__hole); #goto }), value),
            (value, Dest::Local(local)) => {
                self.builder.assigned_inside.push(local);
                let assigned = self.builder.locals.mention(local, Span::mixed_site());
                let unit: Expr = syn::parse_quote!(());
                let value = value.unwrap_or(&unit);
                filled(syn::parse_quote!({ #assigned = __hole; #goto }), value)
            }
        }
    }
}

impl Exits<'_, '_> {
    fn inner_loop(&mut self, label: Option<&syn::Label>, body: &mut syn::Block) {
        self.labelled(label, true, |this| this.visit_block_mut(body));
    }

    fn inner_while(&mut self, it: &mut syn::ExprWhile) {
        let (cond, body) = (&mut it.cond, &mut it.body);
        self.labelled(it.label.as_ref(), true, |this| {
            this.visit_expr_mut(cond);
            this.visit_block_mut(body);
        });
    }

    /// `return value` · Output: `{ ret = value; goto }`
    fn return_exit(&mut self, it: &mut syn::ExprReturn) -> Expr {
        visit_mut::visit_expr_return_mut(self, it);
        let goto = self.exit(0, Leave::Return);
        let dest = self.builder.ret.map_or(Dest::Discard, Dest::Local);
        let value = it.expr.as_deref().map(|value| self.builder.returned(value));
        self.exit_with(value.as_ref(), dest, &goto)
    }

    /// `break 'label value` · Output: `{ dest = value; goto }`. None if it stays inside.
    fn break_exit(&mut self, it: &mut syn::ExprBreak) -> Option<Expr> {
        visit_mut::visit_expr_break_mut(self, it);
        if self.is_inner(it.label.as_ref()) {
            return None;
        }
        let (depth, target) = self.builder.jump_target(it.label.as_ref(), false)?;
        let goto = self.exit(depth, Leave::To(target.break_to));
        Some(self.exit_with(it.expr.as_deref(), target.dest, &goto))
    }

    /// `continue 'label` · Output: `goto`. None if it stays inside.
    fn continue_exit(&mut self, it: &syn::ExprContinue) -> Option<Expr> {
        if self.is_inner(it.label.as_ref()) {
            return None;
        }
        let (depth, target) = self.builder.jump_target(it.label.as_ref(), true)?;
        let goto = self.exit(depth, Leave::To(target.continue_to?));
        Some(syn::parse_quote!(#goto))
    }
}

impl VisitMut for Exits<'_, '_> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        let exit = match expr {
            Expr::Closure(_) | Expr::Async(_) | Expr::Const(_) => return,
            Expr::Loop(it) => return self.inner_loop(it.label.as_ref(), &mut it.body),
            Expr::While(it) => return self.inner_while(it),
            Expr::ForLoop(it) => {
                self.visit_expr_mut(&mut it.expr);
                return self.inner_loop(it.label.as_ref(), &mut it.body);
            }
            Expr::Block(it) => {
                let block = &mut it.block;
                return self.labelled(it.label.as_ref(), false, |this| {
                    this.visit_block_mut(block);
                });
            }
            Expr::Return(it) => Some(self.return_exit(it)),
            Expr::Break(it) => self.break_exit(it),
            Expr::Continue(it) => self.continue_exit(it),
            Expr::Try(it) => {
                self.visit_expr_mut(&mut it.expr);
                Some(self.builder.try_operator(it))
            }
            Expr::Macro(it) if known_macro(&it.mac).is_none() => self.caught_value(it),
            other => return visit_mut::visit_expr_mut(self, other),
        };
        if let Some(exit) = exit {
            *expr = exit;
        }
    }

    fn visit_block_mut(&mut self, block: &mut syn::Block) {
        let last = block.stmts.len().saturating_sub(1);
        for (index, stmt) in block.stmts.iter_mut().enumerate() {
            let caught = match stmt {
                Stmt::Macro(it) if index < last || it.semi_token.is_some() => self.caught_stmt(it),
                Stmt::Macro(it) => self.caught_tail(it),
                _ => None,
            };
            match caught {
                Some(caught) => *stmt = caught,
                None => self.visit_stmt_mut(stmt),
            }
        }
    }

    fn visit_item_mut(&mut self, _: &mut syn::Item) {}

    fn visit_macro_mut(&mut self, mac: &mut Macro) {
        crate::syntax::visit_macro_args(mac, &mut |expr| self.visit_expr_mut(expr));
    }
}
