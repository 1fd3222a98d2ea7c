//! Runs of statements around which a slot is a real variable: an unknown macro may do anything with it, and what other
//! statements borrow from it may live from one to the next.
//!
//! Output: `let mut q = take(q_slot); let most = q.iter().max(); show!(q, most); *q_slot = Some(q);`

use super::macros::stays;
use super::{BlockWriter, Code};
use crate::analyse::{Context as Use, Look};
use crate::ir::Stmt;
use crate::resolve::{LocalId, Name, bindings};
use proc_macro2::TokenStream;
use quote::quote;
use std::collections::BTreeSet;

/// A slot that is a variable from one statement to another.
pub struct Run {
    local: LocalId,
    first: usize,
    last: usize,
    /// Whether the last mention of all is in it, in a macro.
    spent: bool,
}

/// What a statement does with locals.
struct Facts {
    /// The local of each mention.
    mentioned: Vec<LocalId>,
    /// The locals that get a value.
    bound: Vec<LocalId>,
    /// The slots with which a macro may do anything.
    open: BTreeSet<LocalId>,
    /// The slots that cannot be a variable around it.
    taken: BTreeSet<LocalId>,
    /// The slots that a macro mentions last.
    spent: BTreeSet<LocalId>,
    /// The local whose scope ends.
    dead: Option<LocalId>,
    /// Whether the statement may be left in its middle.
    leaves: bool,
}

impl BlockWriter<'_, '_> {
    /// Writes what stands in front of the next statement.
    pub fn start_runs(&mut self) {
        let at = self.at;
        for local in self.runs_where(|run| run.first == at) {
            self.check_out(local);
            let spent = self.runs.iter().any(|run| run.local == local && run.spent);
            self.spent.extend(spent.then_some(local));
        }
    }

    /// Writes what stands behind it.
    pub fn end_runs(&mut self) {
        let at = self.at;
        let ended = self.runs_where(|run| run.last == at);
        self.check_in(&ended);
        self.at += 1;
    }

    fn runs_where(&self, holds: impl Fn(&Run) -> bool) -> Vec<LocalId> {
        let runs = self.runs.iter().filter(|run| holds(run));
        runs.map(|run| run.local).collect()
    }

    /// Finds the runs of the block.
    pub fn find_runs(&mut self) {
        if !self.has_macros() {
            return;
        }
        let stmts = &self.cx.body.block(self.block).stmts;
        let facts: Vec<Facts> = stmts.iter().map(|stmt| self.facts(stmt)).collect();
        let open: BTreeSet<LocalId> = facts.iter().flat_map(|it| it.open.clone()).collect();
        let mut open: Vec<LocalId> = open.into_iter().collect();
        open.retain(|local| !self.checked_out.contains(local));
        let runs = open.into_iter().filter_map(|local| self.run(local, &facts));
        self.runs = runs.collect();
    }

    fn facts(&self, stmt: &Stmt) -> Facts {
        let (mut facts, code) = (Facts::of(stmt), Code::of(&tokens(stmt)));
        facts.leaves = code.leaves;
        facts.spent = self.spent_in(&code);
        for named in code.names {
            self.note_name(&mut facts, named.name);
        }
        facts
    }

    fn note_name(&self, facts: &mut Facts, name: Name) {
        let local = name.local;
        facts.mentioned.extend(name.mention.map(|_| local));
        if !self.cx.is_slot(local) {
            return;
        }
        let layout = &self.cx.layout;
        let info = name.mention.and_then(|mention| layout.mention(mention));
        let (Some(mention), Some(info)) = (name.mention, info) else {
            facts.taken.insert(local);
            return;
        };
        let live = layout.live_after.contains(mention.index());
        if !stays(info, live) || !layout.surely_init.contains(mention.index()) {
            facts.taken.insert(local);
        }
        let may_move = info.context == Use::Look(Look::Operand) && !live;
        if may_move || info.context == Use::Token {
            facts.open.insert(local);
        }
    }

