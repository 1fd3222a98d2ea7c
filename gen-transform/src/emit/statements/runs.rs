//! Runs of statements around which a slot is a real variable: an unknown macro may do anything with it, and what other
//! statements borrow from it may live from one to the next.
//!
//! Output: `let mut q = take(q_slot); let most = q.iter().max(); show!(q, most); *q_slot = Some(q);`

use super::macros::stays;
use super::{BlockWriter, Code};
use crate::analyse::flow::NodeId;
use crate::analyse::{Context as Use, Look};
use crate::ir::{Stmt, Terminator};
use crate::resolve::{LocalId, Name, bindings};
use proc_macro2::TokenStream;
use quote::quote;
use std::collections::BTreeSet;

/// A slot that is a variable from one statement to another.
pub struct Run {
    pub local: LocalId,
    pub first: usize,
    pub last: usize,
    /// Whether the last mention of all is in it, in a macro.
    pub spent: bool,
}

impl Run {
    fn is_apart_from(&self, other: &Run) -> bool {
        self.local != other.local || self.last < other.first || other.last < self.first
    }
}

/// What a statement does with locals.
#[derive(Default)]
pub struct Facts {
    /// The local of each mention.
    pub mentioned: Vec<LocalId>,
    /// The nodes of these.
    pub nodes: BTreeSet<NodeId>,
    /// The locals that are mentioned in another way than by the value of a field, and so may be borrowed from.
    pub lent: BTreeSet<LocalId>,
    /// The locals out of which a field may be moved that is given back in the block, with the node that does so.
    pub holes: Vec<(LocalId, NodeId)>,
    /// The locals that it declares.
    pub bound: Vec<LocalId>,
    /// The locals that it assigns.
    pub assigned: Vec<LocalId>,
    /// The slots with which a macro may do anything.
    open: BTreeSet<LocalId>,
    /// The slots that cannot be a variable around it.
    pub taken: BTreeSet<LocalId>,
    /// The slots that a macro mentions last.
    spent: BTreeSet<LocalId>,
    /// The local whose scope ends.
    pub dead: Option<LocalId>,
    /// Whether the statement may be left in its middle.
    pub leaves: bool,
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
        let has_holes = self.cx.with_holes.contains(&self.block);
        if !self.has_macros() && !has_holes {
            return;
        }
        let block = self.cx.body.block(self.block);
        let mut facts: Vec<Facts> = block.stmts.iter().map(|stmt| self.facts(stmt)).collect();
        let open: BTreeSet<LocalId> = facts.iter().flat_map(|it| it.open.clone()).collect();
        let mut open: Vec<LocalId> = open.into_iter().collect();
        open.retain(|local| !self.checked_out.contains(local));
        let runs = open.into_iter().filter_map(|local| self.run(local, &facts));
        self.runs = runs.collect();
        if has_holes {
            facts.push(self.facts_of(Facts::default(), &Code::of(&head(&block.terminator))));
            let mut holed = self.refilled_runs(&facts);
            holed.retain(|run| self.runs.iter().all(|other| run.is_apart_from(other)));
            self.runs.extend(holed);
        }
    }

    fn facts(&self, stmt: &Stmt) -> Facts {
        self.facts_of(Facts::of(stmt), &Code::of(&tokens(stmt)))
    }

    fn facts_of(&self, mut facts: Facts, code: &Code) -> Facts {
        facts.leaves = code.leaves;
        facts.spent = self.spent_in(code);
        for named in &code.names {
            self.note_name(&mut facts, named.name);
        }
        facts
    }

    fn note_name(&self, facts: &mut Facts, name: Name) {
        let local = name.local;
        facts.mentioned.extend(name.mention.map(|_| local));
        let layout = &self.cx.layout;
        let info = name.mention.and_then(|mention| layout.mention(mention));
        match info.map(|info| info.context) {
            Some(Use::Assign) => facts.assigned.push(local),
            Some(Use::FieldMove) | None => {}
            Some(_) => drop(facts.lent.insert(local)),
        }
        if !self.cx.is_slot(local) {
            return;
        }
        let (Some(mention), Some(info)) = (name.mention, info) else {
            facts.taken.insert(local);
            return;
        };
        facts.nodes.insert(info.node);
        let refill = layout.refilled.get(&mention);
        facts.holes.extend(refill.map(|node| (local, *node)));
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
            taken: bound.iter().copied().collect(),
            bound,
            dead,
            ..Facts::default()
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

/// The code of a terminator that is evaluated in the block.
fn head(terminator: &Terminator) -> TokenStream {
    match terminator {
        Terminator::If { cond, .. } => quote!(#cond),
        Terminator::Match { scrutinee, arms } => {
            let guards = arms.iter().filter_map(|arm| arm.guard.as_ref());
            quote!(#scrutinee #(#guards)*)
        }
        Terminator::Yield { value, .. } => quote!(#value),
        Terminator::Goto(_)
        | Terminator::Finish(_)
        | Terminator::Return
        | Terminator::Unreachable => TokenStream::new(),
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
pub fn scopes_nest(facts: &[Facts]) -> bool {
    let mut started: BTreeSet<LocalId> = BTreeSet::new();
    facts.iter().all(|stmt| {
        started.extend(&stmt.bound);
        stmt.dead.is_none_or(|dead| started.contains(&dead))
    })
}
