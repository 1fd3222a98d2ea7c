//! Expressions with a yield in them.
//!
//! Two functions: [`lower_into`](Builder::lower_into) gives the value of an expression to a destination, following its
//! control flow; [`reduce`](Builder::reduce) emits all that has to happen first and returns what is left, a yield-free
//! expression.

use super::assertions::asserts_late;
use super::branches::is_logical;
use super::builder::{Builder, Dest};
use super::loops::is_loop;
use super::temporaries::{
    self, is_dereferenced_value, is_guard, is_locked, kept_receiver, owner, owner_mut,
};
use super::yields::value_span;
use crate::ir::Terminator;
use crate::resolve::TempKind;
use crate::syntax::{YieldKind, diverges, expr_yields, is_compound, yield_kind};
use syn::{Expr, UnOp};

impl Builder<'_> {
    /// Evaluates `expr` and gives its value to `dest`.
    pub fn lower_into(&mut self, expr: Expr, dest: Dest) {
        match expr {
            Expr::Return(it) => self.lower_return(it.expr.map(|value| *value)),
            Expr::Break(it) => self.lower_break(it),
            Expr::Continue(it) => self.lower_continue(&it),
            other if !self.splits(&other) && dest != Dest::Discard && diverges(&other) => {
                self.lower_diverging(other);
            }
            other if !self.splits(&other) => self.assign(dest, other),
            Expr::Paren(it) => self.lower_into(*it.expr, dest),
            Expr::Group(it) => self.lower_into(*it.expr, dest),
            Expr::Block(it) => match &it.label {
                Some(label) => self.lower_labelled_block(&label.name, it.block, dest),
                None => self.lower_block(it.block, dest),
            },
            Expr::Unsafe(it) => {
                let outer = std::mem::replace(&mut self.in_unsafe, true);
                self.lower_block(it.block, dest);
                self.in_unsafe = outer;
            }
            Expr::If(it) => self.lower_if(it, dest),
            Expr::Match(it) => self.lower_match(it, dest),
            Expr::Loop(it) => self.lower_loop(it, dest),
            Expr::Macro(it) if yield_kind(&it.mac) == Some(YieldKind::Yield) => {
                self.lower_yield(&it.mac, dest)
            }
            Expr::Macro(it) if yield_kind(&it.mac) == Some(YieldKind::From) => {
                self.lower_yield_from(&it.mac, dest)
            }
            Expr::Macro(it) if asserts_late(&it.mac) => self.lower_assertion(it, dest),
            other if is_logical(&other) => self.lower_logical(other, dest),
            other if is_unit(&other) => {
                self.lower_unit(other);
                self.assign_unit(dest);
            }
            other => {
                let value = self.reduce(other);
                if self.reachable() {
                    self.assign(dest, value);
                }
            }
        }
    }

    /// What never has a value is a statement: a variable for the value would have no type.
    ///
    /// Input: `let x = { log(); continue };` · Output: `{ log(); continue };`
    fn lower_diverging(&mut self, expr: Expr) {
        self.assign(Dest::Discard, expr);
        self.terminate(Terminator::Unreachable);
    }

    /// Control flow whose value is always `()`; see [`is_unit`].
    fn lower_unit(&mut self, expr: Expr) {
        match expr {
            Expr::While(it) => self.lower_while(it),
            Expr::ForLoop(it) => self.lower_for(it),
            Expr::Assign(it) => self.lower_assign(it),
            Expr::Binary(it) => self.lower_compound_assign(it),
            _ => {}
        }
    }

    /// Whether `expr` has to be taken apart: a yield stands in it, or a temporary that has to be kept, or a match that
    /// takes a part of a variable.
    pub fn splits(&self, expr: &Expr) -> bool {
        expr_yields(expr)
            || (self.keeps_temporaries && temporaries::has_liftable(&self.locals, expr))
            || self.long_lived.part_taken_in(expr)
    }

    /// The same for a condition: one whose branch yields keeps its temporaries.
    pub fn splits_head(&self, cond: &Expr) -> bool {
        match crate::syntax::unparen(cond) {
            Expr::Let(it) => {
                expr_yields(&it.expr) || temporaries::has_liftable(&self.locals, &it.expr)
            }
            Expr::Binary(it) if matches!(it.op, syn::BinOp::And(_)) => {
                self.splits_head(&it.left) || self.splits_head(&it.right)
            }
            other => expr_yields(other) || self.long_lived.part_taken_in(other),
        }
    }

    /// Reduces the head of a `match`, `for`, `if let` or `while let` whose body yields; its temporaries stay alive.
    pub fn head(&mut self, expr: Expr) -> Expr {
        let outer = std::mem::replace(&mut self.keeps_temporaries, true);
        let reduced = self.reduce(expr);
        self.keeps_temporaries = outer;
        reduced
    }

    /// Emits what has to happen before a yield-free rest of `expr` can be evaluated, and returns that rest.
    pub fn reduce(&mut self, mut expr: Expr) -> Expr {
        if !self.splits(&expr) {
            return expr;
        }
        match &mut expr {
            Expr::Paren(it) => self.reduce_in(&mut it.expr),
            Expr::Group(it) => self.reduce_in(&mut it.expr),
            branching if is_control_flow(branching) => self.lift(branching, TempKind::Value),
            Expr::Reference(it) if owner(it).is_some() => {
                let kind = owner(it).unwrap_or(TempKind::Temporary);
                self.lift(owner_mut(&mut it.expr), kind);
                self.reduce_operands(&mut expr);
            }
            Expr::Unary(it)
                if matches!(it.op, UnOp::Deref(_)) && is_dereferenced_value(&it.expr) =>
            {
                // What a function returns may be a reference: its type tells.
                let kind = match is_guard(&it.expr) {
                    true => TempKind::Guard,
                    false => TempKind::Base,
                };
                self.lift(&mut it.expr, kind);
            }
            Expr::Field(it) if is_locked(&it.base) => self.lift(&mut it.base, TempKind::Guard),
            Expr::Index(it) if is_locked(&it.expr) => {
                self.lift(&mut it.expr, TempKind::Guard);
                self.reduce_operands(&mut expr);
            }
            Expr::MethodCall(it)
                if self.keeps_temporaries && kept_receiver(&self.locals, it).is_some() =>
            {
                let kind = kept_receiver(&self.locals, it).unwrap_or(TempKind::Guard);
                self.lift(owner_mut(&mut it.receiver), kind);
                self.reduce_operands(&mut expr);
            }
            Expr::Macro(it) => self.reduce_macro(it),
            other => self.reduce_operands(other),
        }
        expr
    }

    fn reduce_in(&mut self, slot: &mut Expr) {
        *slot = self.reduce(take(slot));
    }

    /// Evaluates what is in `slot` into a new local, and leaves the mention of that.
    pub fn lift(&mut self, slot: &mut Expr, kind: TempKind) {
        *slot = match kind {
            // What it has borrowed itself lives as long as it does.
            TempKind::Temporary | TempKind::Base | TempKind::Guard | TempKind::Made => {
                self.kept_in_temp(take(slot), kind)
            }
            _ => self.value_in_temp(take(slot), kind),
        };
    }

    /// Evaluates `expr` into a new local and returns the mention that takes it from there.
    pub fn value_in_temp(&mut self, expr: Expr, kind: TempKind) -> Expr {
        let span = value_span(&expr);
        let temp = self.temp(kind, span);
        self.locals.get_mut(temp).init = Some(expr.clone());
        let keeps = self.keeps_temporaries && !is_control_flow(&expr);
        let splits = self.splits(&expr);
        let outer = std::mem::replace(&mut self.keeps_temporaries, keeps);
        match expr {
            // The temporaries of its head live to the end of the statement that it is an operand of.
            Expr::Match(it) if outer && splits => {
                self.lower_match_operand(it, Dest::Local(temp));
            }
            other => self.lower_into(other, Dest::Local(temp)),
        }
        self.completed(temp);
        self.keeps_temporaries = outer;
        self.locals.mention_expr(temp, span)
    }

    /// An operand before a yield: what it has borrowed for its evaluation lives to the end of the statement.
    pub fn kept_operand(&mut self, expr: Expr) -> Expr {
        self.kept_in_temp(expr, TempKind::Operand)
    }

    /// A field or an element that is copied out of what is made on the spot: that stays to the end of the statement.
    ///
    /// Input: `made(1).by` · Output: `value`, behind `let made = made(1); let value = made.by;`
    pub fn copied_part(&mut self, mut expr: Expr) -> Expr {
        let Some(root) = temporaries::made_with_part(&self.locals, &mut expr) else {
            return expr;
        };
        self.lift(root, TempKind::Made);
        self.kept_in_temp(expr, TempKind::Value)
    }

    pub fn kept_in_temp(&mut self, expr: Expr, kind: TempKind) -> Expr {
        let outer = std::mem::replace(&mut self.keeps_temporaries, true);
        let value = self.value_in_temp(expr, kind);
        self.keeps_temporaries = outer;
        value
    }
}

