//! Operators and assignments.

use super::super::flow::Context;
use super::Walk;
use crate::syntax::{is_comparison, is_compound, is_lazy, unparen};
use syn::{Expr, ExprAssign, ExprBinary, UnOp};

impl Walk<'_> {
    /// `place = value`: the value comes first.
    pub fn assign(&mut self, it: &ExprAssign) {
        self.expr(&it.right);
        self.assignee(&it.left);
    }

    pub fn binary(&mut self, it: &ExprBinary) {
        if is_lazy(&it.op) {
            self.expr(&it.left);
            let (evaluated, skipped) = (Some(&*it.right), None);
            self.alternatives([evaluated, skipped], |this, right| {
                right.into_iter().for_each(|right| this.expr(right))
            });
        } else if is_comparison(&it.op) {
            self.place(&it.left, Context::Place);
            self.place(&it.right, Context::Place);
        } else if is_compound(&it.op) {
            self.expr(&it.right);
            self.place(&it.left, Context::Place);
        } else {
            self.operand(&it.left);
            self.operand(&it.right);
        }
    }

    /// An operand of arithmetic or the like: a field is a number, and what a reference refers to.
    pub fn operand(&mut self, expr: &Expr) {
        match unparen(expr) {
            field @ Expr::Field(_) => self.place(field, Context::FieldValue),
            Expr::Unary(it) if matches!(it.op, UnOp::Deref(_)) => {
                self.place(&it.expr, Context::Place)
            }
            other => self.expr(other),
        }
    }
}
