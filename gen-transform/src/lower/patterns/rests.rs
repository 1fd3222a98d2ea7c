//! What patterns leave behind.
//!
//! A part that a pattern does not bind stays where it was: in the value that is matched, which lives to the end of the
//! `match`, or in the variable, which lives to the end of its own scope. Over a yield such a part has to be a local.

use super::borrowed::{Borrowed, is_borrowing};
use crate::analyse::drops_nothing;
use crate::analyse::open::is_open;
use crate::analyse::types;
use crate::lower::builder::Builder;
use crate::lower::temporaries::{holds_empty_variant, is_place};
use crate::methods;
use crate::resolve::{LocalId, TempKind, bindings, direct_local};
use crate::syntax::{
    binds_by_reference, borrows_mutably, is_panic, is_std_wrapper, leaves_parts,
    takes_struct_apart, unparen,
};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::visit_mut::{self, VisitMut};
use syn::{Expr, Pat, PatSlice, PatTupleStruct};

/// Where the parts go that a pattern leaves out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Rest {
    /// Into the innermost scope: the matched value has no owner.
    OfValue {
        /// Whether the type of the value may be complete only later in the function.
        inferred_late: bool,
    },
    /// Beside the variable they belong to.
    OfLocal(LocalId),
}

impl Rest {
    /// Whether the matched value has no owner.
    pub fn is_of_value(self) -> bool {
        matches!(self, Rest::OfValue { .. })
    }
}

