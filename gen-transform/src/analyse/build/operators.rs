//! Operators and assignments.

use super::Walk;
use super::places::path_of;
use crate::analyse::flow::Context;
use crate::resolve::{LocalId, MentionId, direct_local, direct_mention};
use crate::syntax::{is_comparison, is_compound, is_lazy, unparen};
use syn::{BinOp, Expr, ExprAssign, ExprBinary, ExprUnary, Lit, UnOp};

impl Walk<'_> {
    /// `place = value`: the value comes first.
    pub fn assign(&mut self, it: &ExprAssign) {
        let outer = std::mem::replace(&mut self.replaced, replaced(it));
        let receiver = first_receiver(&it.right);
        if names_field(receiver).is_some() && names_field(receiver) == names_field(&it.left) {
            self.note_opened_field(receiver);
        }
        self.expr(&it.right);
        self.replaced = outer;
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
            self.place_at_once(&it.left, Context::Place);
            self.place_at_once(&it.right, Context::Place);
        } else if is_compound(&it.op) {
            self.expr(&it.right);
            self.place_at_once(&it.left, Context::Place);
        } else if is_concatenation(it) {
            // `+ &text` is coerced to `&str` where the left side is known to be a `String`.
            self.asked(|this| this.expr(&it.left));
            self.expr(&it.right);
        } else {
            self.operand(&it.left);
            self.operand(&it.right);
        }
    }

    /// `-value`, `!value`: what that is depends on the type of the value.
    pub fn unary(&mut self, it: &ExprUnary) {
        self.asked(|this| this.expr(&it.expr));
    }

    /// Walks what an operator or a method is looked up for.
    pub fn asked(&mut self, within: impl FnOnce(&mut Self)) {
        let outer = std::mem::replace(&mut self.asked, true);
        within(self);
        self.asked = outer;
    }

    /// An operand of arithmetic or the like: a field is a number, and what a reference refers to.
    pub fn operand(&mut self, expr: &Expr) {
        match unparen(expr) {
            field @ Expr::Field(_) => self.place_at_once(field, Context::FieldValue),
            Expr::Unary(it) if matches!(it.op, UnOp::Deref(_)) => {
                self.place_at_once(&it.expr, Context::Place)
            }
            other => self.expr(other),
        }
    }
}

/// Whether a `+` makes one string of two, as far as syntax shows: the left one is moved into it.
///
/// Input: `person.name + "!"`
fn is_concatenation(it: &ExprBinary) -> bool {
    let right = unparen(&it.right);
    let is_text = matches!(right, Expr::Lit(it) if matches!(it.lit, Lit::Str(_)));
    matches!(it.op, BinOp::Add(_)) && (is_text || matches!(right, Expr::Reference(_)))
}

/// The mention of a variable that is replaced by what a method of it returns, or by a struct that has the rest of its fields
/// from it: whether that takes it by value or not, the old value is there no more.
///
/// Input: `builder = builder.part(x).other(y)`, `state = State { turn, ..state }`: the second `builder` and `state`
fn replaced(it: &ExprAssign) -> Option<MentionId> {
    let target = direct_local(&it.left)?;
    let mut value = first_receiver(&it.right);
    if let Expr::Struct(literal) = value {
        value = literal.rest.as_deref()?;
    }
    let root = direct_mention(value).filter(|root| root.local == target)?;
    root.mention
}

/// What the first of a chain of methods is called on.
fn first_receiver(value: &Expr) -> &Expr {
    match unparen(value) {
        Expr::MethodCall(call) => first_receiver(&call.receiver),
        other => other,
    }
}

/// The variable and the way to its field, if this is one.
fn names_field(place: &Expr) -> Option<(LocalId, Vec<String>)> {
    let Expr::Field(it) = unparen(place) else {
        return None;
    };
    let (mention, path) = path_of(it)?;
    Some((mention.local, path))
}
