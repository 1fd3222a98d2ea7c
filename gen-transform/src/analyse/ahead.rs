//! Steps ahead: counters that are in the frame as they will be when the next run looks at them.
//!
//! In `while n > 0 { yield_!(n); n -= 1; }` all that stands between a suspension and the head of the loop is `n -= 1`.
//! With `n - 1` in the frame a run after a suspension starts where the first one does, and rustc's optimiser makes one loop
//! of this one and the consumer's, as it does of an iterator by hand, which also counts before it returns. The user's own
//! statement still runs after the suspension, on the value that was there before: only it may panic, and when.
//!
//! ```text
//! suspend: frame.n_slot = n.wrapping_sub(1);
//! resume:  n = frame.n_slot.wrapping_add(1); n -= 1;    // nothing is left of this where overflow wraps
//! ```

use super::FrameLayout;
use super::scalars::{self, Scalar};
use super::storage::Storage;
use crate::ir::{BlockId, Body, Stmt, SuspendPoint, Terminator};
use crate::resolve::{LocalId, LocalKind, direct_local};
use crate::syntax::unparen;
use syn::{BinOp, Expr, ExprBinary, ExprLit, Lit};

/// A counter that is stored one step ahead.
#[derive(Debug, Clone)]
pub struct Ahead {
    /// The counter.
    pub local: LocalId,
    /// Which way it counts.
    pub step: Step,
    /// By how much: a number, or a variable that does not change.
    pub by: Expr,
}

/// Which way a counter counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// `n += by`
    Up,
    /// `n -= by`
    Down,
}

impl Step {
    /// The step that undoes it.
    pub fn back(self) -> Step {
        match self {
            Step::Up => Step::Down,
            Step::Down => Step::Up,
        }
    }
}

/// For each suspend point the counters that are stored one step ahead: those of which nothing else keeps a run from starting
/// where the first one comes to a loop.
pub fn counted_ahead(body: &Body, layout: &FrameLayout) -> Vec<Vec<Ahead>> {
    let search = Search {
        body,
        layout,
        scalars: scalars::scalars(&body.locals),
    };
    let points = body.suspend_points.iter().enumerate();
    let ahead = points.map(|(suspend, point)| search.of_suspension(suspend, point));
    let nothing = || vec![Vec::new(); body.suspend_points.len()];
    ahead.collect::<Option<_>>().unwrap_or_else(nothing)
}

struct Search<'a> {
    body: &'a Body,
    layout: &'a FrameLayout,
    scalars: Vec<Option<Scalar>>,
}

impl Search<'_> {
    /// The steps behind a suspension, if nothing else is between it and the head of a loop.
    fn of_suspension(&self, suspend: usize, point: &SuspendPoint) -> Option<Vec<Ahead>> {
        let resume = self.body.block(point.resume);
        let Terminator::Goto(head) = resume.terminator else {
            return None;
        };
        if !self.is_first(head) || !self.is_only_resumed(point.resume) {
            return None;
        }
        let stmts = resume.stmts.iter();
        let steps = stmts.filter(|stmt| !self.does_nothing(point.resume, stmt));
        let steps = steps.map(|stmt| self.step(suspend, stmt));
        let steps: Vec<Ahead> = steps.collect::<Option<_>>()?;
        let mut locals = steps.iter().map(|step| step.local);
        let apart = steps.len() < 2 || locals.all(|local| self.is_stepped_once(local, &steps));
        apart.then_some(steps)
    }

    /// Whether the first run starts at a block, with nothing to do before it.
    fn is_first(&self, head: BlockId) -> bool {
        let mut at = self.body.entry;
        while at < head {
            let block = self.body.block(at);
            match block.terminator {
                Terminator::Goto(next) if next > at && block.stmts.is_empty() => at = next,
                _ => return false,
            }
        }
        at == head
    }

    /// Whether a run comes to a block in no other way than from the one suspension.
    fn is_only_resumed(&self, block: BlockId) -> bool {
        let points = self.body.suspend_points.iter();
        let mut blocks = self.body.block_ids();
        points.filter(|point| point.resume == block).count() == 1
            && !blocks.any(|from| self.body.successors(from).contains(&block))
    }

    /// Whether a statement is the end of a scope at which nothing is dropped.
    fn does_nothing(&self, block: BlockId, stmt: &Stmt) -> bool {
        let Stmt::StorageDead(local) = stmt else {
            return false;
        };
        matches!(self.layout.storage(*local), Storage::Scalar { .. })
            || !self.layout.held_at_dead.contains(&(block, *local))
    }

    fn is_stepped_once(&self, local: LocalId, steps: &[Ahead]) -> bool {
        steps.iter().filter(|step| step.local == local).count() == 1
    }

    /// `n += by;`
    fn step(&self, suspend: usize, stmt: &Stmt) -> Option<Ahead> {
        let Stmt::Eval(syn::Stmt::Expr(Expr::Binary(binary), _)) = stmt else {
            return None;
        };
        let local = direct_local(&binary.left)?;
        let step = direction(binary)?;
        let ty = self.integer_kept(local)?;
        let kept = self.layout.live[suspend].has(local);
        (kept && self.is_constant(&binary.right, ty)).then(|| Ahead {
            local,
            step,
            by: (*binary.right).clone(),
        })
    }

    /// The type of a local that is an integer in the frame, if it is known: then it has a method `wrapping_add`.
    fn integer_kept(&self, local: LocalId) -> Option<&str> {
        let saved = self.layout.storage(local) == Storage::Scalar { saved: true };
        match &self.scalars[local.index()] {
            Some(Scalar::Int(ty)) if saved => ty.as_deref(),
            _ => None,
        }
    }

    /// Whether a step is the same before a suspension and after it, and of the type of its counter.
    fn is_constant(&self, by: &Expr, ty: &str) -> bool {
        if let Expr::Lit(ExprLit {
            lit: Lit::Int(it), ..
        }) = unparen(by)
        {
            return it.suffix().is_empty() || it.suffix() == ty;
        }
        direct_local(by).is_some_and(|local| {
            let decl = self.body.locals.get(local);
            let never_assigned = decl.kind == LocalKind::Param && !decl.mutable;
            never_assigned && self.integer_kept(local) == Some(ty)
        })
    }
}

fn direction(binary: &ExprBinary) -> Option<Step> {
    match binary.op {
        BinOp::AddAssign(_) => Some(Step::Up),
        BinOp::SubAssign(_) => Some(Step::Down),
        _ => None,
    }
}
