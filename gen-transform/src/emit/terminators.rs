//! The way out of a basic block, where it is not a plain jump.

use super::Context;
use super::mentions::{Access, hoists, rewrite_pat};
use super::opened::Later;
use super::spans::at;
use super::statements::{BlockWriter, Code, Jump, bound_name, immutable_where_moved, stored};
use crate::analyse::{Storage, types};
use crate::ir::{Arm, BlockId};
use crate::resolve::{
    LocalId, LocalKind, bindings, condition_bindings, decode, direct_local, direct_mention,
};
use crate::syntax::{binds_by_reference, hides_parts, takes_struct_apart};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use std::collections::BTreeSet;
use syn::visit_mut::{self, VisitMut};
use syn::{Expr, Pat};

impl BlockWriter<'_, '_> {
    /// The condition of an `if`, and the statements that store what it binds.
    pub fn condition(
        &mut self,
        cx: &Context<'_>,
        (cond, then): (&Expr, BlockId),
        jump: &mut Jump<'_>,
    ) -> (Expr, TokenStream) {
        let (cond, later) = opened_condition(cx, cond);
        let mut bound = condition_bindings(&cond);
        let cond = self.operand(&cond, &bound, jump);
        let cond = rename_condition(cx, cond, &bound);
        // What a later link of a chain has moved on is not there to be stored.
        let is_held = |local: &LocalId| cx.layout.held_at_entry[then.index()].has(*local);
        bound.retain(|local| is_held(local) && !later.rests().contains(local));
        let (stored, later) = (all_stored(cx, &bound), stored_later(cx, &later));
        (cond, quote!(#stored #later))
    }

    /// The scrutinee of a `match`, and for each arm what stands before and behind the arrow.
    pub fn arms(
        &mut self,
        cx: &Context<'_>,
        scrutinee: &Expr,
        arms: &[Arm],
        jump: &mut Jump<'_>,
    ) -> (Expr, Vec<ArmParts>) {
        let guards = arms.iter().filter_map(|arm| arm.guard.as_ref());
        let code = Code::of(&quote!(#scrutinee #(#guards)*));
        let bound_by_arms: Vec<LocalId> = arms.iter().flat_map(|arm| bindings(&arm.pat)).collect();
        let mut access = self.access_for(&code, &bound_by_arms);
        self.hoist(&hoists::of_expr(cx, &access, scrutinee), &mut access);
        let matched = self.matched(cx, scrutinee, arms, &mut access);
        let asked = matched.is_asked(cx, scrutinee, arms.iter().map(|arm| &arm.pat));
        let mut scrutinee = self.rewrite(scrutinee, &access, jump);
        if asked {
            scrutinee = apart(&scrutinee);
        }
        let arms = arms.iter().map(|arm| {
            let mut in_guard = access.clone();
            in_guard.plain.extend(bindings(&arm.pat));
            self.arm(cx, (&matched, arm), &in_guard, jump)
        });
        (scrutinee, arms.collect())
    }

    fn arm(
        &mut self,
        cx: &Context<'_>,
        (matched, arm): (&Matched, &Arm),
        in_guard: &Access,
        jump: &mut Jump<'_>,
    ) -> ArmParts {
        let Written {
            pat,
            bound: mut stored,
            kept,
            later,
        } = matched.pattern_of(cx, arm);
        let guard = arm.guard.as_ref().map(|guard| {
            let guard = later.seen_in(cx, self.rewrite(guard, in_guard, jump));
            let guard = rename_condition(cx, guard, &stored);
            quote!(if #guard)
        });
        let pat = immutable_where_moved(cx, &rewrite_pat(cx, &pat), &stored, &BTreeSet::new());
        stored.retain(|local| !later.rests().contains(local));
        let (attrs, stored) = (&arm.attrs, all_stored(cx, &stored));
        let (pat, whole) = matched.whole(cx, pat, kept);
        let later = stored_later(cx, &later);
        ArmParts {
            head: quote!(#(#attrs)* #pat #guard),
            stored: quote!(#whole #stored #later),
        }
    }

    /// What arms are matched against. A variable that some of them use again and others do not becomes a real one.
    ///
    /// Output: `let mut state = take(state_slot);`
    fn matched(
        &mut self,
        cx: &Context<'_>,
        scrutinee: &Expr,
        arms: &[Arm],
        access: &mut Access,
    ) -> Matched {
        match Matched::of(cx, scrutinee, access) {
            Matched::Taken { owner, slot: true }
                if arms.iter().any(|arm| copies(cx, arm, owner)) =>
            {
                self.hoist(&[owner], access);
                Matched::Divided { owner }
            }
            matched => matched,
        }
    }
}

/// Whether an arm only copies out of a variable, for it is used again there.
fn copies(cx: &Context<'_>, arm: &Arm, owner: LocalId) -> bool {
    let binds = !cx.body.locals.user_bindings(&arm.pat).is_empty();
    binds && cx.layout.live_at_entry[arm.target.index()].has(owner)
}

/// A pattern as it is written.
pub struct Written {
    pub pat: Pat,
    /// What it binds itself.
    pub bound: Vec<LocalId>,
    /// Whether the value stays whole.
    pub kept: bool,
    /// What is bound behind it.
    pub later: Later,
}

/// What patterns are matched against, as far as it decides what becomes of the parts they leave out.
pub enum Matched {
    /// A value without an owner, or one out of a box: what a pattern leaves out has a name.
    Value,
    /// A variable that stays where it is: in a slot, or one of which rustc sees what is taken out of it.
    InPlace {
        /// Whether it is in a slot, and known to be no reference: out of one of those a pattern takes references.
        owned_slot: bool,
    },
    /// A variable whose value is taken, out of its slot if it is kept in one.
    Taken { owner: LocalId, slot: bool },
    /// A variable out of whose slot the value has been taken, for some arms to move out of it, and others to put it back.
    Divided { owner: LocalId },
}

impl Matched {
    pub fn of(cx: &Context<'_>, scrutinee: &Expr, access: &Access) -> Matched {
        if types::unboxed(&cx.body.locals, scrutinee).is_some_and(|boxed| !cx.takes(boxed)) {
            return Matched::InPlace { owned_slot: false };
        }
        let Some(owner) = direct_local(scrutinee) else {
            return Matched::Value;
        };
        let slot = cx.is_slot(owner) && !access.plain.contains(&owner);
        match cx.takes(scrutinee) {
            true => Matched::Taken { owner, slot },
            false => Matched::InPlace {
                owned_slot: slot && types::is_value(cx.body.locals.get(owner)),
            },
        }
    }

    /// The pattern of an arm to write, and what it binds.
    fn pattern_of(&self, cx: &Context<'_>, arm: &Arm) -> Written {
        let mut written = self.pattern(cx, &arm.pat);
        if let Matched::Divided { owner } = self
            && copies(cx, arm, *owner)
        {
            written = Matched::InPlace { owned_slot: false }.pattern(cx, &arm.pat);
            written.kept = true;
        }
        written
    }

    /// The pattern to write, and what it binds.
    pub fn pattern(&self, cx: &Context<'_>, pat: &Pat) -> Written {
        let mut pat = pat.clone();
        let user = cx.body.locals.user_bindings(&pat);
        let in_place = matches!(self, Matched::InPlace { .. });
        let in_slot = matches!(self, Matched::InPlace { owned_slot: true });
        let takes = matches!(self, Matched::Taken { .. } | Matched::Divided { .. });
        let kept = takes && user.is_empty();
        if in_slot && !user.is_empty() && hides_parts(&pat) && !binds_by_reference(&pat) {
            let later = Later::left(cx, &mut pat);
            return Written {
                pat,
                bound: Vec::new(),
                kept,
                later,
            };
        }
        if kept || in_place {
            LeaveOut(cx).visit_pat_mut(&mut pat);
            return Written {
                pat,
                bound: user,
                kept,
                later: Later::default(),
            };
        }
        let later = Later::opened(cx, &mut pat);
        Written {
            bound: bindings(&pat),
            pat,
            kept,
            later,
        }
    }

    /// Whether the value must be asked for its type before it is taken apart: where the scope of its variable goes on elsewhere,
    /// it must be no guard, for out of one a pattern can only copy, and leaves it where it is.
    pub fn is_asked<'p>(
        &self,
        cx: &Context<'_>,
        scrutinee: &Expr,
        mut pats: impl Iterator<Item = &'p Pat>,
    ) -> bool {
        let (owner, slot) = match *self {
            Matched::Taken { owner, slot } => (owner, slot),
            Matched::Divided { owner } => (owner, true),
            Matched::Value | Matched::InPlace { .. } => return false,
        };
        let mention = direct_mention(scrutinee).and_then(|name| name.mention);
        let info = mention.and_then(|mention| cx.layout.mention(mention));
        let ends_here = info.is_some_and(|info| cx.storage_dead_at(info.block, owner).is_some());
        let binds = |pat: &Pat| !cx.body.locals.user_bindings(pat).is_empty();
        (slot || !ends_here) && pats.any(|pat| takes_struct_apart(pat) && binds(pat))
    }

    /// `whole @ pat`, and the statement that puts the value back.
    pub fn whole(&self, cx: &Context<'_>, pat: Pat, kept: bool) -> (Pat, TokenStream) {
        if let (Matched::Divided { owner }, true) = (self, kept) {
            let variable = cx.names.variable(*owner);
            let put = cx.put(*owner, &quote!(#variable));
            return (pat, quote!(#put;));
        }
        let (Matched::Taken { owner, slot: true }, true) = (self, kept) else {
            return (pat, TokenStream::new());
        };
        let whole = Ident::new("whole", Span::mixed_site());
        let put = cx.put(*owner, &quote!(#whole));
        let pat = match pat {
            Pat::Wild(_) => syn::parse_quote!(#whole),
            Pat::Or(_) => syn::parse_quote!(#whole @ (#pat)),
            _ => syn::parse_quote!(#whole @ #pat),
        };
        (pat, quote!(#put;))
    }
}

/// A value of which a pattern takes parts, if it is no guard.
///
/// Input: `take(m_slot)` · Output: `Whole(take(m_slot)).apart()`
pub fn apart(value: &Expr) -> Expr {
    let at = syn::spanned::Spanned::span(value);
    syn::parse_quote_spanned!(at=> ::gen_core::__private::Whole(#value).apart())
}

/// Writes the parts that have a name only in case they are moved as `_` and `..` again.
pub struct LeaveOut<'a, 'b>(pub &'a Context<'b>);

impl VisitMut for LeaveOut<'_, '_> {
    fn visit_pat_mut(&mut self, pat: &mut Pat) {
        let Pat::Ident(ident) = &*pat else {
            return visit_mut::visit_pat_mut(self, pat);
        };
        let is_rest = decode(&ident.ident)
            .is_some_and(|name| self.0.body.locals.get(name.local).kind == LocalKind::Rest);
        match (is_rest, &ident.subpat) {
            (true, Some((_, left))) => {
                *pat = (**left).clone();
                self.visit_pat_mut(pat);
            }
            (true, None) => *pat = syn::parse_quote!(_),
            (false, _) => visit_mut::visit_pat_mut(self, pat),
        }
    }
    fn visit_expr_mut(&mut self, _: &mut Expr) {}
}

/// An arm, ready to be written around a jump.
pub struct ArmParts {
    /// Attributes, pattern and guard.
    pub head: TokenStream,
    /// What stores the bindings.
    pub stored: TokenStream,
}

/// A condition of which the pattern looks into no struct that may have a `Drop`, and what it binds in statements.
fn opened_condition(cx: &Context<'_>, cond: &Expr) -> (Expr, Later) {
    let mut cond = cond.clone();
    let later = match &mut cond {
        Expr::Let(it) => Later::opened(cx, &mut it.pat),
        _ => Later::default(),
    };
    (cond, later)
}

/// The statements that bind what a pattern does not bind itself, and store it.
fn stored_later(cx: &Context<'_>, later: &Later) -> TokenStream {
    let bound = later.locals(cx);
    let lets = later.lets(cx).into_iter().map(|(pat, value)| {
        let pat = immutable_where_moved(cx, &rewrite_pat(cx, &pat), &bound, &BTreeSet::new());
        quote!(let #pat = #value;)
    });
    let (lets, stored): (TokenStream, _) = (lets.collect(), all_stored(cx, &bound));
    quote!(#lets #stored)
}

/// The statements that move the variables a pattern has bound to where their locals are kept.
fn all_stored(cx: &Context<'_>, bound: &[LocalId]) -> TokenStream {
    bound.iter().map(|local| stored(cx, *local)).collect()
}

/// In a condition or guard, plain values that it binds itself go by their own names.
fn rename_condition(cx: &Context<'_>, mut cond: Expr, bound: &[LocalId]) -> Expr {
    struct Rename<'a, 'b>(&'a Context<'b>, &'a [LocalId]);
    impl Rename<'_, '_> {
        fn renamed(&self, ident: &Ident) -> Option<Ident> {
            let bound = |local: &&LocalId| {
                let storage = self.0.layout.storage(**local);
                matches!(storage, Storage::Scalar { .. } | Storage::Bare)
            };
            let found = self
                .1
                .iter()
                .filter(bound)
                .find(|local| self.0.names.variable(**local) == ident);
            found.map(|_| bound_name(ident))
        }
    }
    impl VisitMut for Rename<'_, '_> {
        fn visit_pat_ident_mut(&mut self, pat: &mut syn::PatIdent) {
            if let Some(ident) = self.renamed(&pat.ident) {
                pat.ident = ident;
                pat.mutability = None;
            }
            visit_mut::visit_pat_ident_mut(self, pat);
        }
        fn visit_expr_path_mut(&mut self, path: &mut syn::ExprPath) {
            if let Some(ident) = path.path.get_ident().and_then(|ident| self.renamed(ident)) {
                path.path = ident.into();
            }
        }
        fn visit_macro_mut(&mut self, mac: &mut syn::Macro) {
            let tokens = std::mem::take(&mut mac.tokens);
            mac.tokens = crate::resolve::replace_idents(tokens, &mut |ident, _| {
                Some(self.renamed(ident)?.into())
            });
        }
    }
    Rename(cx, bound).visit_expr_mut(&mut cond);
    cond
}

/// `let item: T = value;`, the point where a yielded value is coerced and its temporaries die.
pub fn item_binding(cx: &Context<'_>, value: &Expr) -> (Ident, TokenStream) {
    if cx.shared_item().is_some() {
        let item = Ident::new(super::SHARED_ITEM, Span::mixed_site());
        return (item.clone(), quote!(#item = #value;));
    }
    let item = Ident::new("item", Span::mixed_site());
    let ty = cx.generator.output.item.as_ref().map(|ty| quote!(: #ty));
    let span = at(syn::spanned::Spanned::span(value));
    (item.clone(), quote_spanned!(span=> let #item #ty = #value;))
}
