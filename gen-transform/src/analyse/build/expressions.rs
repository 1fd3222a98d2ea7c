//! Expressions, in the order of evaluation.

use super::Walk;
use crate::analyse::flow::{Context, Event, Rest};
use crate::resolve::{LocalId, MentionId, direct_mention};
use syn::visit::{self, Visit};
use syn::{Expr, ExprBlock, ExprStruct, UnOp};

impl Walk<'_> {
    /// The value of `expr`.
    pub fn expr(&mut self, expr: &Expr) {
        match expr {
            Expr::Path(_) | Expr::Field(_) | Expr::Index(_) => self.place(expr, Context::Value),
            Expr::Unary(it) if matches!(it.op, UnOp::Deref(_)) => self.place(expr, Context::Value),
            Expr::Unary(it) => self.unary(it),
            Expr::Reference(it) if it.mutability.is_some() && self.is_kept_view() => {
                self.viewed(&it.expr);
            }
            Expr::Reference(it) => self.place(&it.expr, Context::Place),
            Expr::RawAddr(it) => self.place(&it.expr, Context::Place),
            Expr::Assign(it) => self.assign(it),
            Expr::Binary(it) => self.binary(it),
            Expr::Call(it) => self.call(it),
            Expr::MethodCall(it) => self.method_call(it),
            Expr::Struct(it) => self.struct_literal(it),
            Expr::If(it) => self.if_else(it),
            Expr::Match(it) => self.match_arms(it),
            Expr::Let(it) => self.let_expr(it),
            Expr::Loop(it) => self.endless_loop(it),
            Expr::While(it) => self.while_loop(it),
            Expr::ForLoop(it) => self.for_loop(it),
            Expr::Block(it) => self.block_expr(it),
            Expr::Unsafe(it) => self.block_stmts(&it.block),
            Expr::Break(it) => self.break_with(it),
            Expr::Continue(it) => self.jump(it.label.as_ref(), true),
            Expr::Return(it) => self.return_with(it),
            Expr::Closure(it) => self.closure(it),
            Expr::Async(it) => self.async_block(it),
            Expr::Macro(it) => self.macro_call(&it.mac),
            Expr::Const(_) | Expr::Lit(_) | Expr::Infer(_) | Expr::Verbatim(_) => {}
            other => visit::visit_expr(&mut Operands(self), other),
        }
    }

    fn struct_literal(&mut self, it: &ExprStruct) {
        it.fields.iter().for_each(|field| self.expr(&field.expr));
        let Some(rest) = &it.rest else { return };
        let mention = direct_mention(rest).and_then(|name| name.mention);
        let updated = mention.filter(|_| self.closures == 0);
        if let Some((mention, left)) = updated.and_then(|it| self.body.updates.get_key_value(&it)) {
            self.place(rest, Context::Update);
            return self.leave_behind(*mention, left.iter().map(|(_, local)| *local));
        }
        let context = match self.is_replaced(rest) {
            true => Context::Value,
            false => Context::FieldValue,
        };
        self.place(rest, context);
    }

    /// What a literal leaves behind in a variable gets names of its own.
    fn leave_behind(&mut self, mention: MentionId, left: impl Iterator<Item = LocalId>) {
        for local in left {
            self.flow.rests.push(Rest {
                local,
                matched: Some(mention),
                target: None,
            });
            self.event(Event::Init(local));
        }
    }

    fn block_expr(&mut self, it: &ExprBlock) {
        match &it.label {
            Some(label) => self.labelled_block(label, &it.block),
            None => self.block_stmts(&it.block),
        }
    }
}

/// The operands of expressions that need no rule of their own.
struct Operands<'a, 'b>(&'a mut Walk<'b>);

impl Visit<'_> for Operands<'_, '_> {
    fn visit_expr(&mut self, expr: &Expr) {
        self.0.expr(expr);
    }
    fn visit_type(&mut self, _: &syn::Type) {}
    fn visit_item(&mut self, _: &syn::Item) {}
}
