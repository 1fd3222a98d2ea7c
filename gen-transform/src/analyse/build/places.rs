//! Places: what is borrowed, projected out of or assigned to.

use super::Walk;
use crate::analyse::flow::Context;
use crate::analyse::method_calls::{has_lent_items, is_looked_at};
use crate::analyse::types;
use crate::resolve::{LocalId, Name, TempKind, direct_local, direct_mention};
use crate::syntax::unparen;
use quote::ToTokens;
use syn::{Expr, ExprField, ExprUnary, UnOp};

impl Walk<'_> {
    /// The place that `expr` denotes, or the temporary for its value.
    pub fn place(&mut self, expr: &Expr, context: Context) {
        match unparen(expr) {
            path @ Expr::Path(_) if self.is_base(path) => self.lent(path),
            path @ Expr::Path(_) => self.mention(path, context),
            Expr::Field(it) => {
                self.note_field(it, false);
                self.place(&it.base, projected(context));
            }
            Expr::Index(it) => {
                self.place(&it.expr, Context::Place);
                self.for_longer(|this| this.expr(&it.index));
            }
            // What is read at once is read in place, whatever the value refers to it by.
            Expr::Unary(it)
                if is_deref(it) && context == Context::Value && self.is_base(&it.expr) =>
            {
                self.mention(&it.expr, Context::Place);
            }
            Expr::Unary(it) if is_deref(it) => {
                let context = self.deref_context(&it.expr, context);
                self.place(&it.expr, context);
            }
            other => self.for_longer(|this| this.expr(other)),
        }
    }

    /// A place that is read or written at once: a borrow of it ends there.
    pub fn place_at_once(&mut self, expr: &Expr, context: Context) {
        let outer = std::mem::replace(&mut self.at_once, true);
        self.place(expr, context);
        self.at_once = outer;
    }

    /// Walks what is more than a place that is read or written at once.
    fn for_longer(&mut self, within: impl FnOnce(&mut Self)) {
        let outer = std::mem::replace(&mut self.at_once, false);
        within(self);
        self.at_once = outer;
    }

    /// Whether a value without a name has a borrowed field or element.
    fn is_base(&self, path: &Expr) -> bool {
        direct_local(path).is_some_and(|local| self.is_temp(local, TempKind::Base))
    }

    /// Such a value, of which syntax does not show whether it is a reference.
    fn lent(&mut self, base: &Expr) {
        let outer = std::mem::replace(&mut self.lends, true);
        self.mention(base, Context::Receiver { consuming: false });
        self.lends = outer;
    }

    /// What `*base` in this context does to `base`: out of a `Box` it moves, unless it copies. So it is used in place
    /// where the box is used again, or from within a closure, which may be called twice.
    fn deref_context(&self, base: &Expr, context: Context) -> Context {
        let (by_value, partial, opens) = match context {
            Context::Value | Context::Receiver { consuming: true } => (true, false, false),
            Context::Scrutinee {
                binds,
                partial,
                opens,
            } => (binds, partial, opens),
            _ => (false, false, false),
        };
        let Some(local) = direct_local(base).filter(|_| by_value && self.closures == 0) else {
            return Context::Place;
        };
        let is_box = types::is_box(self.body.locals.get(local));
        if is_box && !opens {
            Context::Unboxed
        } else if is_box || (self.may_be_box(local) && !partial) {
            Context::DerefMove { opens }
        } else {
            Context::Place
        }
    }

    /// Whether nothing is known of a local that excludes a `Box`.
    fn may_be_box(&self, local: LocalId) -> bool {
        let locals = &self.body.locals;
        let decl = locals.get(local);
        let lends = |head| matches!(unparen(head), Expr::Reference(_)) || has_lent_items(head);
        let is_reference = match &decl.item_of {
            Some(head) => lends(head),
            None => decl.init.as_ref().is_some_and(is_looked_at),
        };
        decl.ty.is_none() && !is_reference && !types::is_mut_reference(locals, local)
    }

    /// Whether the value at hand is the iterator of a loop, or one that a variable or the body of its statement keeps.
    pub fn is_kept_view(&self) -> bool {
        self.makes_iterator || self.in_let || self.in_head
    }

    /// What a `&mut` of a part is made of: if it is a reference itself, it is handed on.
    ///
    /// Input: `list[1..]`, `node.items`
    pub fn viewed(&mut self, expr: &Expr) {
        let base = match unparen(expr) {
            Expr::Field(it) => &it.base,
            Expr::Index(it) => &it.expr,
            _ => return self.place(expr, Context::Place),
        };
        let is_owned = |local| self.is_temp(local, TempKind::Temporary);
        let may_be_reference = direct_local(base).is_some_and(|local| !is_owned(local));
        if !may_be_reference {
            return self.place(expr, Context::Place);
        }
        let outer = std::mem::replace(&mut self.lends, true);
        self.mention(base, Context::Receiver { consuming: false });
        self.lends = outer;
        match unparen(expr) {
            Expr::Field(it) => self.note_field(it, false),
            Expr::Index(it) => self.expr(&it.index),
            _ => {}
        }
    }

    /// What is assigned to: a variable as a whole, the places in a destructuring, or a place.
    pub fn assignee(&mut self, place: &Expr) {
        match unparen(place) {
            path @ Expr::Path(_) => self.mention(path, Context::Assign),
            Expr::Tuple(it) => it.elems.iter().for_each(|elem| self.assignee(elem)),
            Expr::Array(it) => it.elems.iter().for_each(|elem| self.assignee(elem)),
            Expr::Call(it) => it.args.iter().for_each(|elem| self.assignee(elem)),
            Expr::Struct(it) => it
                .fields
                .iter()
                .for_each(|field| self.assignee(&field.expr)),
            other => {
                self.place_at_once(other, Context::Place);
                if let Expr::Field(it) = other {
                    self.note_field(it, true);
                }
            }
        }
    }

    /// Notes that what stands around a field may move it.
    pub fn note_opened_field(&mut self, place: &Expr) {
        if let Expr::Field(it) = unparen(place) {
            let mention = path_of(it).and_then(|(name, _)| name.mention);
            self.flow.opened_fields.extend(mention);
        }
    }

    /// Notes which field of a local is meant. Of a field of a field, the outer one comes first.
    fn note_field(&mut self, it: &ExprField, assigned: bool) {
        let Some((name, path)) = path_of(it) else {
            return;
        };
        let Some(mention) = name.mention else { return };
        if assigned {
            self.flow.fields.insert(mention, (path, true));
        } else {
            self.flow.fields.entry(mention).or_insert((path, false));
        }
    }
}

