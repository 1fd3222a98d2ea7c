//! Places in front of an operand that is taken apart: what an element is in, where its index yields.

use super::{has_index, is_locked, is_made};
use crate::analyse::types::is_mut_reference;
use crate::ir::Stmt;
use crate::lower::builder::Builder;
use crate::lower::exprs::take;
use crate::lower::operands::Role;
use crate::lower::rewrite::by_index::is_list;
use crate::lower::rewrite::remade::renamed;
use crate::resolve::{LocalId, TempKind, decode, direct_local, direct_mention};
use crate::syntax::unparen;
use quote::ToTokens;
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

    /// Whether an operand is the same after a later one has been evaluated: a variable that does not change and is used again, which
    /// is a copy or borrowed again, or the borrow of what a `&mut` refers to, which nobody else can get at meanwhile.
    ///
    /// Input: `n`, in front of another use; `&mut items[i()]`, of `items: &mut [N]`
    pub fn can_wait(&self, operand: &Expr) -> bool {
        match unparen(operand) {
            Expr::Reference(it) => self.is_behind_mut_reference(&it.expr),
            Expr::Path(_) => {
                let name = direct_mention(operand);
                let used_again = name.is_some_and(|name| self.long_lived.is_used_again(name));
                self.is_unchanging(operand, |local| {
                    used_again || is_mut_reference(&self.locals, local)
                })
            }
            _ => false,
        }
    }

    /// Whether an expression is a variable that is not assigned, and of which `holds`.
    fn is_unchanging(&self, expr: &Expr, holds: impl FnOnce(LocalId) -> bool) -> bool {
        direct_local(expr).is_some_and(|local| !self.locals.get(local).mutable && holds(local))
    }

    /// Whether a place is a part of what a `&mut` refers to, without code of the user's on the way to it.
    fn is_behind_mut_reference(&self, place: &Expr) -> bool {
        let is_reference = |local| is_mut_reference(&self.locals, local);
        match unparen(place) {
            Expr::Field(it) => {
                self.is_unchanging(&it.base, is_reference) || self.is_behind_mut_reference(&it.base)
            }
            Expr::Index(it) => {
                self.is_unchanging(&it.expr, |local| is_list(self.locals.get(local)))
            }
            Expr::Unary(it) if matches!(it.op, UnOp::Deref(_)) => {
                self.is_unchanging(&it.expr, is_reference)
            }
            _ => false,
        }
    }

    /// Such an operand in front of one that yields; the indices in it are evaluated before that, and the element is looked at, for
    /// there may be none.
    ///
    /// Input: `&mut items[i()]` · Output: the same, behind `let operand = i(); &items[operand];`
    pub fn waiting(&mut self, mut operand: Expr) -> Expr {
        if let Expr::Reference(it) = &mut operand {
            self.evaluated_in(&mut it.expr, true);
            if has_index(&it.expr) {
                self.looked_at(&it.expr);
            }
        }
        operand
    }

    fn looked_at(&mut self, place: &Expr) {
        let place = self.again(place);
        self.push(Stmt::Eval(syn::parse_quote!(&#place;)));
    }

    /// A place once more: its variables are mentioned anew.
    pub fn again(&mut self, place: &Expr) -> Expr {
        let locals = &mut self.locals;
        let place = renamed(place.to_token_stream(), &mut |ident| {
            Some(locals.mention(decode(ident)?.local, ident.span()))
        });
        syn::parse_quote!(#place)
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
