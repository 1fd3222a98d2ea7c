//! Runs a generator every way it can be run and holds each trace against the eager twin.

use crate::trace::{Outcome, Plan, Run, attempt, hand_out, log, record};
use std::fmt::Debug;
use std::ops::Range;

/// No run goes on for more items, so that endless generators can be compared too.
const MAX_ITEMS: usize = under_miri(48, 8);
/// Of the items after which a run is cut off, so many are tried.
const MAX_CUTS: usize = under_miri(64, 2);
/// The cost of a sweep is quadratic in the operations; far ones are sampled.
const MAX_OPERATIONS: usize = under_miri(64, 2);
/// The same for destructors, of which there are fewer.
const MAX_DROPS: usize = under_miri(32, 1);

/// Miri is a thousand times slower, and looks for other things than a wrong trace.
const fn under_miri(usual: usize, there: usize) -> usize {
    if cfg!(miri) { there } else { usual }
}

/// A generator without its types, so that the harness is compiled once and not once a body.
pub trait Steps {
    /// One `next()`; says whether there was an item.
    fn step(&mut self) -> bool;
    /// Consumes the rest by internal iteration.
    fn rest(self: Box<Self>, by: Internal);
}

/// The internal iteration a run ends with.
#[derive(Clone, Copy, Debug)]
pub enum Internal {
    ForEach,
    Fold,
}

impl<I> Steps for I
where
    I: Iterator,
    I::Item: Debug,
{
    fn step(&mut self) -> bool {
        self.next().map(hand_out).is_some()
    }

    fn rest(self: Box<Self>, by: Internal) {
        match by {
            Internal::ForEach => (*self).for_each(hand_out),
            Internal::Fold => (*self).fold((), |(), item| hand_out(item)),
        }
    }
}

/// Receives a generator for as long as what it borrows is alive.
pub type Visit<'a> = &'a mut dyn FnMut(Box<dyn Steps + '_>);

/// The two forms of one body, as functions that call them with fresh arguments.
pub struct Twins<'a> {
    pub lazy: &'a dyn Fn(Visit<'_>),
    pub eager: &'a dyn Fn(),
    /// The lazy twin is rustc's own `gen fn`. It drops the parameters of a generator that never started
    /// oldest first, and must not be asked again after a panic: neither is compared.
    pub by_rustc: bool,
    /// A parameter is taken apart by its pattern, which happens at the start: before it the parts are
    /// dropped as one value, and the eager twin cannot show that.
    pub destructures: bool,
}

/// What a comparison covered, so that tests can assert that it covered something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub items: usize,
    pub operations: usize,
    pub runs: usize,
    /// Allocations of all runs.
    pub allocations: u64,
    /// The run to the end left nothing but its end.
    pub silent: bool,
    /// It left something on the heap, as its eager twin did.
    pub leaks: bool,
}

/// The first run that differs from what is expected of it.
#[derive(Debug)]
pub struct Mismatch {
    pub run: String,
    pub expected: String,
    pub got: String,
}

impl Mismatch {
    /// The traces of two runs, with what they left on the heap if something was left.
    fn new(run: String, expected: &Run, got: &Run) -> Self {
        let clean = expected.heap.is_clean() && got.heap.is_clean();
        let shown = |run: &Run| match clean {
            true => run.trace.clone(),
            false => format!("{} ({})", run.trace, run.heap),
        };
        Self {
            run,
            expected: shown(expected),
            got: shown(got),
        }
    }
}

impl std::fmt::Display for Mismatch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { run, expected, got } = self;
        write!(f, "{run}:\n  eager: {expected}\n  lazy:  {got}")
    }
}

