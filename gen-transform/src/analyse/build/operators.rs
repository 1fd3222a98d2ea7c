//! Operators and assignments.

use super::super::flow::Context;
use super::Walk;
use syn::{BinOp, ExprAssign, ExprBinary};

impl Walk<'_> {
    /// `place = value`: the value comes first.
    pub fn assign(&mut self, it: &ExprAssign) {
        self.expr(&it.right);
        self.assignee(&it.left);
    }

    pub fn binary(&mut self, it: &ExprBinary) {
        match it.op {
            BinOp::And(_) | BinOp::Or(_) => {
                self.expr(&it.left);
                let (evaluated, skipped) = (Some(&*it.right), None);
                self.alternatives([evaluated, skipped], |this, right| {
                    right.into_iter().for_each(|right| this.expr(right))
                });
            }
            // Comparisons take their operands by reference.
            BinOp::Eq(_)
            | BinOp::Ne(_)
            | BinOp::Lt(_)
            | BinOp::Le(_)
            | BinOp::Gt(_)
            | BinOp::Ge(_) => {
                self.place(&it.left, Context::Place);
                self.place(&it.right, Context::Place);
            }
            BinOp::Add(_)
            | BinOp::Sub(_)
            | BinOp::Mul(_)
            | BinOp::Div(_)
            | BinOp::Rem(_)
            | BinOp::BitXor(_)
            | BinOp::BitAnd(_)
            | BinOp::BitOr(_)
            | BinOp::Shl(_)
            | BinOp::Shr(_) => {
                self.expr(&it.left);
                self.expr(&it.right);
            }
            _ => {
                self.expr(&it.right);
                self.place(&it.left, Context::Place);
            }
        }
    }
}
