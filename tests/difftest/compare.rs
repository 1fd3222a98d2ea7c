//! Runs a generator every way it can be run and holds each trace against the eager twin.

use crate::trace::{Outcome, Plan, Run, attempt, hand_out, log, record};
use std::fmt::Debug;

/// No run goes on for more items, so that endless generators can be compared too.
const MAX_ITEMS: usize = 48;
/// The cost of a sweep is quadratic in the operations; far ones are sampled.
const MAX_OPERATIONS: usize = 64;

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
    /// The run to the end left nothing but its end.
    pub silent: bool,
}

/// The first run whose traces differ.
#[derive(Debug)]
pub struct Mismatch {
    pub run: String,
    pub expected: String,
    pub got: String,
}

impl std::fmt::Display for Mismatch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { run, expected, got } = self;
        write!(f, "{run}:\n  eager: {expected}\n  lazy:  {got}")
    }
}

impl Twins<'_> {
    /// Every run: to the end, cancelled after each item, a panic at each operation, each of them by
    /// `next()` and by internal iteration.
    pub fn compare(&self) -> Result<Tally, Mismatch> {
        let whole = self.eager(to_the_end());
        let mut tally = Tally {
            items: whole.items,
            operations: whole.operations,
            runs: 0,
            silent: whole.trace == ". . /",
        };
        self.compare_cancels(&whole, &mut tally)?;
        self.compare_panics(&whole, &mut tally)?;
        self.compare_switches(&whole, &mut tally)?;
        Ok(tally)
    }

    fn compare_cancels(&self, whole: &Run, tally: &mut Tally) -> Result<(), Mismatch> {
        // One more than there are items: that run gets to the end.
        let first = usize::from(self.by_rustc || self.destructures);
        for k in first..=(whole.items + 1).min(MAX_ITEMS) {
            let plan = Plan {
                cancel_after: Some(k),
                panic_at: None,
            };
            let expected = self.eager(plan);
            let name = |how| move || format!("{how} {k} items");
            tally.expect(name("dropped after"), &expected, &self.by_next(plan, k))?;
            if k > 0 {
                let got = self.by_internal(plan, 0, Internal::ForEach);
                tally.expect(name("for_each left by a panic after"), &expected, &got)?;
            }
        }
        Ok(())
    }

    fn compare_panics(&self, whole: &Run, tally: &mut Tally) -> Result<(), Mismatch> {
        let stride = whole.operations / MAX_OPERATIONS + 1;
        for n in (1..=whole.operations).step_by(stride) {
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

    /// `next()` for a while, then internal iteration: it starts in the middle of the body.
    fn compare_switches(&self, whole: &Run, tally: &mut Tally) -> Result<(), Mismatch> {
        for k in 0..=whole.items.min(MAX_ITEMS - 1) {
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
            (self.lazy)(&mut |mut generator| {
                self.steps(generator.as_mut(), limit);
                log("/");
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
    /// Counts one run and holds its trace against the expected one.
    fn expect(
        &mut self,
        run: impl FnOnce() -> String,
        expected: &Run,
        got: &Run,
    ) -> Result<(), Mismatch> {
        self.runs += 1;
        if got.trace == expected.trace {
            return Ok(());
        }
        Err(Mismatch {
            run: run(),
            expected: expected.trace.clone(),
            got: got.trace.clone(),
        })
    }
}

fn to_the_end() -> Plan {
    Plan {
        cancel_after: Some(MAX_ITEMS),
        panic_at: None,
    }
}
