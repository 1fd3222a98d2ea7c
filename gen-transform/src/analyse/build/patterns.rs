//! Patterns: what they take of the value that they are matched against, and what they leave.

use super::Walk;
use crate::analyse::flow::{Context, Rest};
use crate::analyse::types;
use crate::ir::BlockId;
use crate::lower::opens_struct;
use crate::resolve::{LocalId, LocalKind, Locals, bindings, direct_mention, is_plain_binding};
use crate::syntax::{binds_by_reference, leaves_parts, unparen};
use syn::{Expr, Pat};

impl Walk<'_> {
    /// What patterns without a guard are matched against.
    pub fn matched<'p>(&mut self, scrutinee: &Expr, pats: impl Iterator<Item = &'p Pat> + Clone) {
        self.matched_by_arms(scrutinee, pats.map(|pat| (pat, false)));
    }

    /// What the patterns of arms are matched against; with each pattern, whether it has a guard.
    pub fn matched_by_arms<'p>(
        &mut self,
        scrutinee: &Expr,
        arms: impl Iterator<Item = (&'p Pat, bool)> + Clone,
    ) {
        let pats = arms.clone().map(|(pat, _)| pat);
        let whole = pats.clone().all(|pat| is_plain_binding(pat).is_some())
            && pats.clone().next().is_some();
        if whole {
            return self.expr(scrutinee);
        }
        if is_field(scrutinee) && take_option(arms) {
            return self.place(scrutinee, Context::Value);
        }
        let locals = &self.body.locals;
        let binds = pats.clone().any(|pat| binds_by_value(locals, pat))
            && !pats.clone().any(binds_by_reference);
        let opens = pats.clone().any(|pat| opens_unnamed(locals, pat));
        let partial = pats
            .filter(|pat| binds_by_value(locals, pat))
            .any(leaves_parts);
        if binds {
            self.note_opened_field(scrutinee);
        }
        let outer = std::mem::replace(&mut self.in_head, self.in_terminator && binds);
        let context = Context::Scrutinee {
            binds,
            partial,
            opens,
        };
        self.place(scrutinee, context);
        self.in_head = outer;
    }

    /// Notes the parts of a variable that one of the patterns leaves out. Out of a box all of them take if one does.
    pub fn note_rests(
        &mut self,
        scrutinee: &Expr,
        (pat, target): (&Pat, Option<BlockId>),
        pats: &[&Pat],
    ) {
        let boxed = types::unboxed(&self.body.locals, scrutinee);
        let Some(name) = direct_mention(boxed.unwrap_or(scrutinee)) else {
            return;
        };
        let locals = &self.body.locals;
        let is_box = boxed.is_some();
        let takes_parts = binds_by_value(locals, pat)
            || (is_box && pats.iter().any(|pat| binds_by_value(locals, pat)));
        let rests = bindings(pat)
            .into_iter()
            .filter(|local| locals.get(*local).kind == LocalKind::Rest);
        self.flow.rests.extend(rests.map(|local| Rest {
            local,
            matched: name.mention.filter(|_| takes_parts),
            target,
        }));
    }
}

fn is_field(expr: &Expr) -> bool {
    matches!(unparen(expr), Expr::Field(_))
}

/// Whether arms take all there is in an `Option`, whichever of them it comes to.
///
/// Input: `Some(x) if x > 0`, `Some(y)`, `None`
fn take_option<'p>(arms: impl Iterator<Item = (&'p Pat, bool)> + Clone) -> bool {
    let mut taking = arms.clone().filter(|(pat, _)| takes_all_of_some(pat));
    let certain = taking.clone().any(|(_, guarded)| !guarded);
    let leaves_nothing = |pat: &Pat| is_none(pat) || (certain && matches!(pat, Pat::Wild(_)));
    let mut arms = arms.map(|(pat, _)| pat);
    taking.next().is_some() && arms.all(|pat| leaves_nothing(pat) || takes_all_of_some(pat))
}

fn is_none(pat: &Pat) -> bool {
    match pat {
        Pat::Ident(it) => it.ident == "None",
        Pat::Path(it) => it.path.is_ident("None"),
        _ => false,
    }
}

/// Whether a pattern takes all there is in an `Option`: `Some(x)`, `Some((x, y))`, `Some(Some(x))`.
fn takes_all_of_some(pat: &Pat) -> bool {
    matches!(pat, Pat::TupleStruct(it) if it.path.is_ident("Some")
        && it.elems.len() == 1
        && it.elems.iter().all(|elem| takes_all(elem) || takes_all_of_some(elem)))
}

/// Whether a pattern takes all there is in what it matches, and matches everything.
fn takes_all(pat: &Pat) -> bool {
    match pat {
        Pat::Tuple(it) => it.elems.iter().all(takes_all),
        pat => is_plain_binding(pat).is_some(),
    }
}

/// Whether a pattern takes fields of a struct that has no name for what is left of it.
fn opens_unnamed(locals: &Locals, pat: &Pat) -> bool {
    let is_rest = |local: &LocalId| locals.get(*local).kind == LocalKind::Rest;
    opens_struct(pat) && !bindings(pat).iter().any(is_rest)
}

/// Whether a pattern takes parts of what it matches by value.
fn binds_by_value(locals: &Locals, pat: &Pat) -> bool {
    !locals.user_bindings(pat).is_empty()
}
