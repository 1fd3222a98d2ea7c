//! A `match` of which some arms borrow and others move.
//!
//! A variable in the frame is matched either where it is or by its value. So the arms are split into runs that do the one or the
//! other, each a `match` of its own that hands on what it does not match.

use crate::lower::builder::Builder;
use crate::lower::rewrite::shapes::Shapes;
use crate::resolve::{decode, direct_local};
use crate::syntax::{binds_by_reference, hides_parts, is_refutable};
use syn::spanned::Spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{Arm, ExprMatch, Pat, PatStruct};

/// What an arm does to what it matches.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    Borrows,
    Moves,
    /// It moves, and leaves parts behind that cannot be named.
    Leaves,
    /// It binds nothing.
    Looks,
}

impl Builder<'_> {
    /// Splits a `match` on a variable into runs of arms.
    ///
    /// Input: `match x { Some(ref y) if .. => a, Some(y) => b, None => c }` ·
    /// Output: `match x { Some(ref y) if .. => a, _ => match x { Some(y) => b, None => c } }`
    pub fn unmixed(&mut self, mut it: ExprMatch) -> ExprMatch {
        let Some(local) = direct_local(&it.expr) else {
            return it;
        };
        let Some(first) = self.first_run(&it.arms) else {
            return it;
        };
        let arms = it.arms.split_off(first);
        // A value that has been given a name for it lives over the yields of the arms, too.
        self.long_lived.add(local, arms.iter().map(|arm| &arm.pat));
        let again = self.locals.mention_expr(local, it.expr.span());
        let mut rest = self.unmixed(ExprMatch {
            attrs: Vec::new(),
            expr: Box::new(again),
            arms,
            ..it.clone()
        });
        rest.arms.extend(otherwise(&rest.arms));
        it.arms.push(syn::parse_quote!(_ => { #rest }));
        it
    }

    /// How many arms the first run has, if there is another one behind it.
    fn first_run(&self, arms: &[Arm]) -> Option<usize> {
        let mut mode = Mode::Looks;
        for (index, arm) in arms.iter().enumerate() {
            match (mode, self.mode(arm)) {
                (_, Mode::Looks) => {}
                (Mode::Looks, other) => mode = other,
                (known, other) if known == other => {}
                _ => return Some(index),
            }
        }
        None
    }

    fn mode(&self, arm: &Arm) -> Mode {
        if binds_by_reference(&arm.pat) {
            Mode::Borrows
        } else if self.locals.user_bindings(&arm.pat).is_empty() {
            Mode::Looks
        } else if self.hides_parts(&arm.pat) {
            Mode::Leaves
        } else {
            Mode::Moves
        }
    }

    fn hides_parts(&self, pat: &Pat) -> bool {
        struct SpellOut<'a>(&'a Shapes);
        impl VisitMut for SpellOut<'_> {
            fn visit_pat_struct_mut(&mut self, it: &mut PatStruct) {
                self.0.spell_out(it);
                visit_mut::visit_pat_struct_mut(self, it);
            }
        }
        let mut pat = pat.clone();
        SpellOut(&self.shapes).visit_pat_mut(&mut pat);
        hides_parts(&pat)
    }
}

/// A last arm for what the runs in front have matched already.
fn otherwise(arms: &[Arm]) -> Option<Arm> {
    let matches_all = |arm: &Arm| match &arm.pat {
        _ if arm.guard.is_some() => false,
        Pat::Ident(it) => decode(&it.ident).is_some() && it.subpat.is_none(),
        pat => !is_refutable(pat),
    };
    let last = arms.iter().any(matches_all);
    (!last).then(|| syn::parse_quote!(_ => ::core::unreachable!(),))
}
