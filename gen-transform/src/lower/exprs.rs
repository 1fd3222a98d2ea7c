//! Expressions with a yield in them.
//!
//! Two functions: [`lower_into`](Builder::lower_into) gives the value of an expression to a destination, following its
//! control flow; [`reduce`](Builder::reduce) emits all that has to happen first and returns what is left, a yield-free
//! expression.

use super::branches::is_logical;
use super::builder::{Builder, Dest};
use super::loops::is_loop;
use super::temporaries::{
    self, is_dereferenced_value, is_guard, is_in_guard, is_locked, is_place, kept_receiver, owner,
    owner_mut,
};
use super::yields::value_span;
use crate::ir::Terminator;
use crate::resolve::TempKind;
use crate::syntax::{YieldKind, diverges, expr_yields, is_compound, yield_kind};
use syn::punctuated::Punctuated;
use syn::{Expr, Token, UnOp};

/// How an operand is used by the expression around it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// Its value.
    Value,
    /// The place it denotes, or a temporary for its value: operand of `&`, base of a field or index.
    Place,
    /// What a method is called on: by value or by reference, syntax cannot tell.
    Receiver,
    /// What is called.
    Callee,
}

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
        let outer = std::mem::replace(&mut self.keeps_temporaries, keeps);
        self.lower_into(expr, Dest::Local(temp));
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

    fn kept_in_temp(&mut self, expr: Expr, kind: TempKind) -> Expr {
        let outer = std::mem::replace(&mut self.keeps_temporaries, true);
        let value = self.value_in_temp(expr, kind);
        self.keeps_temporaries = outer;
        value
    }

    /// Reduces the operands of `expr` in evaluation order: up to the last one that has to be taken apart, each becomes
    /// a value that is kept.
    ///
    /// Input: `f(a(), { yield_!(1); b() }, c())` · Output: `let operand = a(); .. let value = b(); f(operand, value, c())`
    fn reduce_operands(&mut self, expr: &mut Expr) {
        let Some(last) = operands(expr)
            .iter()
            .rposition(|(operand, role)| self.is_split(operand, *role))
        else {
            return;
        };
        let yields_from: Vec<bool> = operands(expr)
            .iter()
            .map(|(operand, _)| expr_yields(operand))
            .collect();
        let early = self.evaluated_early(expr);
        let mut lent = Vec::new();
        for index in 0..=last {
            let yields_later = yields_from[index + 1..].contains(&true);
            let Some((slot, role)) = operands(expr).into_iter().nth(index) else {
                return;
            };
            let operand = take(slot);
            let reduced = match early {
                Some(_) if index == 0 => self.value_in_temp(operand, TempKind::Operand),
                _ => {
                    if yields_later && !self.splits(&operand) {
                        lent.push((operand.clone(), role, self.point()));
                    }
                    self.operand(operand, role, yields_later, index < last)
                }
            };
            if let Some((slot, _)) = operands(expr).into_iter().nth(index) {
                *slot = reduced;
            }
            if !self.reachable() {
                return;
            }
        }
        for (operand, role, point) in lent {
            if self.may_have_yielded_since(point) {
                self.borrowed_across(&operand, role);
            }
        }
        if let Some(kind) = early
            && let Some((slot, _)) = operands(expr).into_iter().next()
        {
            *slot = self.unchanging(take(slot), kind);
        }
    }

    fn is_split(&self, operand: &Expr, role: Role) -> bool {
        let copies = role == Role::Value && self.keeps_temporaries;
        self.splits(operand) || (copies && temporaries::is_part_of_made(&self.locals, operand))
    }

    pub fn operand(&mut self, expr: Expr, role: Role, yields_later: bool, kept: bool) -> Expr {
        let expr = match role {
            Role::Value if yields_later && self.can_wait(&expr) => return self.waiting(expr),
            Role::Value => self.copied_part(expr),
            Role::Place if kept => return self.place_in_front(expr, yields_later),
            Role::Place | Role::Receiver | Role::Callee => expr,
        };
        if self.splits(&expr) {
            return match (role, &expr) {
                (Role::Place | Role::Receiver, other) if is_place(other) || is_in_guard(other) => {
                    self.reduce(expr)
                }
                (Role::Place | Role::Receiver, other) if is_part(other) => {
                    self.place_in_front(expr, yields_later)
                }
                (Role::Value, Expr::Reference(_)) | (_, Expr::Lit(_)) => self.reduce(expr),
                (Role::Place, made) if temporaries::is_made(&self.locals, made) => {
                    self.kept_in_temp(expr, TempKind::Made)
                }
                (Role::Value, _) if !kept => self.reduce(expr),
                _ if temporaries::has_liftable(&self.locals, &expr) => self.kept_operand(expr),
                _ => self.value_in_temp(expr, TempKind::Operand),
            };
        }
        if !kept || is_pure(&expr) {
            return expr;
        }
        if temporaries::has_liftable(&self.locals, &expr) {
            return self.kept_operand(expr);
        }
        match role {
            Role::Place | Role::Receiver | Role::Callee if is_place(&expr) => expr,
            _ if matches!(&expr, Expr::Reference(it) if is_place(&it.expr) && !yields_later) => {
                expr
            }
            _ => self.value_in_temp(expr, TempKind::Operand),
        }
    }
}

