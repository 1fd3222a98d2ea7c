//! Owned locals that are borrowed by something that lives across a yield, where syntax shows it.
//!
//! A generator is moved between two items and its variables with it, so nothing in it may point to one of them. rustc finds
//! every such borrow, but in the state machine, where its message names what the user has not written. So what syntax
//! shows for certain is reported here, and only that: a borrow that may go through a reference to what somebody else owns
//! is left to rustc.
//!
//! | file | what it knows |
//! | --- | --- |
//! | `owned` | what a local owns, by its written type or by the value it is made from |
//! | `views` | which expressions borrow from a place: `&x`, `x.iter()`, `x.first().unwrap()` |
//! | `patterns` | which bindings do: `ref y`, `Some(y)` matched against `&x` |
//! | `reborrows` | which expressions borrow through a `&mut` parameter that is used again |
//! | `items` | which items and final values are borrows of a local |
//! | `closures` | which variables a closure borrows to change them |
//! | `message` | what the user reads |

mod closures;
mod items;
mod message;
mod owned;
mod patterns;
mod reborrows;
mod views;

pub use items::borrows_in_items;
pub use owned::Kind;

use super::FrameLayout;
use super::storage::Storage;
use crate::errors::Errors;
use crate::ir::{Body, Stmt};
use crate::resolve::{LocalId, LocalKind, TempKind, direct_local};
use proc_macro2::TokenStream;
use quote::ToTokens;
use std::collections::BTreeSet;
use syn::Block;
use syn::visit::{self, Visit};

/// What a borrowing value is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum View {
    /// A reference to something of this kind, as far as syntax shows it.
    Reference(Option<Kind>),
    /// An iterator over it.
    Iterator,
    /// An iterator over pieces of a text.
    Pieces,
    /// A `Vec` of such pieces, or of references.
    Collected,
    /// An iterator that takes the items out.
    Drain,
    /// An `Option` or `Result` of a reference.
    Maybe,
    /// A guard, which gives the value back when it is dropped.
    Guard,
    /// A `Result` of a guard.
    MaybeGuard,
    /// A closure that changes it.
    Changed,
    /// A closure that looks at it.
    Captured,
}

/// A borrow.
#[derive(Clone, Debug)]
pub struct Borrow {
    /// The local that is borrowed.
    pub owner: LocalId,
    /// What holds the borrow.
    pub view: View,
}

/// Reports the borrows across yields that syntax shows.
pub fn borrows_across_yields(body: &Body, layout: &FrameLayout, errors: &mut Errors) {
    let assigned = assigned(&body.plain);
    let bound = patterns::borrowing_bindings(body);
    let mut reported = BTreeSet::new();
    for id in body.locals.ids().filter(|id| !assigned.contains(id)) {
        let by_pattern = bound.iter().find(|(local, ..)| *local == id);
        let found = match by_pattern {
            Some((_, borrow, place)) => Some((borrow.clone(), place.to_token_stream())),
            None => by_initialiser(body, layout, id),
        };
        let Some((borrow, place)) = found else {
            continue;
        };
        if is_reported_guard(body, layout, borrow.owner) {
            continue;
        }
        let again = |point: &usize| {
            !reborrows::is_reborrow(body, &borrow) || layout.live[*point].has(borrow.owner)
        };
        if let Some(point) = crossed(body, layout, id, borrow.view).filter(again) {
            // A borrow that goes from variable to variable is one mistake.
            if !reported.insert((borrow.owner, place.to_string())) {
                continue;
            }
            message::report(body, (id, point), &borrow, place, errors);
        }
    }
}

/// Whether what is borrowed is a guard without a name that is itself one borrow too long: that is said, and enough.
fn is_reported_guard(body: &Body, layout: &FrameLayout, owner: LocalId) -> bool {
    let is_temp = body.locals.get(owner).kind == LocalKind::Temp(TempKind::Guard);
    let borrow = by_initialiser(body, layout, owner).filter(|_| is_temp);
    borrow.is_some_and(|(borrow, _)| crossed(body, layout, owner, borrow.view).is_some())
}

/// What a local borrows by the value that it is initialised with.
fn by_initialiser(body: &Body, layout: &FrameLayout, id: LocalId) -> Option<(Borrow, TokenStream)> {
    let decl = body.locals.get(id);
    let init = decl.init.as_ref()?;
    if let Some(source) = direct_local(init) {
        return handed_on(body, layout, (id, source));
    }
    let captured = || {
        let (borrow, mention) = closures::borrowed(body, layout, closures::held(init)?)?;
        Some((borrow, mention.to_token_stream()))
    };
    let collected = views::collected(body, init, decl.ty.as_ref());
    let borrow = collected.or_else(|| views::borrow(body, init, decl.ty.is_some()));
    let through = || {
        let borrow = reborrows::reborrow(body, init)?;
        let certain = decl.ty.is_none() || borrow.view != View::Reference(None);
        certain.then_some(borrow)
    };
    let Some(borrow) = borrow.or_else(through) else {
        return captured();
    };
    // What the iterator over a reference to something unknown borrows is for its type to say.
    let unknown = decl.kind == LocalKind::Temp(TempKind::Iter)
        && borrow.view == View::Reference(None)
        && !body.locals.get(borrow.owner).generic
        && owned::kind_of(body, borrow.owner).is_none();
    (!unknown).then(|| (borrow, init.to_token_stream()))
}

/// What `id` borrows because it is made from a variable that does: `for x in iter` after `let iter = list.iter();`.
fn handed_on(
    body: &Body,
    layout: &FrameLayout,
    (id, source): (LocalId, LocalId),
) -> Option<(Borrow, TokenStream)> {
    // A reassigned variable holds something else, and a variable that is made from itself does not exist.
    let holds = source < id && !assigned(&body.plain).contains(&source);
    by_initialiser(body, layout, source).filter(|_| holds)
}

/// The first yield that a value of this local is kept over.
fn crossed(body: &Body, layout: &FrameLayout, id: LocalId, view: View) -> Option<usize> {
    // A guard is used by its drop, whatever else is done with it.
    let saved = layout.storage(id) == Storage::Slot { saved: true };
    let is_temp = body.locals.get(id).kind == LocalKind::Temp(TempKind::Guard);
    let by_drop =
        matches!(view, View::Guard) && (layout.storage(id) == Storage::Kept || (saved && is_temp));
    let points = 0..body.suspend_points.len();
    let copied = layout.storage(id) == Storage::Scalar { saved: true };
    let mut crossed = points.filter(|point| {
        ((saved || copied) && layout.live[*point].has(id))
            || (by_drop && layout.held[*point].has(id))
    });
    crossed.next().filter(|_| initialised_once(body, id))
}

/// Whether the graph gives the local a value in one place only.
fn initialised_once(body: &Body, id: LocalId) -> bool {
    let is_init = |stmt: &&Stmt| matches!(stmt, Stmt::Init { local, .. } if *local == id);
    let inits = body.blocks.iter().flat_map(|block| &block.stmts);
    inits.filter(is_init).count() <= 1 || body.locals.get(id).kind == LocalKind::User
}

/// The locals that the body assigns: what they hold later is not what they were initialised with.
fn assigned(body: &Block) -> BTreeSet<LocalId> {
    struct Find(BTreeSet<LocalId>);
    impl Visit<'_> for Find {
        fn visit_expr_assign(&mut self, it: &syn::ExprAssign) {
            self.0.extend(direct_local(&it.left));
            visit::visit_expr_assign(self, it);
        }
    }
    let mut find = Find(BTreeSet::new());
    find.visit_block(body);
    find.0
}
