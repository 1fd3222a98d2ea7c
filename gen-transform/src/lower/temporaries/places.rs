//! Places in front of an operand that is taken apart: what an element is in, where its index yields.

use super::{is_locked, is_made};
use crate::lower::builder::Builder;
use crate::lower::exprs::{Role, take};
use crate::resolve::TempKind;
use syn::{Expr, UnOp};

impl Builder<'_> {
    /// A place in front of an operand that is taken apart. It stays a place; what it is in, and the indices in it, are evaluated
    /// before that operand.
    ///
    /// Input: `made().rows[i()]` · Output: `made.rows[operand]`, behind `let made = made(); let operand = i();`
    pub fn place_in_front(&mut self, mut place: Expr, yields_later: bool) -> Expr {
        self.evaluated_in(&mut place, yields_later);
        place
    }

    fn evaluated_in(&mut self, place: &mut Expr, yields_later: bool) {
        match place {
            Expr::Paren(it) => self.evaluated_in(&mut it.expr, yields_later),
            Expr::Group(it) => self.evaluated_in(&mut it.expr, yields_later),
            Expr::Field(it) => self.evaluated_in(&mut it.base, yields_later),
            Expr::Index(it) => {
                self.evaluated_in(&mut it.expr, yields_later);
                let index = take(&mut it.index);
                *it.index = self.operand(index, Role::Value, yields_later, true);
            }
            Expr::Unary(it) if matches!(it.op, UnOp::Deref(_)) => {
                self.evaluated_in(&mut it.expr, yields_later);
            }
            Expr::Path(_) => {}
            guard if is_locked(guard) => self.lift(guard, TempKind::Guard),
            made if is_made(&self.locals, made) => self.lift(made, TempKind::Made),
            value => *value = self.operand(take(value), Role::Value, yields_later, true),
        }
    }
}
