//! What borrows and iterators are reached through, where they can be made again.

use crate::analyse::types::is_mut_reference;
use crate::analyse::{is_item_by_number, moved};
use crate::methods;
use crate::resolve::{LocalId, Locals, Name, direct_local, direct_mention};
use crate::syntax::{is_compound, unparen};
use std::collections::BTreeSet;
use syn::{Expr, ExprCall, ExprMethodCall, UnOp};

/// What a place is reached through.
pub enum Root {
    /// A `&mut`.
    Local(Name),
    /// A `&mut` that a closure captures, by its last mention there.
    Captured(Name),
    /// A name that is bound anew.
    Rebound,
    /// Two places that one iterator goes over, or that are borrowed together.
    Both(Box<Root>, Box<Root>),
}

impl Root {
    /// Whether it is reached through a name that is bound anew.
    pub fn is_rebound(&self) -> bool {
        match self {
            Root::Rebound => true,
            Root::Both(one, other) => one.is_rebound() || other.is_rebound(),
            Root::Local(_) | Root::Captured(_) => false,
        }
    }
}

/// The variables that something may be reached through.
#[derive(Clone, Copy)]
pub struct Roots<'a> {
    pub locals: &'a Locals,
    /// The names that are bound anew.
    pub rebound: &'a BTreeSet<LocalId>,
    /// The variables of patterns that are `&mut`.
    pub exclusive: &'a BTreeSet<LocalId>,
}

/// What makes an iterator over a list, and what adapts one, that can be made anew for each item.
const STARTS: [&str; 7] = [
    "iter",
    "iter_mut",
    "chunks",
    "chunks_mut",
    "chunks_exact",
    "chunks_exact_mut",
    "windows",
];
const ADAPTS: [&str; 7] = [
    "enumerate",
    "rev",
    "skip",
    "take",
    "step_by",
    "copied",
    "zip",
];

