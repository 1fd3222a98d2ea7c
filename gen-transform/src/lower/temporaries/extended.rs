//! Temporaries that live as long as what a `let` declares: they become locals beside it.
//!
//! Which ones do is a matter of syntax (the reference's "temporary lifetime extension"): what is borrowed where the initialiser
//! gives its value, and what that is a part of. The rest of an initialiser's temporaries die at its end.

use super::owners::{owner, owner_mut};
use super::{is_constructor, is_place};
use crate::lower::builder::{Builder, Dest};
use crate::lower::exprs::{is_pure, take};
use crate::resolve::{LocalId, TempKind};
use crate::syntax::{binds_by_reference, expr_yields};
use syn::spanned::Spanned;
use syn::{Block, Expr, ExprReference, Pat, Stmt};

/// A temporary, and its value.
type Made = (LocalId, Expr);

impl Builder<'_> {
    /// The temporaries of an initialiser that live as long as the variable become locals beside it.
    ///
    /// Input: `let r = &make();` · Output: `let temporary = make(); let r = &temporary;`
    /// Input: `let ref r = { yield_!(1); make() };` · Output: `let temporary = { .. }; let ref r = temporary;`
    pub fn extend_temporaries(&mut self, init: Expr, pat: &Pat) -> Expr {
        let is_borrowed = binds_by_reference(pat) && expr_yields(&init);
        if is_borrowed && !is_place(&init) {
            let (mut place, kind) = (init, TempKind::Temporary);
            let made = self.made(&mut place, kind, false);
            self.make(made);
            return place;
        }
        self.extend(init, false)
    }

    /// The same of an expression that gives the initialiser its value, or a part of it; `later` if something is evaluated
    /// before it.
    fn extend(&mut self, mut init: Expr, later: bool) -> Expr {
        match &mut init {
            Expr::Reference(_) => return self.extend_borrow(init, later),
            Expr::Tuple(it) => self.extend_each(it.elems.iter_mut(), later),
            Expr::Array(it) => self.extend_each(it.elems.iter_mut(), later),
            Expr::Struct(it) => {
                self.extend_each(it.fields.iter_mut().map(|field| &mut field.expr), later);
            }
            Expr::Call(it) if is_constructor(&it.func) => {
                self.extend_each(it.args.iter_mut(), later);
            }
            Expr::Paren(it) => self.extend_in(&mut it.expr, later),
            Expr::Group(it) => self.extend_in(&mut it.expr, later),
            Expr::Cast(it) => self.extend_in(&mut it.expr, later),
            Expr::Block(it) if it.label.is_none() => self.extend_tail(&mut it.block),
            Expr::Unsafe(it) => self.extend_tail(&mut it.block),
            Expr::If(it) => {
                if let Some((_, otherwise)) = &mut it.else_branch {
                    self.extend_tail(&mut it.then_branch);
                    self.extend_in(otherwise, true);
                }
            }
            Expr::Match(it) => it
                .arms
                .iter_mut()
                .for_each(|arm| self.extend_in(&mut arm.body, true)),
            _ => {}
        }
        init
    }

    fn extend_in(&mut self, slot: &mut Expr, later: bool) {
        *slot = self.extend(take(slot), later);
    }

    fn extend_each<'e>(&mut self, exprs: impl Iterator<Item = &'e mut Expr>, mut later: bool) {
        for slot in exprs {
            let had_effect = !is_pure(slot) && !matches!(slot, Expr::Reference(_));
            self.extend_in(slot, later);
            later |= had_effect;
        }
    }

    fn extend_tail(&mut self, block: &mut Block) {
        if let Some(Stmt::Expr(tail, None)) = block.stmts.last_mut() {
            self.extend_in(tail, true);
        }
    }

    /// Input: `&make()` · Output: `&temporary`, behind `let temporary = make();`
    /// Input: `&make()`, behind something else · Output: `{ temporary = make(); &temporary }`
    fn extend_borrow(&mut self, mut borrow: Expr, later: bool) -> Expr {
        let Expr::Reference(it) = &mut borrow else {
            return borrow;
        };
        match self.owner(it, later) {
            Some((temporary, value)) if later => {
                self.assigned_inside.push(temporary);
                let temporary = self.locals.mention_expr(temporary, value.span());
                syn::parse_quote!({ #temporary = #value; #borrow })
            }
            made => {
                self.make(made);
                borrow
            }
        }
    }

    /// The temporary that what is borrowed is in, or is, if it has one; the borrow names it now.
    fn owner(&mut self, borrow: &mut ExprReference, later: bool) -> Option<Made> {
        let kind = owner(borrow)?;
        self.made(owner_mut(&mut borrow.expr), kind, later)
    }

    /// A local of the innermost scope for the value in `slot`, which names it now.
    fn made(&mut self, slot: &mut Expr, kind: TempKind, later: bool) -> Option<Made> {
        let value = self.extend(take(slot), later);
        let span = value.span();
        let temporary = self.temp(kind, span);
        self.locals.get_mut(temporary).init = Some(value.clone());
        *slot = self.locals.mention_expr(temporary, span);
        Some((temporary, value))
    }

    /// Evaluates a temporary.
    fn make(&mut self, made: Option<Made>) {
        if let Some((temporary, value)) = made {
            self.scoped(|this| this.lower_into(value, Dest::Local(temporary)));
        }
    }
}