/// Whether an expression denotes a part of something: that has to stay a place, for what it is in may be behind a reference.
///
/// Input: `made().added(1).items[0]`
fn is_part(expr: &Expr) -> bool {
    match crate::syntax::unparen(expr) {
        Expr::Field(_) | Expr::Index(_) => true,
        Expr::Unary(it) => matches!(it.op, UnOp::Deref(_)),
        _ => false,
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
    let yields = matches!(expr, Expr::Macro(it) if yield_kind(&it.mac).is_some());
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

/// The operands of an expression in evaluation order.
pub fn operands(expr: &mut Expr) -> Vec<(&mut Expr, Role)> {
    use Role::{Callee, Place, Receiver, Value};
    match expr {
        Expr::Array(it) => values(&mut it.elems).collect(),
        Expr::Tuple(it) => values(&mut it.elems).collect(),
        Expr::Binary(it) => vec![(&mut *it.left, Value), (&mut *it.right, Value)],
        Expr::Call(it) => behind(&mut it.func, Callee, &mut it.args),
        Expr::MethodCall(it) => behind(&mut it.receiver, Receiver, &mut it.args),
        Expr::Cast(it) => vec![(&mut *it.expr, Value)],
        Expr::Field(it) => vec![(&mut *it.base, Place)],
        Expr::Index(it) => vec![(&mut *it.expr, Place), (&mut *it.index, Value)],
        Expr::Paren(it) => vec![(&mut *it.expr, Value)],
        Expr::Group(it) => vec![(&mut *it.expr, Value)],
        Expr::Range(it) => {
            let bounds = it.start.iter_mut().chain(it.end.iter_mut());
            bounds.map(|bound| (&mut **bound, Value)).collect()
        }
        Expr::Reference(it) => vec![(&mut *it.expr, Place)],
        Expr::Repeat(it) => vec![(&mut *it.expr, Value)],
        Expr::Struct(it) => {
            let fields = it.fields.iter_mut().map(|field| (&mut field.expr, Value));
            let rest = it.rest.iter_mut().map(|rest| (&mut **rest, Place));
            fields.chain(rest).collect()
        }
        Expr::Try(it) => vec![(&mut *it.expr, Value)],
        Expr::Unary(it) => vec![(&mut *it.expr, Value)],
        Expr::Let(it) => vec![(&mut *it.expr, Place)],
        _ => Vec::new(),
    }
}

type Exprs = Punctuated<Expr, Token![,]>;

fn values(exprs: &mut Exprs) -> impl Iterator<Item = (&mut Expr, Role)> {
    exprs.iter_mut().map(|expr| (expr, Role::Value))
}

/// `first`, and the arguments behind it.
fn behind<'e>(first: &'e mut Expr, role: Role, args: &'e mut Exprs) -> Vec<(&'e mut Expr, Role)> {
    std::iter::once((first, role)).chain(values(args)).collect()
}
