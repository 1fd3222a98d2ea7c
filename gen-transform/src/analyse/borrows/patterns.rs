//! Which bindings of a pattern borrow from what it is matched against.

use super::owned::kind_of;
use super::{Borrow, Kind, View, views};
use crate::ir::{Body, Stmt, Terminator};
use crate::resolve::{LocalId, decode, direct_local, is_plain_binding};
use crate::syntax::unparen;
use syn::{BinOp, Expr, Pat, PatIdent};

/// The bindings that borrow, what from, and what the user reads as the borrow.
pub fn borrowing_bindings(body: &Body) -> Vec<(LocalId, Borrow, Expr)> {
    let mut found = Vec::new();
    for block in &body.blocks {
        for stmt in &block.stmts {
            if let Stmt::Let {
                pat,
                init: Some(init),
                ..
            } = stmt
                && is_plain_binding(pat).is_none_or(|local| body.locals.get(local).by_ref)
            {
                matched(body, init, pat, &mut found);
            }
        }
        match &block.terminator {
            Terminator::If { cond, .. } => in_condition(body, cond, &mut found),
            Terminator::Match { scrutinee, arms } => {
                for arm in arms {
                    matched(body, scrutinee, &arm.pat, &mut found);
                }
            }
            Terminator::Goto(_)
            | Terminator::Yield { .. }
            | Terminator::Finish(_)
            | Terminator::Return
            | Terminator::Unreachable => {}
        }
    }
    found
}

/// `let pat = value && ..`
fn in_condition(body: &Body, cond: &Expr, found: &mut Vec<(LocalId, Borrow, Expr)>) {
    match unparen(cond) {
        Expr::Let(it) => matched(body, &it.expr, &it.pat, found),
        Expr::Binary(it) if matches!(it.op, BinOp::And(_)) => {
            in_condition(body, &it.left, found);
            in_condition(body, &it.right, found);
        }
        _ => {}
    }
}

fn matched(body: &Body, value: &Expr, pat: &Pat, found: &mut Vec<(LocalId, Borrow, Expr)>) {
    if let Some(local) = is_plain_binding(pat).filter(|local| !body.locals.get(*local).by_ref) {
        let borrow = views::borrow(body, value, false);
        found.extend(borrow.map(|borrow| (local, borrow, value.clone())));
        return;
    }
    let Some((owner, kind, by_default)) = matched_place(body, value, pat) else {
        return;
    };
    for ident in direct_bindings(pat) {
        let borrows = by_default || ident.by_ref.is_some();
        let local = decode(&ident.ident).map(|name| name.local);
        if let Some(local) = local.filter(|_| borrows && ident.subpat.is_none()) {
            let view = match kind {
                View::MaybeGuard => View::Guard,
                _ => View::Reference(None),
            };
            found.push((local, Borrow { owner, view }, value.clone()));
        }
    }
}

/// What is matched: its owner, what kind of view it is, and whether what the pattern binds are references without `ref`.
fn matched_place(body: &Body, value: &Expr, pat: &Pat) -> Option<(LocalId, View, bool)> {
    if let Some(owner) = direct_local(value) {
        // Under `ref` at the top nothing can be a reference that is looked through.
        let whole = matches!(pat, Pat::Ident(_));
        let known = kind_of(body, owner).is_some();
        return (whole || known).then_some((owner, View::Reference(None), false));
    }
    let borrow = views::borrow(body, value, false)?;
    let by_default = match borrow.view {
        View::Reference(kind) => kind.is_some_and(|kind| kind != Kind::Text),
        View::Maybe | View::MaybeGuard => true,
        View::Iterator
        | View::Pieces
        | View::Collected
        | View::Drain
        | View::Guard
        | View::Changed
        | View::Captured => false,
    };
    by_default.then_some((borrow.owner, borrow.view, true))
}

/// The bindings at the top of a pattern and one level below: what is further inside may lie behind a reference.
fn direct_bindings(pat: &Pat) -> Vec<&PatIdent> {
    match pat {
        Pat::Ident(it) => vec![it],
        Pat::Type(it) => direct_bindings(&it.pat),
        Pat::Paren(it) => direct_bindings(&it.pat),
        Pat::TupleStruct(it) => idents(it.elems.iter()),
        Pat::Tuple(it) => idents(it.elems.iter()),
        Pat::Slice(it) => idents(it.elems.iter()),
        Pat::Struct(it) => idents(it.fields.iter().map(|field| &*field.pat)),
        Pat::Or(it) => it.cases.iter().flat_map(direct_bindings).collect(),
        _ => Vec::new(),
    }
}

fn idents<'a>(pats: impl Iterator<Item = &'a Pat>) -> Vec<&'a PatIdent> {
    let ident = |pat: &'a Pat| match pat {
        Pat::Ident(it) => Some(it),
        _ => None,
    };
    pats.filter_map(ident).collect()
}
