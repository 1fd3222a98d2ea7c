//! Names that a pattern binds in what a `&mut` refers to, where they are used over yields and the `&mut` is used again behind them.
//!
//! The frame cannot hold both references. But as long as such a name is in use, nobody else changes what the pattern was matched
//! against (that is checked in the plain body), so it matches again: the names are bound anew where they are used.

use super::again::Again;
use super::outlives::{Condition, Outlives, Region};
use super::rebinding::{self, Rebinding};
use super::remade;
use super::roots::{Root, Roots};
use super::searched;
use crate::analyse::types::is_mut_reference;
use crate::lower::builder::Builder;
use crate::resolve::{LocalDecl, LocalId, LocalKind, bindings};
use crate::syntax::{binds_by_reference, block_yields, expr_yields, unparen};
use proc_macro2::{Ident, Span};
use quote::quote_spanned;
use std::collections::BTreeSet;
use syn::spanned::Spanned;
use syn::visit::Visit;
use syn::visit_mut::{self, VisitMut};
use syn::{BinOp, Block, Expr, ExprForLoop, ExprMatch, Pat, Stmt};

/// Rewrites such patterns in `body`.
///
/// Input: `if let Some(n) = &mut x.o { yield_!(1); *n += 1; } x.o = None;` ·
/// Output: `if let Some(_) = &mut x.o { yield_!(1); match &mut x.o { Some(n) => { *n += 1; } _ => unreachable!() } } x.o = None;`
///
/// `exclusive` are the variables of patterns that are taken for a `&mut` as well.
pub fn rewrite(builder: &mut Builder<'_>, body: &mut Block, exclusive: &BTreeSet<LocalId>) {
    let locals = &builder.locals;
    let by_mut = locals.ids().any(|local| is_mut_reference(locals, local));
    if by_mut || !exclusive.is_empty() {
        let again = Again::of(body);
        let mut rebound = Rebound {
            builder,
            again,
            rebound: BTreeSet::new(),
            exclusive,
            found: Vec::new(),
        };
        rebound.visit_block_mut(body);
        let found = std::mem::take(&mut rebound.found);
        let declared = found.into_iter().map(|found| -> Stmt {
            let number = builder.locals.binding(found);
            syn::parse_quote!(let mut #number: usize;)
        });
        body.stmts.splice(0..0, declared.collect::<Vec<_>>());
    }
}

struct Rebound<'a, 'b> {
    builder: &'a mut Builder<'b>,
    again: Again,
    /// The names that are bound anew: what is reached through them is so as well.
    rebound: BTreeSet<LocalId>,
    exclusive: &'a BTreeSet<LocalId>,
    /// The variables for the numbers of what searches find.
    found: Vec<LocalId>,
}

/// A pattern whose names are bound anew.
struct Plan {
    /// What it is matched against.
    first: Expr,
    /// The same where it is matched again.
    head: Expr,
    pat: Pat,
}

impl Rebound<'_, '_> {
    /// How the names of `pat`, matched against `matched`, are bound again, if they are used over yields of `region`, or beside
    /// others that are bound anew.
    fn plan(&mut self, pat: &Pat, matched: &Expr, region: &dyn Region) -> Option<Plan> {
        let names = bindings(pat);
        let (head, root) = self.head(pat, matched)?;
        let locals = &self.builder.locals;
        // A closure that changes something is `mut`, and never another one.
        let is_closure = matches!(head, Expr::Closure(_));
        let plain = |local: &LocalId| is_closure || !locals.get(*local).mutable;
        let refers = !copies(pat) && names.iter().all(plain);
        if !self.is_used_again(&root) || !refers {
            return None;
        }
        let uses = Outlives::of(locals, &names, region);
        let others = root.is_rebound() && uses.names_others(&self.rebound);
        if uses.iterated || !(uses.found || others) {
            return None;
        }
        self.rebound.extend(names);
        let [first, head] = match self.searched(&head) {
            // Nothing tells its types where it is not called.
            None if is_closure => [syn::parse_quote!(()), head],
            found => found.unwrap_or([head.clone(), head]),
        };
        let pat = pat.clone();
        Some(Plan { first, head, pat })
    }

    /// What a search finds, and how it is found again.
    fn searched(&mut self, head: &Expr) -> Option<[Expr; 2]> {
        searched::search(head)?;
        let found = searched::number(&mut self.builder.locals, head.span());
        self.found.push(found);
        searched::by_number(&mut self.builder.locals, head, found)
    }

    /// The borrow that a pattern is matched against, and what it is reached through.
    fn head(&self, pat: &Pat, matched: &Expr) -> Option<(Expr, Root)> {
        let roots = Roots {
            locals: &self.builder.locals,
            rebound: &self.rebound,
            exclusive: self.exclusive,
        };
        let matched = unparen(matched);
        let root = match matched {
            Expr::Path(_) => {
                let root = roots.of_place(matched)?;
                let whole: Expr = syn::parse_quote!(&mut *#matched);
                return Some((whole, root));
            }
            Expr::Reference(_) | Expr::MethodCall(_) | Expr::Call(_) | Expr::Tuple(_) => {
                match searched::search(matched) {
                    Some(search) => roots.of_iterator(&search.receiver),
                    None => roots.of_borrow(matched),
                }
            }
            Expr::Closure(it) => roots.of_closure(it),
            place => roots.of_place(place).filter(|_| binds_by_reference(pat)),
        };
        Some((matched.clone(), root?))
    }

    fn is_used_again(&self, root: &Root) -> bool {
        match root {
            Root::Rebound => true,
            Root::Both(one, other) => self.is_used_again(one) || self.is_used_again(other),
            Root::Local(name) => self.again.is_used_again(*name),
            Root::Captured(name) => self.again.is_used_outside(*name),
        }
    }

    /// A loop over a list, whose iterator the frame cannot hold beside the `&mut`.
    ///
    /// Input: `for x in x.list.iter_mut() { .. }` ·
    /// Output: `for index in 0.. { let Some(x) = nth(x.list.iter_mut(), index) else { break }; .. }`
    fn by_number(&mut self, it: &ExprForLoop) -> Option<Expr> {
        let roots = Roots {
            locals: &self.builder.locals,
            rebound: &self.rebound,
            exclusive: self.exclusive,
        };
        let (root, filtered) = roots.of_filtered(&it.expr)?;
        if !block_yields(&it.body) || !self.is_used_again(&root) {
            return None;
        }
        let span = it.expr.span();
        let ident = Ident::new("index", Span::mixed_site().located_at(span));
        let locals = &mut self.builder.locals;
        let index = locals.add(LocalDecl {
            ty: Some(syn::parse_quote!(usize)),
            ..LocalDecl::new(ident, LocalKind::User)
        });
        let (binding, at) = (locals.binding(index), locals.mention_expr(index, span));
        let iterator = match unparen(&filtered.list) {
            call @ Expr::MethodCall(_) => call.clone(),
            list => syn::parse_quote!((#list).into_iter()),
        };
        let item = quote_spanned!(span=> ::gen_core::__private::nth(#iterator, #at));
        let tests = filtered.statements(self.builder, index);
        let (attrs, label, pat, stmts) = (&it.attrs, &it.label, &it.pat, &it.body.stmts);
        Some(syn::parse_quote! {
            #(#attrs)*
            #label for #binding in 0usize.. {
                #(#tests)*
                let Some(#pat) = #item else { break };
                #(#stmts)*
            }
        })
    }

    /// `if let`, `while let`: the names are in sight in the operands behind, and in the block. What is planned for each operand.
    fn conditions(&mut self, cond: &Expr, block: &Block) -> Vec<Option<Plan>> {
        let operands = operands(cond);
        let plan = |(at, operand): (usize, &&Expr)| match operand {
            Expr::Let(it) => {
                let behind = Condition(&operands[at + 1..], block);
                self.plan(&it.pat, &it.expr, &behind)
            }
            _ => None,
        };
        operands.iter().enumerate().map(plan).collect()
    }

    fn in_block(&mut self, plans: Vec<Option<Plan>>, cond: &mut Expr, block: &mut Block) {
        let mut operands = operands_mut(cond);
        for (at, plan) in plans.into_iter().enumerate().rev() {
            let Some(plan) = plan else { continue };
            let (operand, behind) = operands[at..]
                .split_first_mut()
                .expect("BUG: a plan is for an operand");
            let mut rebinding = Rebinding::new(self.builder, plan.head.clone(), plan.pat);
            behind
                .iter_mut()
                .for_each(|operand| rebinding.condition(operand));
            rebinding.visit_block_mut(block);
            if let Expr::Let(it) = &mut **operand {
                rebinding::leave_out(&mut it.pat);
                *it.expr = plan.first;
            }
        }
    }

    fn branches(&mut self, it: &mut ExprMatch) {
        let arms = it.arms.iter();
        let binding = it.arms.iter().filter(|arm| !bindings(&arm.pat).is_empty());
        let apart = searched::search(&it.expr).is_some() && binding.count() > 1;
        let plans: Vec<Option<Plan>> = arms
            .map(|arm| self.plan(&arm.pat, &it.expr, &*arm.body).filter(|_| !apart))
            .collect();
        visit_mut::visit_expr_match_mut(self, it);
        for (arm, plan) in it.arms.iter_mut().zip(plans) {
            let Some(plan) = plan else { continue };
            Rebinding::new(self.builder, plan.head.clone(), plan.pat).value(&mut arm.body);
            if arm.guard.is_none() {
                rebinding::leave_out(&mut arm.pat);
            }
            *it.expr = plan.first;
        }
    }

    /// `let (a, b) = &mut *x;`: the names are in sight behind it.
    fn declaration(&mut self, stmts: &[Stmt]) -> Option<Plan> {
        let (stmt, behind) = stmts.split_first()?;
        let Stmt::Local(local) = stmt else {
            return None;
        };
        let init = &local.init.as_ref()?.expr;
        if let Expr::Closure(it) = &**init
            && !remade::is_called(&local.pat, it, behind)
        {
            return None;
        }
        self.plan(&local.pat, init, &behind)
    }

    fn behind(&mut self, plan: Plan, stmts: &mut Vec<Stmt>, at: usize) {
        let mut rebinding = Rebinding::new(self.builder, plan.head.clone(), plan.pat);
        rebinding.statements(stmts, at + 1);
        let Stmt::Local(local) = &mut stmts[at] else {
            return;
        };
        rebinding::leave_out(&mut local.pat);
        if let Some(init) = &mut local.init {
            *init.expr = plan.first;
        }
    }
}

impl VisitMut for Rebound<'_, '_> {
    /// What stands inside comes first, so that it is part of the code in which the names around it are bound anew.
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        if !expr_yields(expr) {
            return;
        }
        if let Expr::ForLoop(it) = expr
            && let Some(by_number) = self.by_number(it)
        {
            *expr = by_number;
        }
        match expr {
            Expr::If(it) => {
                let plans = self.conditions(&it.cond, &it.then_branch);
                visit_mut::visit_expr_if_mut(self, it);
                self.in_block(plans, &mut it.cond, &mut it.then_branch);
            }
            Expr::While(it) => {
                let plans = self.conditions(&it.cond, &it.body);
                visit_mut::visit_expr_while_mut(self, it);
                self.in_block(plans, &mut it.cond, &mut it.body);
            }
            Expr::Match(it) => self.branches(it),
            other => visit_mut::visit_expr_mut(self, other),
        }
    }
    fn visit_block_mut(&mut self, block: &mut Block) {
        let stmts = &mut block.stmts;
        let plans: Vec<Option<Plan>> = (0..stmts.len())
            .map(|at| self.declaration(&stmts[at..]))
            .collect();
        stmts.iter_mut().for_each(|stmt| self.visit_stmt_mut(stmt));
        for (at, plan) in plans.into_iter().enumerate().rev() {
            if let Some(plan) = plan {
                self.behind(plan, stmts, at);
            }
        }
    }
    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
    fn visit_expr_closure_mut(&mut self, _: &mut syn::ExprClosure) {}
}

/// The operands of a condition.
///
/// Input: `let Some(x) = a && x > 1` · Output: `let Some(x) = a`, `x > 1`
fn operands(cond: &Expr) -> Vec<&Expr> {
    match cond {
        Expr::Binary(it) if matches!(it.op, BinOp::And(_)) => {
            let mut found = operands(&it.left);
            found.extend(operands(&it.right));
            found
        }
        operand => vec![operand],
    }
}

/// The same, to be changed.
fn operands_mut(cond: &mut Expr) -> Vec<&mut Expr> {
    let is_chain = matches!(cond, Expr::Binary(it) if matches!(it.op, BinOp::And(_)));
    if !is_chain {
        return vec![cond];
    }
    let Expr::Binary(it) = cond else {
        return Vec::new();
    };
    let mut found = operands_mut(&mut it.left);
    found.extend(operands_mut(&mut it.right));
    found
}

/// Whether a pattern may bind a copy, or what other parts of the pattern look at.
fn copies(pat: &Pat) -> bool {
    struct Find(bool);
    impl Visit<'_> for Find {
        fn visit_pat(&mut self, pat: &Pat) {
            match pat {
                Pat::Reference(_) | Pat::Macro(_) => self.0 = true,
                Pat::Ident(it) if it.subpat.is_some() => self.0 = true,
                other => syn::visit::visit_pat(self, other),
            }
        }
        fn visit_expr(&mut self, _: &Expr) {}
    }
    let mut find = Find(false);
    find.visit_pat(pat);
    find.0
}
