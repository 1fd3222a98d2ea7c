//! Patterns and the `match`es inside a statement.

use super::Rewrite;
use crate::emit::terminators::{Matched, Written, apart};
use crate::syntax::is_refutable;
use syn::visit_mut;
use syn::{Arm, ExprMatch, Local, Pat};

impl Rewrite<'_, '_> {
    /// A `match` that stays an expression.
    pub fn match_arms(&mut self, it: &mut ExprMatch) {
        let matched = Matched::of(self.cx, &it.expr, self.access);
        let pats = it.arms.iter().map(|arm| &arm.pat);
        let asked = matched.is_asked(self.cx, &it.expr, pats);
        self.put_back_in_arms(&matched, it);
        visit_mut::visit_expr_match_mut(self, it);
        if asked {
            *it.expr = apart(&it.expr);
        }
        it.arms
            .extend(exhaustive(it.arms.iter().map(|arm| &arm.pat)));
    }

    /// In the arms of a `match` that takes a variable's value, those that bind nothing put it back.
    ///
    /// Input: `match x { Some(y) => a, None => b }` · Output: `match x { Some(y) => a, whole @ None => { x = whole; b } }`
    fn put_back_in_arms(&mut self, matched: &Matched, it: &mut ExprMatch) {
        for arm in &mut it.arms {
            let Written { pat, kept, .. } = matched.pattern(self.cx, &arm.pat);
            let (pat, whole) = matched.whole(self.cx, pat, kept);
            if kept {
                let body = &arm.body;
                *arm = Arm {
                    pat,
                    body: syn::parse_quote!({ #whole #body }),
                    comma: Some(Default::default()),
                    ..arm.clone()
                };
            }
        }
    }
}

/// Gives a `let` that the plain body has been checked to always match an `else`: behind a reference rustc sees less.
///
/// Input: `let A(x) = value;` · Output: `let A(x) = (value) else { unreachable!() };`
pub fn make_irrefutable(local: &mut Local) {
    if let Some(init) = &mut local.init
        && init.diverge.is_none()
        && is_refutable(&local.pat)
    {
        let value = &init.expr;
        init.expr = syn::parse_quote!((#value));
        init.diverge = Some((
            Default::default(),
            syn::parse_quote!({ ::core::unreachable!() }),
        ));
    }
}

/// A last arm for a `match` that the plain body has been checked to be exhaustive: behind a reference rustc sees less,
/// and what is missing is reported once.
pub fn exhaustive<'p>(mut pats: impl Iterator<Item = &'p Pat>) -> Option<Arm> {
    let has_last = pats.any(|pat| !is_refutable(pat));
    (!has_last).then(|| syn::parse_quote!(_ => ::core::unreachable!(),))
}