/// What keeps its meaning when it is evaluated later: constants, items, closures.
pub fn is_pure(expr: &Expr) -> bool {
    match crate::syntax::unparen(expr) {
        Expr::Lit(_) | Expr::Closure(_) | Expr::Const(_) => true,
        Expr::Path(it) => it
            .path
            .get_ident()
            .is_none_or(|ident| crate::resolve::decode(ident).is_none()),
        Expr::Unary(it) => matches!(*it.expr, Expr::Lit(_)),
        _ => false,
    }
}

/// Whether the expression is control flow, for which `lower_into` has a function of its own.
fn is_control_flow(expr: &Expr) -> bool {
    let yields =
        matches!(expr, Expr::Macro(it) if yield_kind(&it.mac).is_some() || asserts_late(&it.mac));
    let branches = matches!(
        expr,
        Expr::Block(_)
            | Expr::Unsafe(_)
            | Expr::If(_)
            | Expr::Match(_)
            | Expr::Return(_)
            | Expr::Break(_)
            | Expr::Continue(_)
    );
    yields || branches || is_unit(expr) || is_loop(expr) || is_logical(expr)
}

/// Whether the expression is control flow whose value is always `()`: an assignment, or a loop that only ends by itself.
fn is_unit(expr: &Expr) -> bool {
    match expr {
        Expr::While(_) | Expr::ForLoop(_) | Expr::Assign(_) => true,
        Expr::Binary(it) => is_compound(&it.op),
        _ => false,
    }
}

/// Takes the expression out of `slot`.
pub fn take(slot: &mut Expr) -> Expr {
    std::mem::replace(slot, Expr::Verbatim(Default::default()))
}