/// The mention of a local whose field, or field of a field, this is, and the way from it.
///
/// Input: `p.inner.name` · Output: that of `p`, `inner`, `name`
pub fn path_of(it: &ExprField) -> Option<(Name, Vec<String>)> {
    let (name, mut path) = match unparen(&it.base) {
        Expr::Field(base) => path_of(base)?,
        base => (direct_mention(base)?, Vec::new()),
    };
    path.push(it.member.to_token_stream().to_string());
    Some((name, path))
}

/// The context of the base of a field in this context.
fn projected(context: Context) -> Context {
    match context {
        Context::Value | Context::FieldMove | Context::Receiver { consuming: true } => {
            Context::FieldMove
        }
        Context::FieldValue | Context::MoveCapture => Context::FieldValue,
        Context::Scrutinee { binds: true, .. } => Context::FieldValue,
        Context::Receiver { .. } | Context::Callee { .. } => Context::FieldValue,
        Context::Place
        | Context::Unboxed
        | Context::Update
        | Context::DerefMove { .. }
        | Context::Scrutinee { .. }
        | Context::Assign
        | Context::Token
        | Context::Look(_)
        | Context::Defined => Context::Place,
    }
}

fn is_deref(it: &ExprUnary) -> bool {
    matches!(it.op, UnOp::Deref(_))
}