    /// The run from the first mention that may borrow to the last macro that may do anything.
    fn run(&self, local: LocalId, facts: &[Facts]) -> Option<Run> {
        let last = facts.iter().rposition(|it| it.open.contains(&local))?;
        let barrier = |it: &Facts| it.leaves || it.dead == Some(local) || it.taken.contains(&local);
        let from = facts[..=last].iter().rposition(barrier);
        let from = from.map_or(0, |at| at + 1);
        let find = |is: &dyn Fn(&Facts) -> bool| {
            let found = facts[from..=last].iter().position(is);
            found.map(|at| from + at)
        };
        let mentioned = find(&|it| it.mentioned.contains(&local))
            .filter(|first| !self.is_bound(local) && is_fresh(local, facts, *first..=last));
        let first = mentioned.or_else(|| find(&|it| it.open.contains(&local)))?;
        let ends = [self.outlived(local, facts, last), last];
        let is_run = |last: &usize| first < *last && scopes_nest(&facts[first..=*last]);
        let last = ends.into_iter().find(is_run)?;
        let mut mentioned = facts[first..=last].iter().rev();
        let spent = mentioned
            .find(|it| it.mentioned.contains(&local))
            .is_some_and(|it| it.spent.contains(&local));
        Some(Run {
            local,
            first,
            last,
            spent,
        })
    }

    /// The last statement that uses what the one at `last` binds, or what others make of that: it may have been borrowed from
    /// the slot. All its uses have to come before the next one of the slot; otherwise it is taken for a value of its own.
    fn outlived(&self, local: LocalId, facts: &[Facts], last: usize) -> usize {
        let mut bound: BTreeSet<LocalId> = facts[last].bound.iter().copied().collect();
        let (mut end, mut uses) = (last, 0);
        for (at, stmt) in facts.iter().enumerate().skip(last + 1) {
            if stmt.leaves || stmt.mentioned.contains(&local) || stmt.dead == Some(local) {
                break;
            }
            let of_bound = stmt.mentioned.iter().filter(|local| bound.contains(local));
            let count = of_bound.count();
            if count > 0 {
                (end, uses) = (at, uses + count);
                bound.extend(&stmt.bound);
            }
        }
        let mentions = self.cx.layout.mentions.iter().flatten();
        let all = mentions.filter(|info| bound.contains(&info.local));
        if all.count() == uses { end } else { last }
    }
}

impl Facts {
    fn of(stmt: &Stmt) -> Facts {
        let bound = match stmt {
            Stmt::Let { pat, .. } => bindings(pat),
            Stmt::Init { local, .. } => vec![*local],
            Stmt::Eval(_) | Stmt::StorageDead(_) => Vec::new(),
        };
        let dead = match stmt {
            Stmt::StorageDead(local) => Some(*local),
            Stmt::Let { .. } | Stmt::Init { .. } | Stmt::Eval(_) => None,
        };
        Facts {
            mentioned: Vec::new(),
            taken: bound.iter().copied().collect(),
            bound,
            open: BTreeSet::new(),
            spent: BTreeSet::new(),
            dead,
            leaves: false,
        }
    }
}

/// The code of a statement.
fn tokens(stmt: &Stmt) -> TokenStream {
    match stmt {
        Stmt::Let {
            pat, init, diverge, ..
        } => quote!(#pat #init #diverge),
        Stmt::Init { value, .. } => quote!(#value),
        Stmt::Eval(stmt) => quote!(#stmt),
        Stmt::StorageDead(_) => TokenStream::new(),
    }
}

/// Whether nothing in a run stands together with the slot in front of it, as far as the block goes: it may hold a borrow.
fn is_fresh(local: LocalId, facts: &[Facts], run: std::ops::RangeInclusive<usize>) -> bool {
    let mut made = BTreeSet::from([local]);
    for stmt in &facts[..*run.start()] {
        if stmt.mentioned.iter().any(|local| made.contains(local)) {
            made.extend(stmt.bound.iter().chain(&stmt.mentioned));
        }
    }
    made.remove(&local);
    let mut mentioned = facts[run].iter().flat_map(|stmt| &stmt.mentioned);
    !mentioned.any(|local| made.contains(local))
}

/// Whether all scopes that end among these statements start among them.
fn scopes_nest(facts: &[Facts]) -> bool {
    let mut started: BTreeSet<LocalId> = BTreeSet::new();
    facts.iter().all(|stmt| {
        started.extend(&stmt.bound);
        stmt.dead.is_none_or(|dead| started.contains(&dead))
    })
}