impl Builder<'_> {
    /// Gives a name to each part that the pattern leaves out.
    ///
    /// Input: `(x, _)` · Output: `(x, rest)`
    pub fn keep_rests(&mut self, pat: &mut Pat, rest: Rest) {
        let whole = matches!(pat, Pat::Wild(_));
        if binds_by_reference(pat) || (whole && !rest.is_of_value()) {
            return;
        }
        self.keep(pat, rest);
    }

    /// The same, and what the pattern borrows it leaves behind as well; returned is what is to be bound in these parts behind it.
    ///
    /// Input: `(ref x, y, _)` · Output: `(rest0, y, rest1)`, and `ref x` of `rest0`
    pub fn keep_borrowed(&mut self, pat: &mut Pat, rest: Rest) -> Vec<Borrowed> {
        self.keep(pat, rest)
    }

    fn keep(&mut self, pat: &mut Pat, rest: Rest) -> Vec<Borrowed> {
        let inferred_late = self.is_inferred_late(rest);
        let opens = !self.is_of_reference(rest);
        let mut rests = Rests {
            builder: self,
            found: Vec::new(),
            borrowed: Vec::new(),
            opens,
        };
        rests.visit_pat_mut(pat);
        let (found, borrowed) = (rests.found, rests.borrowed);
        for local in &found {
            self.locals.get_mut(*local).inferred_late = inferred_late;
        }
        // The first part is the newest: parts are dropped in their order, as a value drops its fields.
        match rest {
            Rest::OfValue { .. } => found
                .into_iter()
                .rev()
                .for_each(|local| self.declare(local)),
            Rest::OfLocal(owner) => {
                self.rests.extend(found.iter().map(|rest| (owner, *rest)));
                found
                    .into_iter()
                    .for_each(|local| self.declare_behind(owner, local));
            }
        }
        borrowed
    }

    /// The same for one of the arms of a match. Where another one takes something out of a box, what is in it leaves its place on
    /// all ways: one that binds nothing leaves all of it behind.
    ///
    /// Input: `_`, of a match on `*boxed` · Output: `rest @ _`
    pub fn keep_rests_of_arm(&mut self, pat: &mut Pat, rest: Rest, opens_box: bool) {
        if let (Pat::Wild(_), Rest::OfLocal(owner), true) = (&*pat, rest, opens_box) {
            let whole = self.locals.add_rest(pat.span());
            self.locals.get_mut(whole).inferred_late = self.is_inferred_late(rest);
            let binding = self.locals.binding(whole);
            self.rests.push((owner, whole));
            self.declare_behind(owner, whole);
            *pat = syn::parse_quote!(#binding);
        } else {
            self.keep_rests(pat, rest);
        }
    }

    /// Whether one of these patterns takes something out of a box.
    pub fn opens_box<'p>(&self, scrutinee: &Expr, mut pats: impl Iterator<Item = &'p Pat>) -> bool {
        let takes = |pat: &Pat| !bindings(pat).is_empty() && !binds_by_reference(pat);
        self.rest_of_box(scrutinee).is_some() && pats.any(takes)
    }

    /// The parts of which a scrutinee that is not a place, or of which a variable, has to be kept.
    pub fn rest_of(&self, scrutinee: &Expr) -> Option<Rest> {
        match unparen(scrutinee) {
            Expr::Path(_) => {
                let local = direct_local(scrutinee)?;
                let known = crate::analyse::scalars::scalars(&self.locals);
                known[local.index()]
                    .is_none()
                    .then_some(Rest::OfLocal(local))
            }
            other if is_place(other) => self.rest_of_box(other),
            other if self.is_plain_value(other) => None,
            other => Some(Rest::OfValue {
                inferred_late: is_open(&self.locals, other),
            }),
        }
    }

    /// The same of what nobody can name: a value, or a parameter that is a pattern.
    pub fn rest_without_owner(&self, scrutinee: &Expr) -> Option<Rest> {
        let rest = self.rest_of(scrutinee)?;
        let hidden = |owner| {
            self.params
                .iter()
                .any(|(param, pat)| *param == owner && pat.is_some())
        };
        match rest {
            Rest::OfLocal(owner) if is_place(scrutinee) && !hidden(owner) => None,
            rest => Some(rest),
        }
    }

    /// What a pattern leaves of the value in a box that is used no more stays where the box was.
    ///
    /// Input: `*boxed`
    fn rest_of_box(&self, place: &Expr) -> Option<Rest> {
        let boxed = types::unboxed(&self.locals, place)?;
        direct_local(boxed).map(Rest::OfLocal)
    }

    /// Whether it is known that nothing can be moved out of what is matched.
    fn is_of_reference(&self, rest: Rest) -> bool {
        match rest {
            Rest::OfValue { .. } => false,
            Rest::OfLocal(owner) => {
                matches!(self.locals.get(owner).ty, Some(syn::Type::Reference(_)))
            }
        }
    }

    fn is_inferred_late(&self, rest: Rest) -> bool {
        match rest {
            Rest::OfValue { inferred_late } => inferred_late,
            Rest::OfLocal(owner) => self.is_inferred_late_in(owner),
        }
    }

    /// Whether the types of the parts of a variable may be complete only later in the function.
    pub fn is_inferred_late_in(&self, owner: LocalId) -> bool {
        let owner = self.locals.get(owner);
        let open = |init| is_open(&self.locals, init);
        owner.inferred_late || owner.init.as_ref().is_some_and(open)
    }

    /// A value that one of `pats` borrows from is a temporary that lives to the end of the scope.
    pub fn borrowed_value<'p>(
        &mut self,
        scrutinee: Expr,
        mut pats: impl Iterator<Item = &'p Pat>,
    ) -> Expr {
        let borrowed = match is_place(&scrutinee) {
            true => holds_empty_variant(&scrutinee) && pats.any(borrows_mutably),
            false => pats.any(binds_by_reference),
        };
        if borrowed {
            self.value_in_temp(scrutinee, TempKind::Temporary)
        } else {
            scrutinee
        }
    }

    /// What a pattern leaves out of a value dies with the `let`, though the value is in a temporary by now: that is no
    /// place in which it could stay.
    ///
    /// A struct with a `Drop` is left as a whole by a pattern that copies out of it.
    ///
    /// Input: `let (x, _) = value;` · Output: `let (x, _) = { value };`
    pub fn without_a_place(&self, value: Expr, pat: &Pat) -> Expr {
        let is_temp =
            direct_local(&value).is_some_and(|local| self.locals.get(local).kind.is_temp());
        let leaves = leaves_parts(pat) || opens_struct(pat);
        if !is_temp || binds_by_reference(pat) || !leaves {
            return value;
        }
        syn::parse_quote_spanned!(value.span()=> { #value })
    }

    /// Whether the value of an arm is a borrow, if there is one.
    fn is_borrow(&self, body: &Expr) -> bool {
        match body {
            Expr::MethodCall(it) => methods::borrows_again(&it.method.to_string()),
            Expr::Macro(it) => is_panic(&it.mac),
            other => self.is_plain_value(other),
        }
    }

    /// Whether a value is a number, a view or the like, of which nothing has to be kept.
    fn is_plain_value(&self, value: &Expr) -> bool {
        let known = crate::analyse::scalars::scalars(&self.locals);
        match value {
            Expr::Tuple(it) => it
                .elems
                .iter()
                .all(|elem| self.is_plain_value(unparen(elem))),
            Expr::Reference(_) => true,
            Expr::Match(it) => it.arms.iter().all(|arm| self.is_borrow(unparen(&arm.body))),
            other => {
                let scalar = crate::analyse::scalars::of_expr(other, &known);
                scalar.is_some() || drops_nothing(&self.locals, other)
            }
        }
    }
}

struct Rests<'a, 'b> {
    builder: &'a mut Builder<'b>,
    found: Vec<LocalId>,
    borrowed: Vec<Borrowed>,
    /// Whether a struct in it may be one that has a `Drop`. (What the pattern says of its type is enough to ask.)
    opens: bool,
}

impl Rests<'_, '_> {
    fn name(&mut self, span: proc_macro2::Span) -> syn::Ident {
        let local = self.builder.locals.add_rest(span);
        self.found.push(local);
        self.builder.locals.binding(local)
    }

    /// A pattern that binds nothing, of which not all parts can be named, leaves what it matches as a whole.
    ///
    /// Input: `Shape::Two(..)` · Output: `rest @ (Shape::Two(..))`
    fn name_whole(&mut self, pat: &mut Pat) {
        let binding = self.name(pat.span());
        *pat = syn::parse_quote!(#binding @ (#pat));
    }

    fn name_borrowed(&mut self, pat: &mut Pat) {
        let borrowed = self.builder.name_borrowed(pat);
        self.found.push(borrowed.part);
        self.borrowed.push(borrowed);
    }

    /// A struct of which a pattern takes fields is left as a whole if it has a `Drop`, and taken apart otherwise: its type
    /// decides (`emit::opened`).
    ///
    /// Input: `N(k)` · Output: `rest @ N(k)`
    fn name_opened(&mut self, pat: &mut Pat) {
        let at = self.found.len();
        let ident = self.name(pat.span());
        visit_mut::visit_pat_mut(self, pat);
        self.builder.locals.get_mut(self.found[at]).opened = true;
        for part in &self.found[at + 1..] {
            self.builder.locals.get_mut(*part).in_opened = true;
        }
        let inner = std::mem::replace(pat, syn::parse_quote!(_));
        *pat = Pat::Ident(syn::PatIdent {
            attrs: Vec::new(),
            by_ref: None,
            mutability: None,
            ident,
            subpat: Some((Default::default(), Box::new(inner))),
        });
    }

    /// Of an array that has lost elements rustc drops those behind the last one that is gone first, then those between that and the
    /// one before; neighbours go in their order.
    ///
    /// Input: `[_, x, _, _]` · Output: `[rest0, x, rest1, rest2]`, to be dropped as `rest1`, `rest2`, `rest0`
    fn name_elements(&mut self, slice: &mut PatSlice) {
        let mut groups: Vec<Vec<LocalId>> = vec![Vec::new()];
        for elem in &mut slice.elems {
            let (at, takes) = (self.found.len(), self.moves_out(elem));
            match elem {
                Pat::Rest(rest) => {
                    let binding = self.name(rest.span());
                    *elem = syn::parse_quote!(#binding @ ..);
                }
                other => self.visit_pat_mut(other),
            }
            let named = self.found.split_off(at);
            match groups.last_mut().filter(|_| !takes) {
                Some(neighbours) => neighbours.extend(named),
                None => groups.extend([named, Vec::new()]),
            }
        }
        self.found.extend(groups.into_iter().rev().flatten());
    }

    /// Whether a pattern moves a part out of what it matches. (Out of a struct that may have a `Drop` it most often copies.)
    fn moves_out(&self, pat: &Pat) -> bool {
        let mut opened = Vec::new();
        visit_pats(pat, &mut |inner| {
            if self.is_opened(inner) {
                opened.extend(bindings(inner));
            }
        });
        bindings(pat).iter().any(|local| !opened.contains(local))
    }

    fn is_opened(&self, pat: &Pat) -> bool {
        self.opens && takes_struct_apart(pat) && !bindings(pat).is_empty()
    }
}

/// Whether a pattern takes fields of a struct, which may be one that has a `Drop` and is left as a whole.
pub fn opens_struct(pat: &Pat) -> bool {
    let mut opens = false;
    visit_pats(pat, &mut |inner| {
        opens |= takes_struct_apart(inner) && !bindings(inner).is_empty();
    });
    opens
}

/// Calls `visit` for a pattern and each one in it.
fn visit_pats(pat: &Pat, visit: &mut dyn FnMut(&Pat)) {
    struct Each<'a>(&'a mut dyn FnMut(&Pat));
    impl Visit<'_> for Each<'_> {
        fn visit_pat(&mut self, pat: &Pat) {
            (self.0)(pat);
            visit::visit_pat(self, pat);
        }
        fn visit_expr(&mut self, _: &Expr) {}
    }
    Each(visit).visit_pat(pat);
}

/// Whether what a pattern without names matches is left as one: parts of it have no place in the pattern, or its type may
/// have a drop of its own.
fn is_left_whole(it: &PatTupleStruct) -> bool {
    let hides = it.elems.iter().any(|elem| matches!(elem, Pat::Rest(_)));
    hides || !is_std_wrapper(&it.path)
}

impl VisitMut for Rests<'_, '_> {
    fn visit_pat_mut(&mut self, pat: &mut Pat) {
        match pat {
            _ if is_borrowing(pat) => self.name_borrowed(pat),
            Pat::Wild(wild) => {
                let binding = self.name(wild.span());
                *pat = syn::parse_quote!(#binding);
            }
            Pat::Struct(it) => {
                self.builder.shapes.spell_out(it);
                match bindings(pat).is_empty() {
                    true => self.name_whole(pat),
                    false if self.is_opened(pat) => self.name_opened(pat),
                    false => visit_mut::visit_pat_mut(self, pat),
                }
            }
            Pat::TupleStruct(_) if self.is_opened(pat) => self.name_opened(pat),
            Pat::TupleStruct(it) if is_left_whole(it) && bindings(pat).is_empty() => {
                self.name_whole(pat);
            }
            Pat::Or(_) if leaves_parts(pat) && bindings(pat).is_empty() => self.name_whole(pat),
            Pat::Slice(slice) => self.name_elements(slice),
            // The alternatives would have to bind the same names; behind a reference nothing is owned.
            Pat::Or(_) | Pat::Reference(_) | Pat::Macro(_) | Pat::Ident(_) => {}
            other => visit_mut::visit_pat_mut(self, other),
        }
    }
    fn visit_expr_mut(&mut self, _: &mut Expr) {}
}
