//! Variables of patterns that are `&mut`, and are used by their fields: one reference a field, as `split` makes of parameters.

use super::split::{Rest, Uses, split};
use crate::lower::builder::Builder;
use crate::resolve::{LocalId, bindings, direct_local};
use crate::syntax::{unparen, yield_kind, yielded};
use std::collections::BTreeSet;
use syn::visit::Visit;
use syn::visit_mut::{self, VisitMut};
use syn::{Arm, Block, Expr, ExprClosure, ExprForLoop, ExprIf, ExprWhile, Item, Macro, Pat, Stmt};

/// Splits the variables of patterns of which a field is lent to the consumer, and that are used on: they are `&mut`, for of
/// anything else a field cannot be lent.
///
/// Input: `while let Some(node) = link { yield_!(&mut node.value); link = node.next.as_deref_mut(); }` ·
/// Output: `while let Some(node) = link { let (next, value) = { let whole = node; (&mut whole.next, &mut whole.value) }; ..`
pub fn split_lenders(builder: &mut Builder<'_>, body: &mut Block) {
    let mut find = FindLent(BTreeSet::new());
    find.visit_block(body);
    if !find.0.is_empty() {
        let (variables, needs) = (find.0, |uses: &Uses| uses.lent);
        let mut lenders = Lenders {
            builder,
            variables,
            needs,
        };
        lenders.visit_block_mut(body);
    }
}

/// Splits those that are `&mut` by their names, and of which a field is borrowed over a yield.
///
/// Input: `for x in &mut self.list { for note in x.notes.drain(..) { x.seen += 1; yield_!(note); } }` ·
/// Output: `for x in &mut self.list { let (notes, seen) = { .. }; for note in (*notes).drain(..) { (*seen) += 1; .. } }`
pub fn split_borrowed(builder: &mut Builder<'_>, body: &mut Block, by_mut: BTreeSet<LocalId>) {
    let mut lenders = Lenders {
        builder,
        variables: by_mut,
        needs: |uses| uses.borrowed,
    };
    lenders.visit_block_mut(body);
}

/// Finds the variables of which a yield hands out a field by `&mut`.
struct FindLent(BTreeSet<LocalId>);

impl Visit<'_> for FindLent {
    fn visit_macro(&mut self, mac: &Macro) {
        let borrowed = mac.tokens.clone().into_iter().next();
        let borrows = borrowed.is_some_and(|first| first.to_string() == "&");
        if borrows && yield_kind(mac).is_some() {
            self.0.extend(lent(mac));
        }
        crate::syntax::each_macro_arg(mac, &mut |expr| self.visit_expr(expr));
    }
}

/// The variable of which a yield hands out a field.
///
/// Input: `yield_!(&mut x.a)`
pub fn lent(mac: &Macro) -> Option<LocalId> {
    let item = yielded(mac)?;
    let Expr::Reference(it) = unparen(&item) else {
        return None;
    };
    match unparen(&it.expr) {
        Expr::Field(field) if it.mutability.is_some() => direct_local(&field.base),
        _ => None,
    }
}

struct Lenders<'a, 'b> {
    builder: &'a mut Builder<'b>,
    /// The variables in question.
    variables: BTreeSet<LocalId>,
    /// How one has to be used to be split.
    needs: fn(&Uses) -> bool,
}

impl Lenders<'_, '_> {
    /// Splits what a pattern binds for the rest of a block.
    fn bound(&mut self, pat: &Pat, block: &mut Block, from: usize) {
        let mut bound = bindings(pat);
        bound.retain(|local| self.variables.contains(local));
        for local in bound {
            let mut uses = Uses::of(local);
            let rest = block.stmts[from..].iter();
            rest.for_each(|stmt| uses.visit_stmt(stmt));
            if !uses.whole && (self.needs)(&uses) && uses.fields.len() > 1 {
                let block = &mut *block;
                split(self.builder, Rest { block, from }, local, &uses.fields);
            }
        }
    }
}

impl VisitMut for Lenders<'_, '_> {
    fn visit_expr_while_mut(&mut self, it: &mut ExprWhile) {
        if let Expr::Let(cond) = &*it.cond {
            self.bound(&cond.pat, &mut it.body, 0);
        }
        visit_mut::visit_expr_while_mut(self, it);
    }
    fn visit_expr_if_mut(&mut self, it: &mut ExprIf) {
        if let Expr::Let(cond) = &*it.cond {
            self.bound(&cond.pat, &mut it.then_branch, 0);
        }
        visit_mut::visit_expr_if_mut(self, it);
    }
    fn visit_arm_mut(&mut self, it: &mut Arm) {
        if let Expr::Block(body) = &mut *it.body {
            self.bound(&it.pat, &mut body.block, 0);
        }
        visit_mut::visit_arm_mut(self, it);
    }
    fn visit_expr_for_loop_mut(&mut self, it: &mut ExprForLoop) {
        self.bound(&it.pat, &mut it.body, 0);
        visit_mut::visit_expr_for_loop_mut(self, it);
    }
    fn visit_block_mut(&mut self, block: &mut Block) {
        for at in (0..block.stmts.len()).rev() {
            if let Stmt::Local(it) = &block.stmts[at] {
                let pat = it.pat.clone();
                self.bound(&pat, block, at + 1);
            }
        }
        visit_mut::visit_block_mut(self, block);
    }
    fn visit_expr_closure_mut(&mut self, _: &mut ExprClosure) {}
    fn visit_item_mut(&mut self, _: &mut Item) {}
}