impl Roots<'_> {
    /// Of a place: `x`, `*x`, `x.field`, `(*x).field[0]`.
    pub fn of_place(self, place: &Expr) -> Option<Root> {
        match unparen(place) {
            Expr::Unary(it) if matches!(it.op, UnOp::Deref(_)) => self.of_place(&it.expr),
            Expr::Field(it) => self.of_place(&it.base),
            Expr::Index(it) if self.is_fixed(&it.index) => self.of_place(&it.expr),
            variable => {
                let name = direct_mention(variable)?;
                if self.rebound.contains(&name.local) {
                    return Some(Root::Rebound);
                }
                self.is_by_mut(name.local).then_some(Root::Local(name))
            }
        }
    }

    /// Of a borrow: `&mut x.o`, `x.list.get_mut(0)`, an item of a list by its number; or of several, `(&mut x.a, &mut x.b)`.
    pub fn of_borrow(self, expr: &Expr) -> Option<Root> {
        match unparen(expr) {
            Expr::Tuple(it) => {
                let mut roots = it.elems.iter().map(|elem| self.of_borrow(elem));
                let first = roots.next()?;
                roots.fold(first, |all, root| {
                    Some(Root::Both(all?.into(), root?.into()))
                })
            }
            Expr::Reference(it) => self.of_place(&it.expr),
            Expr::MethodCall(it) if it.method == "entry" => None,
            Expr::Call(it) => self.of_item(it),
            Expr::MethodCall(it) => self.of_view(it),
            _ => None,
        }
    }

    /// Of an item of a list, as the lowering writes it: `::gen_core::__private::nth(x.list.iter(), index)`.
    fn of_item(self, call: &ExprCall) -> Option<Root> {
        is_item_by_number(call).then(|| self.of_iterator(call.args.first()?))?
    }

    /// Of a call that borrows from a place and does nothing else that could be noticed again: `x.o.as_mut().unwrap()`.
    fn of_view(self, call: &ExprMethodCall) -> Option<Root> {
        let method = call.method.to_string();
        let borrows = methods::borrows_again(&method) || method == "entry";
        let same = call.args.iter().all(|arg| self.is_fixed(arg));
        let Expr::MethodCall(inner) = unparen(&call.receiver) else {
            let borrows = borrows && same;
            return borrows.then(|| self.of_place(&call.receiver))?;
        };
        let of_entry = ["or_insert", "or_insert_with", "or_default"].contains(&method.as_str());
        let known = match inner.method == "entry" {
            true => of_entry,
            false => borrows || ["unwrap", "expect"].contains(&method.as_str()),
        };
        (known && same).then(|| self.of_view(inner))?
    }

    /// Of an iterator over a list: `x.list.iter_mut().enumerate()`, `&mut x.list`, `(&mut x.list).into_iter()`.
    pub fn of_iterator(self, iterator: &Expr) -> Option<Root> {
        match unparen(iterator) {
            Expr::MethodCall(it) => self.of_step(it),
            name @ Expr::Path(_) => {
                let root = self.of_place(name);
                root.filter(|root| matches!(root, Root::Rebound))
            }
            other => self.of_borrow(other),
        }
    }

    /// Of a call that makes an iterator over a list, or adapts one.
    fn of_step(self, it: &ExprMethodCall) -> Option<Root> {
        let method = it.method.to_string();
        let is = |names: &[&str]| names.contains(&method.as_str());
        let list = match unparen(&it.receiver) {
            borrow @ Expr::Reference(_) if is(&["into_iter"]) => self.of_borrow(borrow)?,
            place if is(&STARTS) => self.of_place(place).or_else(|| self.of_borrow(place))?,
            inner @ Expr::MethodCall(_) if is(&ADAPTS) => self.of_iterator(inner)?,
            _ => return None,
        };
        if it.args.iter().all(|arg| self.is_fixed(arg)) {
            return Some(list);
        }
        let other = is(&["zip"]).then(|| self.of_iterator(it.args.first()?))??;
        Some(Root::Both(list.into(), other.into()))
    }

    /// Whether an argument is the same each time it is evaluated, and is still there.
    fn is_fixed(self, expr: &Expr) -> bool {
        match unparen(expr) {
            Expr::Lit(_) => true,
            Expr::Path(_) => direct_local(expr).is_none_or(|local| {
                self.is_unchanged(local) && !moved::is_moved(self.locals, local)
            }),
            Expr::Reference(it) if it.mutability.is_none() => match direct_local(&it.expr) {
                Some(local) => self.is_unchanged(local),
                None => self.is_fixed(&it.expr),
            },
            Expr::Unary(it) if matches!(it.op, UnOp::Deref(_)) => self.is_fixed_part(&it.expr),
            Expr::Unary(it) => self.is_fixed(&it.expr),
            Expr::Field(it) => self.is_fixed_part(&it.base),
            Expr::Binary(it) if !is_compound(&it.op) => {
                self.is_fixed(&it.left) && self.is_fixed(&it.right)
            }
            Expr::Array(it) => it.elems.iter().all(|elem| self.is_fixed(elem)),
            Expr::Range(it) => {
                let mut ends = it.start.iter().chain(&it.end);
                ends.all(|end| self.is_fixed(end))
            }
            _ => false,
        }
    }

    /// Whether nothing is known that could change a variable.
    pub fn is_unchanged(self, local: LocalId) -> bool {
        !self.locals.get(local).mutable && !self.is_by_mut(local)
    }

    pub fn is_by_mut(self, local: LocalId) -> bool {
        is_mut_reference(self.locals, local) || self.exclusive.contains(&local)
    }

    /// Whether the parts of a place cannot change, either: what a variable of unknown type refers to may.
    fn is_fixed_part(self, place: &Expr) -> bool {
        match unparen(place) {
            Expr::Field(it) => self.is_fixed_part(&it.base),
            Expr::Unary(it) if matches!(it.op, UnOp::Deref(_)) => self.is_fixed_part(&it.expr),
            variable => direct_local(variable).is_some_and(|local| {
                let decl = self.locals.get(local);
                self.is_unchanged(local) && (decl.ty.is_some() || decl.shared)
            }),
        }
    }
}