impl Twins<'_> {
    /// Every run: to the end, cancelled after each item, a panic at each operation and in each destructor, each of
    /// them by `next()` and by internal iteration.
    pub fn compare(&self) -> Result<Tally, Mismatch> {
        let whole = self.eager(to_the_end());
        let mut tally = Tally {
            items: whole.items,
            operations: whole.operations,
            runs: 0,
            allocations: 0,
            silent: whole.trace == ". . /",
            leaks: !whole.heap.is_clean(),
        };
        self.compare_cancels(&whole, &mut tally)?;
        self.compare_panics(&whole, &mut tally)?;
        self.compare_panics_in_drop(&whole, &mut tally)?;
        self.compare_switches(&whole, &mut tally)?;
        Ok(tally)
    }

    fn compare_cancels(&self, whole: &Run, tally: &mut Tally) -> Result<(), Mismatch> {
        // One more than there are items: that run gets to the end.
        let first = usize::from(self.by_rustc || self.destructures);
        for k in sampled(first..(whole.items + 1).min(MAX_ITEMS) + 1, MAX_CUTS) {
            let plan = cancelled_after(k);
            let expected = self.eager(plan);
            let name = |how| move || format!("{how} {k} items");
            tally.expect(name("dropped after"), &expected, &self.by_next(plan, k))?;
            self.compare_panics_in_cancel(k, &expected, tally)?;
            if k > 0 {
                let got = self.by_internal(plan, 0, Internal::ForEach);
                tally.expect(name("for_each left by a panic after"), &expected, &got)?;
            }
        }
        Ok(())
    }

    fn compare_panics(&self, whole: &Run, tally: &mut Tally) -> Result<(), Mismatch> {
        for n in sampled(1..whole.operations + 1, MAX_OPERATIONS) {
            let plan = Plan {
                panic_at: Some(n),
                ..to_the_end()
            };
            let expected = self.eager(plan);
            let name = |how| move || format!("operation {n} panics in {how}");
            tally.expect(name("next"), &expected, &self.by_next(plan, MAX_ITEMS))?;
            let got = self.by_internal(plan, 0, Internal::ForEach);
            tally.expect(name("for_each"), &expected, &got)?;
        }
        Ok(())
    }

    /// A destructor panics while the body runs: what else there is, is dropped all the same.
    fn compare_panics_in_drop(&self, whole: &Run, tally: &mut Tally) -> Result<(), Mismatch> {
        if cfg!(miri) {
            // Nothing is counted there, and it would report what rustc loses (see below).
            return Ok(());
        }
        for n in sampled(1..whole.drops_before_cancel + 1, MAX_DROPS) {
            let plan = Plan {
                panic_in_drop: Some(n),
                ..to_the_end()
            };
            let expected = self.eager(plan);
            let name = |how| move || format!("destructor {n} panics in {how}");
            let by_next = self.by_next(plan, MAX_ITEMS);
            if !expected.heap.same_left(&whole.heap) && !by_next.agrees(&expected) {
                // rustc loses the value of a block when a destructor at its end panics (rust-lang/rust#47949).
                // Where a run by `next()` does not do the same, because such a value is a local, it loses nothing.
                tally.expect_heap(name("next"), whole, &by_next)?;
                continue;
            }
            tally.expect(name("next"), &expected, &by_next)?;
            let got = self.by_internal(plan, 0, Internal::ForEach);
            tally.expect(name("for_each"), &expected, &got)?;
        }
        Ok(())
    }

    /// A destructor panics while a suspended generator is dropped. The eager twin is unwound then, in which no
    /// destructor panics; but what is dropped is the same, in the same order.
    fn compare_panics_in_cancel(
        &self,
        k: usize,
        expected: &Run,
        tally: &mut Tally,
    ) -> Result<(), Mismatch> {
        for n in sampled(
            expected.drops_before_cancel + 1..expected.drops + 1,
            MAX_DROPS,
        ) {
            let plan = Plan {
                panic_in_drop: Some(n),
                ..cancelled_after(k)
            };
            let expected = Run {
                trace: format!("{} !drop", expected.trace),
                ..expected.clone()
            };
            let name = || format!("destructor {n} panics in the drop after {k} items");
            tally.expect(name, &expected, &self.by_next(plan, k))?;
        }
        Ok(())
    }

    /// `next()` for a while, then internal iteration: it starts in the middle of the body.
    fn compare_switches(&self, whole: &Run, tally: &mut Tally) -> Result<(), Mismatch> {
        for k in sampled(0..whole.items.min(MAX_ITEMS - 1) + 1, MAX_CUTS) {
            let got = self.by_internal(to_the_end(), k, Internal::Fold);
            tally.expect(|| format!("fold after {k} items"), whole, &got)?;
        }
        Ok(())
    }

    fn eager(&self, plan: Plan) -> Run {
        record(plan, || match attempt(self.eager) {
            Outcome::Ended(()) => log(". . /"),
            Outcome::Panicked => log(". /"),
            Outcome::Cancelled => {}
        })
    }

    /// `next()` up to `limit` times, then the drop.
    fn by_next(&self, plan: Plan, limit: usize) -> Run {
        let plan = Plan {
            cancel_after: None,
            ..plan
        };
        record(plan, || {
            // Only a destructor gets a panic past `steps`.
            let _ = attempt(|| {
                (self.lazy)(&mut |mut generator| {
                    self.steps(generator.as_mut(), limit);
                    log("/");
                });
            });
        })
    }

    fn steps(&self, generator: &mut dyn Steps, limit: usize) {
        for _ in 0..limit {
            match attempt(|| generator.step()) {
                Outcome::Ended(true) => continue,
                Outcome::Ended(false) => log("."),
                Outcome::Panicked if self.by_rustc => return log("."),
                Outcome::Panicked | Outcome::Cancelled => {}
            }
            return log(if generator.step() { "REVIVED" } else { "." });
        }
    }

    /// `next()` `taken` times, then internal iteration.
    fn by_internal(&self, plan: Plan, taken: usize, by: Internal) -> Run {
        let mut run = |mut generator: Box<dyn Steps + '_>| {
            for _ in 0..taken {
                generator.step();
            }
            generator.rest(by);
        };
        record(plan, || match attempt(|| (self.lazy)(&mut run)) {
            Outcome::Ended(()) => log(". . /"),
            Outcome::Panicked => log(". /"),
            Outcome::Cancelled => {}
        })
    }
}

impl Tally {
    /// Counts one run and holds it against the expected one: its trace, and what it left on the heap.
    fn expect(
        &mut self,
        run: impl FnOnce() -> String,
        expected: &Run,
        got: &Run,
    ) -> Result<(), Mismatch> {
        self.count(got);
        match got.agrees(expected) {
            true => Ok(()),
            false => Err(Mismatch::new(run(), expected, got)),
        }
    }

    /// Counts one run and holds only what it left on the heap against the expected one.
    fn expect_heap(
        &mut self,
        run: impl FnOnce() -> String,
        expected: &Run,
        got: &Run,
    ) -> Result<(), Mismatch> {
        self.count(got);
        match got.heap.same_left(&expected.heap) {
            true => Ok(()),
            false => Err(Mismatch::new(run(), expected, got)),
        }
    }

    fn count(&mut self, run: &Run) {
        self.runs += 1;
        self.allocations += run.heap.made;
    }
}

/// All numbers of a range, or about `most` of them.
fn sampled(all: Range<usize>, most: usize) -> impl Iterator<Item = usize> {
    let stride = all.len().div_ceil(most).max(1);
    all.step_by(stride)
}

fn to_the_end() -> Plan {
    cancelled_after(MAX_ITEMS)
}

fn cancelled_after(items: usize) -> Plan {
    Plan {
        cancel_after: Some(items),
        ..Plan::default()
    }
}
