//! Which variables a closure borrows.
//!
//! A closure without `move` borrows what it only looks at or changes, and takes what it uses by value, if that is no
//! `Copy` type. So a variable counts only if every mention of it is known to be a borrow.

use super::owned::kind_of;
use super::{Borrow, Kind, View};
use crate::analyse::FrameLayout;
use crate::analyse::method_calls::is_iterator;
use crate::analyse::storage::Storage;
use crate::ir::Body;
use crate::methods::{is_adapter, is_consuming};
use crate::resolve::{LocalId, decode, direct_local, visit_idents};
use crate::syntax::{is_comparison, is_compound, unparen};
use quote::ToTokens;
use std::collections::{BTreeMap, BTreeSet};
use syn::visit::{self, Visit};
use syn::{Expr, ExprClosure, ExprPath};

/// The closure that a value is or holds: as itself, or as an adapter of an iterator.
pub fn held(value: &Expr) -> Option<&ExprClosure> {
    match unparen(value) {
        Expr::Closure(it) => Some(it),
        Expr::MethodCall(it) if is_adapter(&it.method.to_string()) && is_iterator(&it.receiver) => {
            let mut closures = it.args.iter().filter_map(held);
            closures.next().or_else(|| held(&it.receiver))
        }
        _ => None,
    }
}

impl FrameLayout {
    /// Whether what a closure captures are plain values that never change, at least one: it has copies of them instead of
    /// borrows.
    pub fn copies_captures(&self, body: &Body, closure: &ExprClosure) -> bool {
        let (mut mentioned, bound) = (BTreeSet::new(), bound_in(closure));
        visit_idents(closure.to_token_stream(), &mut |ident| {
            mentioned.extend(decode(ident).map(|name| name.local));
        });
        let mut captured = mentioned.difference(&bound).peekable();
        captured.peek().is_some() && captured.all(|local| self.is_unchanging_value(body, *local))
    }

    /// Whether a local is a plain value that never changes.
    pub fn is_unchanging_value(&self, body: &Body, local: LocalId) -> bool {
        let plain = matches!(self.storage(local), Storage::Scalar { .. });
        plain && !body.locals.get(local).mutable
    }
}

/// The variable of the body that a closure without `move` borrows, and its mention.
pub fn borrowed(
    body: &Body,
    layout: &FrameLayout,
    closure: &ExprClosure,
) -> Option<(Borrow, Expr)> {
    if closure.capture.is_some() || layout.copies_captures(body, closure) {
        return None;
    }
    let mut find = Find {
        body,
        mentions: BTreeMap::new(),
        borrows: BTreeMap::new(),
    };
    find.visit_expr(&closure.body);
    let own = bound_in(closure);
    let captured = find
        .mentions
        .iter()
        .filter(|(local, _)| !own.contains(local));
    let all = captured.map(|(local, count)| {
        let found = find
            .borrows
            .get(local)
            .filter(|found| found.len() == *count);
        (local, found)
    });
    let all: Vec<_> = all.collect();
    let certain = || {
        all.iter()
            .filter_map(|(local, found)| Some((*local, (*found)?)))
    };
    let is_change = |(_, view): &&(Expr, View)| *view == View::Changed;
    let mut changed =
        certain().filter_map(|(local, found)| Some((local, found.iter().find(is_change)?)));
    // A closure that takes one of its captures may own all of them.
    let looked_at = || {
        certain()
            .next()
            .filter(|_| all.iter().all(|(_, found)| found.is_some()))
    };
    let (owner, (place, view)) = changed
        .next()
        .or_else(|| looked_at().and_then(|(local, found)| Some((local, found.first()?))))?;
    let (place, view) = (place.clone(), *view);
    let owner = *owner;
    Some((Borrow { owner, view }, place))
}

/// The locals that the closure binds itself.
fn bound_in(closure: &ExprClosure) -> BTreeSet<LocalId> {
    let mut own = BTreeSet::new();
    visit_idents(closure.to_token_stream(), &mut |ident| {
        let binding = decode(ident).filter(|name| name.mention.is_none());
        own.extend(binding.map(|name| name.local));
    });
    own
}

struct Find<'a> {
    body: &'a Body,
    /// How often each local is mentioned.
    mentions: BTreeMap<LocalId, usize>,
    /// The mentions that are borrows for certain.
    borrows: BTreeMap<LocalId, Vec<(Expr, View)>>,
}

impl Find<'_> {
    /// A mention in a place that is only borrowed.
    fn borrow(&mut self, place: &Expr, view: View, kinds: &[Kind]) {
        let Some(local) = direct_local(place) else {
            return;
        };
        let kind = kind_of(self.body, local);
        // A number is copied wherever it is mentioned, and counts there.
        let number = kind == Some(Kind::Number) && view == View::Captured;
        if !number && (kinds.is_empty() || kind.is_some_and(|kind| kinds.contains(&kind))) {
            self.note(local, place, view);
        }
    }

    fn note(&mut self, local: LocalId, place: &Expr, view: View) {
        let found = self.borrows.entry(local).or_default();
        found.push((place.clone(), view));
    }

    /// Assigned: what is no number might be moved out before.
    fn assigned(&mut self, place: &Expr) {
        if let Some(local) =
            direct_local(place).filter(|local| kind_of(self.body, *local) == Some(Kind::Number))
        {
            // Beside the mention as such.
            let mentions = self.mentions.entry(local).or_default();
            *mentions += 1;
            self.note(local, place, View::Changed);
        }
    }
}

impl<'ast> Visit<'ast> for Find<'_> {
    fn visit_expr_path(&mut self, it: &'ast ExprPath) {
        let place = Expr::Path(it.clone());
        let Some(local) = direct_local(&place) else {
            return;
        };
        *self.mentions.entry(local).or_default() += 1;
        if kind_of(self.body, local) == Some(Kind::Number) {
            self.note(local, &place, View::Captured);
        }
    }
    fn visit_expr_assign(&mut self, it: &'ast syn::ExprAssign) {
        self.assigned(&it.left);
        visit::visit_expr_assign(self, it);
    }
    fn visit_expr_binary(&mut self, it: &'ast syn::ExprBinary) {
        if is_compound(&it.op) {
            self.assigned(&it.left);
        } else if is_comparison(&it.op) {
            self.borrow(&it.left, View::Captured, &[]);
            self.borrow(&it.right, View::Captured, &[]);
        }
        visit::visit_expr_binary(self, it);
    }
    fn visit_expr_method_call(&mut self, it: &'ast syn::ExprMethodCall) {
        if !is_consuming(&it.method.to_string()) {
            self.borrow(
                &it.receiver,
                View::Captured,
                &[Kind::Text, Kind::List, Kind::Map],
            );
        }
        visit::visit_expr_method_call(self, it);
    }
    fn visit_expr_index(&mut self, it: &'ast syn::ExprIndex) {
        self.borrow(
            &it.expr,
            View::Captured,
            &[Kind::Text, Kind::List, Kind::Map],
        );
        visit::visit_expr_index(self, it);
    }
    fn visit_macro(&mut self, it: &'ast syn::Macro) {
        // What a macro makes of a mention is not known.
        visit_idents(it.tokens.clone(), &mut |ident| {
            if let Some(name) = decode(ident) {
                *self.mentions.entry(name.local).or_default() += 1;
            }
        });
    }
    fn visit_item(&mut self, _: &'ast syn::Item) {}
}
