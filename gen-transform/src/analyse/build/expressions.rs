//! Expressions, in the order of evaluation.

use super::super::flow::Context;
use super::Walk;
use syn::visit::{self, Visit};
use syn::{Expr, ExprBlock, ExprStruct, UnOp};

impl Walk<'_> {
    /// The value of `expr`.
    pub fn expr(&mut self, expr: &Expr) {
        match expr {
            Expr::Path(_) | Expr::Field(_) | Expr::Index(_) => self.place(expr, Context::Value),
            Expr::Unary(it) if matches!(it.op, UnOp::Deref(_)) => self.place(expr, Context::Value),
            Expr::Unary(it) => self.unary(it),
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
        if let Some(rest) = &it.rest {
            let context = match self.is_replaced(rest) {
                true => Context::Value,
                false => Context::FieldValue,
            };
            self.place(rest, context);
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
