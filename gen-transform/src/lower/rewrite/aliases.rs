//! Names for a borrow of what a `&mut` refers to, where that is used again behind them.
//!
//! The frame cannot hold both references. But such a name stands for one and the same place as long as it is in use, so it is
//! borrowed anew where the name is mentioned. (Whether it may be borrowed that long is checked in the plain body.)

use super::again::Again;
use super::by_index::is_list;
use crate::analyse::types::is_mut_reference;
use crate::lower::builder::Builder;
use crate::lower::temporaries::has_index;
use crate::methods::is_consuming;
use crate::resolve::{LocalId, Locals, decode, direct_local, is_plain_binding};
use crate::syntax::{stmt_yields, unparen};
use std::collections::BTreeSet;
use syn::spanned::Spanned;
use syn::visit::Visit;
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, ExprReference, Local, Macro, Stmt, UnOp};

/// Takes such names out of `body`.
///
/// Input: `let r = &mut *x; yield_!(*r); r.push(1);` · Output: `yield_!(*x); (&mut *x).push(1);`
pub fn take_out(builder: &mut Builder<'_>, body: &mut Block) {
    let locals = &builder.locals;
    if locals.ids().any(|local| is_mut_reference(locals, local)) {
        let repeated = Again::of(body).repeated();
        Aliases { builder, repeated }.visit_block_mut(body);
    }
}

struct Aliases<'a, 'b> {
    builder: &'a mut Builder<'b>,
    repeated: BTreeSet<LocalId>,
}

impl Aliases<'_, '_> {
    /// The name and the borrow of a declaration, if it is one of these for the statements behind it.
    fn alias(&self, local: &Local, behind: &[Stmt]) -> Option<(LocalId, ExprReference)> {
        let name = is_plain_binding(&local.pat)?;
        let init = local.init.as_ref().filter(|init| init.diverge.is_none())?;
        let Expr::Reference(borrow) = unparen(&init.expr) else {
            return None;
        };
        let locals = &self.builder.locals;
        let root = root(&borrow.expr, locals)?;
        let decl = locals.get(name);
        let is_name = !decl.mutable && decl.ty.is_none() && self.repeated.contains(&root);
        let found = is_name && behind.iter().any(stmt_yields) && !in_macros(name, behind);
        found.then(|| (name, borrow.clone()))
    }
}

impl VisitMut for Aliases<'_, '_> {
    fn visit_block_mut(&mut self, block: &mut Block) {
        let mut index = 0;
        while index < block.stmts.len() {
            let (stmt, behind) = block.stmts[index..]
                .split_first()
                .expect("BUG: the index is that of a statement");
            let alias = match stmt {
                Stmt::Local(local) => self.alias(local, behind),
                _ => None,
            };
            let Some((name, borrow)) = alias else {
                index += 1;
                continue;
            };
            if has_index(&borrow.expr) {
                // There may be no such element.
                let place = &borrow.expr;
                block.stmts[index] = syn::parse_quote!(&#place;);
                index += 1;
            } else {
                block.stmts.remove(index);
            }
            let mut replace = Replace {
                builder: self.builder,
                name,
                borrow,
                in_closure: false,
            };
            let behind = &mut block.stmts[index..];
            behind
                .iter_mut()
                .for_each(|stmt| replace.visit_stmt_mut(stmt));
        }
        visit_mut::visit_block_mut(self, block);
    }
    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
    fn visit_expr_closure_mut(&mut self, _: &mut syn::ExprClosure) {}
}

/// The `&mut` that a place is reached through: `*x`, `x.field`, `(*x).field.other`; of a list, `x[0]`.
fn root(place: &Expr, locals: &Locals) -> Option<LocalId> {
    let base = match unparen(place) {
        Expr::Unary(it) if matches!(it.op, UnOp::Deref(_)) => return reference(&it.expr, locals),
        Expr::Field(it) => &it.base,
        Expr::Index(it) if is_fixed(&it.index, locals) => {
            return direct_local(&it.expr).filter(|list| is_list(locals.get(*list)));
        }
        _ => return None,
    };
    reference(base, locals).or_else(|| root(base, locals))
}

/// Whether an index is a number that nothing changes.
fn is_fixed(index: &Expr, locals: &Locals) -> bool {
    match unparen(index) {
        Expr::Lit(it) => matches!(it.lit, syn::Lit::Int(_)),
        variable => direct_local(variable).is_some_and(|local| {
            let decl = locals.get(local);
            decl.ty == Some(syn::parse_quote!(usize)) && !decl.mutable
        }),
    }
}

fn reference(expr: &Expr, locals: &Locals) -> Option<LocalId> {
    direct_local(expr).filter(|local| is_mut_reference(locals, *local))
}

/// Whether `name` is mentioned in the arguments of a macro of which nothing is known.
pub fn in_macros(name: LocalId, stmts: &[Stmt]) -> bool {
    struct Find(LocalId, bool);
    impl Visit<'_> for Find {
        fn visit_macro(&mut self, mac: &Macro) {
            if !crate::syntax::each_macro_arg(mac, &mut |expr| self.visit_expr(expr)) {
                crate::resolve::visit_idents(mac.tokens.clone(), &mut |ident| {
                    self.1 |= decode(ident).is_some_and(|found| found.local == self.0);
                });
            }
        }
    }
    let mut find = Find(name, false);
    stmts.iter().for_each(|stmt| find.visit_stmt(stmt));
    find.1
}

