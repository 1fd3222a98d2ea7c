//! Runs of statements in which a slot has a hole: a field is moved out, and given another value before the block is left. Meanwhile
//! the slot is a real variable, of which rustc tracks the fields.
//!
//! Output: `let mut s = take(s_slot); let old = s.state; s.state = next(old); *s_slot = Some(s);`

use super::runs::{Facts, Run, scopes_nest};
use super::{BlockWriter, Code};
use crate::analyse::Storage;
use crate::analyse::scalars::is_scalar_decl;
use crate::resolve::LocalId;
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

impl BlockWriter<'_, '_> {
    /// The runs of the block, given what its statements and its terminator do.
    pub fn refilled_runs(&self, facts: &[Facts]) -> Vec<Run> {
        let holed: BTreeSet<LocalId> = facts
            .iter()
            .flat_map(|it| it.holes.iter().map(|(local, _)| *local))
            .filter(|local| self.cx.is_slot(*local) && !self.checked_out.contains(local))
            .collect();
        let of_local = |local| self.refilled_runs_of(local, facts);
        holed.into_iter().flat_map(of_local).collect()
    }

    fn refilled_runs_of(&self, local: LocalId, facts: &[Facts]) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        for first in 0..facts.len() {
            let is_holed = facts[first].holes.iter().any(|(holed, _)| *holed == local);
            let last = is_holed.then(|| last_refill(local, facts, first)).flatten();
            let Some(last) = last else { continue };
            let first = match runs.last() {
                Some(run) if first <= run.last => continue,
                Some(run) if self.goes_on(local, facts, (run, first, last)) => {
                    let joined = runs.pop();
                    joined.map_or(first, |run| run.first)
                }
                _ => first,
            };
            if self.can_be_variable(local, facts, first..=last) {
                runs.push(Run {
                    local,
                    first,
                    last,
                    spent: false,
                });
            }
        }
        runs
    }

    /// Whether a run can go on to the end of the next one: all statements between them use the slot.
    fn goes_on(
        &self,
        local: LocalId,
        facts: &[Facts],
        (run, first, last): (&Run, usize, usize),
    ) -> bool {
        let mut between = facts[run.last + 1..first].iter();
        between.all(|it| it.mentioned.contains(&local))
            && self.can_be_variable(local, facts, run.first..=last)
    }

    /// Whether nothing keeps a slot from being a variable in a run: it is there from the start to the end, and nothing is borrowed from it
    /// that is used beyond one of the two.
    fn can_be_variable(&self, local: LocalId, facts: &[Facts], run: RangeInclusive<usize>) -> bool {
        let stays = |it: &Facts| !it.leaves && it.dead != Some(local) && !it.taken.contains(&local);
        facts[run.clone()].iter().all(stays)
            && scopes_nest(&facts[run.clone()])
            && !self.is_lent_over(local, facts, &run)
    }

    fn is_lent_over(&self, local: LocalId, facts: &[Facts], run: &RangeInclusive<usize>) -> bool {
        let (mut before, mut inside) = (self.borrows_at_entry(local), BTreeSet::new());
        if before.iter().any(|made| self.is_live_behind(*made)) {
            return true;
        }
        for (at, stmt) in facts.iter().enumerate() {
            let uses = |made: &BTreeSet<LocalId>| stmt.mentioned.iter().any(|it| made.contains(it));
            let (of_before, of_inside) = (uses(&before), uses(&inside));
            if (of_before && at >= *run.start()) || (of_inside && at > *run.end()) {
                return true;
            }
            if stmt.lent.contains(&local) || of_before || of_inside {
                let made = stmt.bound.iter().chain(&stmt.assigned).copied();
                let made = made.filter(|made| self.may_borrow(*made));
                match at < *run.start() {
                    true => before.extend(made),
                    false => inside.extend(made),
                }
            }
        }
        let made = before.iter().chain(&inside);
        let across =
            |local: &LocalId| self.cx.layout.storage(*local) == Storage::Slot { saved: false };
        made.into_iter().any(across)
    }

    /// The variables that come into the block, and may hold a borrow of another one.
    fn borrows_at_entry(&self, of: LocalId) -> BTreeSet<LocalId> {
        let live = &self.cx.layout.live_at_entry[self.block.index()];
        let locals = &self.cx.body.locals;
        let may_be_made_of = |local: &LocalId| {
            let init = locals.get(*local).init.as_ref();
            init.is_none_or(|init| Code::of(init).names.iter().any(|it| it.name.local == of))
        };
        let coming = locals
            .ids()
            .filter(|id| live.has(*id) && self.may_borrow(*id));
        coming.filter(may_be_made_of).collect()
    }

    fn is_live_behind(&self, local: LocalId) -> bool {
        let next = self.cx.body.block(self.block).terminator.successors();
        let mut entries = next
            .iter()
            .map(|id| &self.cx.layout.live_at_entry[id.index()]);
        entries.any(|live| live.has(local))
    }

    /// Whether a variable may hold a borrow of a variable of the frame: not over a yield, and no number does.
    fn may_borrow(&self, local: LocalId) -> bool {
        let by_storage = matches!(
            self.cx.layout.storage(local),
            Storage::Block | Storage::Slot { saved: false }
        );
        by_storage && !is_scalar_decl(self.cx.body.locals.get(local))
    }
}

/// The last statement of the run that starts with a hole in a local: where that, and whatever holes come up until then, are filled.
fn last_refill(local: LocalId, facts: &[Facts], first: usize) -> Option<usize> {
    let (mut at, mut last) = (first, first);
    while at <= last {
        for (_, node) in facts[at].holes.iter().filter(|(holed, _)| *holed == local) {
            let mut rest = facts[at..].iter();
            let filled = rest.position(|it| it.nodes.contains(node))?;
            last = last.max(at + filled);
        }
        at += 1;
    }
    Some(last)
}
