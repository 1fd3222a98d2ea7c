//! Generators that are wrong on purpose: the tester must say so, and say where.

use crate::compare::{Mismatch, Tally, Twins};
use crate::trace::{begin, hand_out};
use crate::vocabulary::{N, n, note};

/// What is wrong with the machine.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Fault {
    Nothing,
    /// Runs before the first `next()`.
    StartsEarly,
    /// A cancel drops the oldest value first.
    DropsOldestFirst,
    /// Values outlive the end.
    KeepsPastTheEnd,
    /// A panic leaks what is alive.
    LeaksOnPanic,
    /// Goes on after a panic.
    Revives,
    /// Internal iteration takes a short cut.
    SkipsInFold,
    /// Loses an allocation that no trace shows.
    LeaksUnseen,
    /// A destructor that panics on cancel takes the others with it.
    LosesOthersInDrop,
}

/// The body that all machines should be.
fn eager() {
    begin();
    let _a = n(1);
    hand_out(10);
    let _b = n(2);
    hand_out(20);
    note(3);
}

/// The same as a state machine, written by hand.
struct Machine {
    fault: Fault,
    state: u32,
    b: Option<N>,
    a: Option<N>,
}

impl Machine {
    fn new(fault: Fault) -> Self {
        let mut machine = Self {
            fault,
            state: 0,
            b: None,
            a: None,
        };
        if fault == Fault::StartsEarly {
            machine.a = Some(n(1));
        }
        machine
    }

    fn run(&mut self) -> Option<i32> {
        match self.state {
            0 => {
                if self.fault != Fault::StartsEarly {
                    self.a = Some(n(1));
                }
                self.state = 1;
                Some(10)
            }
            1 => {
                self.b = Some(n(2));
                self.state = 2;
                Some(20)
            }
            2 => {
                note(3);
                self.state = 3;
                if self.fault != Fault::KeepsPastTheEnd {
                    self.release();
                }
                None
            }
            _ => None,
        }
    }

    fn release(&mut self) {
        if self.fault == Fault::LeaksUnseen && self.b.is_some() {
            std::mem::forget(Box::new(self.state));
        }
        self.b = None;
        self.a = None;
    }

    fn after_panic(&mut self) {
        match self.fault {
            Fault::LeaksOnPanic => std::mem::forget((self.a.take(), self.b.take())),
            Fault::Revives => return,
            _ => self.release(),
        }
        self.state = 3;
    }
}

impl Iterator for Machine {
    type Item = i32;

    fn next(&mut self) -> Option<i32> {
        let run = std::panic::AssertUnwindSafe(|| self.run());
        let result = std::panic::catch_unwind(run);
        result.unwrap_or_else(|payload| {
            self.after_panic();
            std::panic::resume_unwind(payload)
        })
    }

    fn fold<B, F: FnMut(B, i32) -> B>(mut self, init: B, mut f: F) -> B {
        let mut result = init;
        while let Some(item) = self.next() {
            result = f(result, item);
            if self.fault == Fault::SkipsInFold && self.state == 2 {
                break;
            }
        }
        result
    }
}

impl Drop for Machine {
    fn drop(&mut self) {
        match self.fault {
            Fault::DropsOldestFirst => self.a = None,
            Fault::LosesOthersInDrop => {
                let a = std::mem::ManuallyDrop::new(self.a.take());
                self.b = None;
                drop(std::mem::ManuallyDrop::into_inner(a));
            }
            _ => {}
        }
        self.release();
    }
}

fn compare(fault: Fault) -> Result<Tally, Mismatch> {
    let twins = Twins {
        lazy: &move |visit| visit(Box::new(Machine::new(fault))),
        eager: &eager,
        by_rustc: false,
        destructures: false,
    };
    twins.compare()
}

/// The first run in which the fault shows.
fn found_in(fault: Fault) -> String {
    compare(fault).expect_err("the fault is found").run
}

#[test]
#[cfg_attr(miri, ignore = "under Miri the runs are sampled")]
fn a_right_machine_passes() {
    let tally = compare(Fault::Nothing).expect("nothing is wrong with it");
    let expected = Tally {
        items: 2,
        operations: 3,
        // Cancels after 0 to 3 items by `next()`, after 1 to 3 by `for_each`; 3 panics each; 3 folds;
        // 2 destructors that panic in each, 1 after the first item, 2 after the second.
        runs: 4 + 3 + 3 + 3 + 3 + 2 + 2 + 1 + 2,
        allocations: tally.allocations,
        silent: false,
        leaks: false,
    };
    assert_eq!(tally, expected);
    assert!(tally.allocations > 0, "each value is one");
}

#[test]
#[cfg_attr(miri, ignore = "under Miri the runs are sampled")]
fn wrong_machines_are_found() {
    let found = [
        (Fault::StartsEarly, "dropped after 0 items"),
        (Fault::DropsOldestFirst, "dropped after 2 items"),
        (Fault::KeepsPastTheEnd, "dropped after 3 items"),
        (Fault::LeaksOnPanic, "operation 2 panics in next"),
        (Fault::Revives, "operation 1 panics in next"),
        (Fault::SkipsInFold, "for_each left by a panic after 3 items"),
        (Fault::LeaksUnseen, "dropped after 2 items"),
        (
            Fault::LosesOthersInDrop,
            "destructor 1 panics in the drop after 2 items",
        ),
    ];
    for (fault, run) in found {
        assert_eq!(found_in(fault), run, "{fault:?}");
    }
}

#[test]
fn a_mismatch_shows_both_traces() {
    let mismatch = compare(Fault::DropsOldestFirst).expect_err("the fault is found");
    assert_eq!(mismatch.expected, "+1 <10> +2 <20> / -2 -1");
    assert_eq!(mismatch.got, "+1 <10> +2 <20> / -1 -2");
}

#[test]
#[cfg_attr(miri, ignore = "under Miri nothing is counted")]
fn a_mismatch_shows_what_is_left_on_the_heap() {
    let mismatch = compare(Fault::LeaksUnseen).expect_err("the fault is found");
    let trace = "+1 <10> +2 <20> / -2 -1";
    let expected = format!("{trace} (0 left on the heap, 0 bytes)");
    let got = format!("{trace} (1 left on the heap, 4 bytes)");
    assert_eq!((mismatch.expected, mismatch.got), (expected, got));
}