struct Replace<'a, 'b> {
    builder: &'a mut Builder<'b>,
    name: LocalId,
    borrow: ExprReference,
    /// Whether the code stands in a closure, which must not change what it only looks at.
    in_closure: bool,
}

impl Replace<'_, '_> {
    fn is_name(&self, expr: &Expr) -> bool {
        direct_local(expr) == Some(self.name)
    }

    /// What is projected out of the name, or called on it, is so of the place.
    fn base(&mut self, base: &mut Expr) {
        if self.is_name(base) {
            let place = self.anew().expr;
            *base = syn::parse_quote_spanned!(base.span()=> (#place));
        } else {
            self.visit_expr_mut(base);
        }
    }

    /// The borrow, with mentions of its own.
    fn anew(&mut self) -> ExprReference {
        let mut borrow = self.borrow.clone();
        Renew(self.builder).visit_expr_mut(&mut borrow.expr);
        borrow
    }
}

impl VisitMut for Replace<'_, '_> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        match expr {
            Expr::Unary(it) if matches!(it.op, UnOp::Deref(_)) && self.is_name(&it.expr) => {
                let place = self.anew().expr;
                *expr = syn::parse_quote_spanned!(it.span()=> (#place));
            }
            Expr::Field(it) => self.base(&mut it.base),
            Expr::Index(it) => {
                self.base(&mut it.expr);
                self.visit_expr_mut(&mut it.index);
            }
            Expr::MethodCall(it) if self.in_closure && !is_consuming(&it.method.to_string()) => {
                self.base(&mut it.receiver);
                it.args.iter_mut().for_each(|arg| self.visit_expr_mut(arg));
            }
            Expr::Closure(it) => {
                let outer = std::mem::replace(&mut self.in_closure, true);
                self.visit_expr_mut(&mut it.body);
                self.in_closure = outer;
            }
            name if self.is_name(name) => {
                let borrow = self.anew();
                *name = syn::parse_quote_spanned!(name.span()=> (#borrow));
            }
            other => visit_mut::visit_expr_mut(self, other),
        }
    }
    fn visit_macro_mut(&mut self, mac: &mut Macro) {
        crate::syntax::visit_macro_args(mac, &mut |expr| self.visit_expr_mut(expr));
    }
    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}

/// Numbers the mentions in a copy of an expression.
pub struct Renew<'a, 'b>(pub &'a mut Builder<'b>);

impl VisitMut for Renew<'_, '_> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        match direct_local(expr) {
            Some(local) => *expr = self.0.locals.mention_expr(local, expr.span()),
            None => visit_mut::visit_expr_mut(self, expr),
        }
    }
}
