//! What a test body may use, and how one run of it is watched.
//!
//! A body is compiled twice: as a generator (lazy) and as a plain function in which `yield_!(x)` is
//! [`hand_out`] (eager). Both log what they do to the trace of the running thread, so equal traces mean
//! equal behaviour. One entry a word:
//!
//! | entry | meaning |
//! | --- | --- |
//! | `+3` | a value was made by [`n`] |
//! | `-3`, `-a` | a value was dropped |
//! | `=7` | [`note`] was called |
//! | `<5>` | an item was handed out |
//! | `.` | `next()` gave `None` |
//! | `!op`, `!drop` | a panic came out: of an operation, of a destructor |
//! | `/` | from here on the generator is dropped (or the eager twin unwound) |
//!
//! Cancelling the eager twin is a panic out of the k-th `yield_!`: unwinding drops its locals newest first,
//! which is what dropping a suspended generator has to do.
//!
//! Beside the trace stands what a run left on the heap; the trace itself is kept out of that count.

use crate::heap::{Heap, counted, uncounted};
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::fmt::Debug;
use std::panic::{self, AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::Once;
use std::thread;

/// Where a run is cut short; nothing set: nowhere.
#[derive(Clone, Copy, Default)]
pub struct Plan {
    /// [`hand_out`] unwinds after so many items, the start of an eager twin if it is zero.
    pub cancel_after: Option<usize>,
    /// The n-th operation panics, counted from one.
    pub panic_at: Option<usize>,
    /// The n-th destructor panics, counted from one, unless a panic is on its way already.
    pub panic_in_drop: Option<usize>,
}

#[derive(Default)]
struct Recorder {
    trace: Vec<String>,
    plan: Plan,
    items: usize,
    operations: usize,
    drops: usize,
    drops_before_cancel: Option<usize>,
    /// An item is with its consumer: its drop is no part of the generator.
    outside: bool,
}

thread_local! {
    static RECORDER: RefCell<Recorder> = RefCell::default();
    /// A panic of this thread is awaited: the hook has nothing to say.
    static AWAITED: Cell<bool> = const { Cell::new(false) };
}

/// The payload by which an eager twin is unwound.
struct Cancelled;
/// The payload of an operation that the plan lets fail.
struct Armed;
/// The payload of a destructor that the plan lets fail.
struct ArmedDrop;

fn recorder<R>(work: impl FnOnce(&mut Recorder) -> R) -> R {
    RECORDER.with(|recorder| work(&mut recorder.borrow_mut()))
}

pub fn log(entry: impl Into<String>) {
    let entry = entry.into();
    // The entry itself was made, and is freed, under the count.
    uncounted(|| recorder(|r| r.trace.push(entry.clone())));
}

/// A trace and how much happened on the way.
#[derive(Debug, PartialEq, Eq, Clone)]
pub struct Run {
    pub trace: String,
    pub items: usize,
    pub operations: usize,
    /// How many values were dropped.
    pub drops: usize,
    /// How many of them before the run was cancelled, if it was.
    pub drops_before_cancel: usize,
    pub heap: Heap,
}

impl Run {
    /// The same trace, and the same left on the heap.
    pub fn agrees(&self, expected: &Run) -> bool {
        self.trace == expected.trace && self.heap.same_left(&expected.heap)
    }
}

/// Records `work` under `plan`.
pub fn record(plan: Plan, work: impl FnOnce()) -> Run {
    keep_awaited_panics_silent();
    recorder(|r| {
        *r = Recorder {
            plan,
            ..Recorder::default()
        };
    });
    let heap = counted(work);
    recorder(|r| Run {
        trace: r.trace.join(" "),
        items: r.items,
        operations: r.operations,
        drops: r.drops,
        drops_before_cancel: r.drops_before_cancel.unwrap_or(r.drops),
        heap,
    })
}

/// The usual hook writes, into the captured output of the test, which grows on the heap.
fn keep_awaited_panics_silent() {
    static INSTALLED: Once = Once::new();
    INSTALLED.call_once(|| {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !AWAITED.get() {
                usual(info);
            }
        }));
    });
}

/// How a piece of work came to its end.
pub enum Outcome<R> {
    Ended(R),
    Cancelled,
    Panicked,
}

/// Runs `work`; a panic out of it is logged, the unwinding that stands for a cancel is not.
pub fn attempt<R>(work: impl FnOnce() -> R) -> Outcome<R> {
    let outer = AWAITED.replace(true);
    let result = catch_unwind(AssertUnwindSafe(work));
    AWAITED.set(outer);
    match result {
        Ok(result) => Outcome::Ended(result),
        Err(payload) if payload.is::<Cancelled>() => Outcome::Cancelled,
        Err(payload) => {
            log(format!("!{}", panic_text(payload.as_ref())));
            Outcome::Panicked
        }
    }
}

fn panic_text(payload: &(dyn Any + Send)) -> &str {
    if payload.is::<Armed>() {
        return "op";
    }
    if payload.is::<ArmedDrop>() {
        return "drop";
    }
    match payload.downcast_ref::<&str>() {
        Some(text) => text,
        None => payload.downcast_ref::<String>().map_or("?", String::as_str),
    }
}

/// What becomes of an item: it is logged, dropped and counted. Unwinds when the plan says so.
pub fn hand_out<T: Debug>(item: T) {
    log(format!("<{item:?}>"));
    recorder(|r| r.outside = true);
    drop(item);
    let cancel = recorder(|r| {
        r.outside = false;
        r.items += 1;
        r.plan.cancel_after == Some(r.items)
    });
    if cancel {
        unwind_as_cancelled();
    }
}

/// The first thing an eager twin does: a cancel after zero items happens here.
pub fn begin() {
    if recorder(|r| r.plan.cancel_after == Some(0)) {
        unwind_as_cancelled();
    }
}

fn unwind_as_cancelled() -> ! {
    log("/");
    recorder(|r| r.drops_before_cancel = Some(r.drops));
    // `resume_unwind` does not call the panic hook: thousands of cancels stay silent.
    resume_unwind(Box::new(Cancelled))
}

/// What a destructor does: it logs, and panics when it is its turn. Nothing may panic on top of a panic.
pub fn dropped(entry: String) {
    log(entry);
    let armed = recorder(|r| {
        if r.outside {
            return false;
        }
        r.drops += 1;
        r.plan.panic_in_drop == Some(r.drops)
    });
    if armed && !thread::panicking() {
        resume_unwind(Box::new(ArmedDrop));
    }
}

/// The operation every body is full of: passes `value` through, or panics when it is its turn.
pub fn op(value: i32) -> i32 {
    let armed = recorder(|r| {
        r.operations += 1;
        r.plan.panic_at == Some(r.operations)
    });
    if armed {
        resume_unwind(Box::new(Armed));
    }
    value
}
