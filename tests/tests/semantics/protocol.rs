//! Sending, returning, ending.

use crate::trace::{Noisy, events};
use gen_core::{Generator, GeneratorState, generator};
use std::panic::{AssertUnwindSafe, catch_unwind};

#[generator]
fn echo() -> impl Generator<u32, Yield = u32, Return = &'static str> {
    let first = yield_!(0);
    let second = yield_!(first);
    if second == 0 { "zero" } else { "more" }
}

fn panic_text<T>(run: impl FnOnce() -> T) -> String {
    let payload = catch_unwind(AssertUnwindSafe(run)).err().expect("a panic");
    match payload.downcast::<String>() {
        Ok(text) => *text,
        Err(payload) => payload.downcast_ref::<&str>().unwrap().to_string(),
    }
}

#[test]
fn start_takes_no_value_and_send_delivers_one() {
    let mut g = echo();
    assert_eq!(g.start(), GeneratorState::Yielded(0));
    assert_eq!(g.send(5), GeneratorState::Yielded(5));
    assert_eq!(g.send(0), GeneratorState::Complete("zero"));
}

#[test]
fn nobody_takes_a_value_before_the_start_or_after_the_end() {
    let mut g = echo();
    let early = g.try_send(7).unwrap_err();
    assert!(!early.has_ended());
    assert_eq!(early.into_inner(), 7);
    assert_eq!(
        panic_text(|| echo().send(7)),
        "can't send to a just-started generator: call `start()` first"
    );

    g.start();
    g.send(1);
    g.send(2);
    let late = g.try_send(8).unwrap_err();
    assert!(late.has_ended());
    assert_eq!(late.into_inner(), 8);
    assert!(catch_unwind(AssertUnwindSafe(|| g.send(8))).is_err());
}

#[test]
fn resume_starts_with_a_value_that_is_dropped() {
    #[generator]
    fn names() -> impl Generator<Noisy, Yield = usize, Return = ()> {
        let name = yield_!(0);
        yield_!(name.len());
    }
    let mut g = names();
    assert_eq!(g.resume(Noisy("first")), GeneratorState::Yielded(0));
    assert_eq!(events(), "-first");
    assert_eq!(g.resume(Noisy("second")), GeneratorState::Yielded(6));
    assert_eq!(events(), "");
}

#[test]
fn throw_is_sending_an_error() {
    #[generator]
    fn sums() -> impl Generator<Result<u32, String>, Yield = u32, Return = Result<(), String>> {
        let _guard = Noisy("guard");
        let mut sum = 0;
        loop {
            sum += yield_!(sum)?;
        }
    }
    let mut g = sums();
    g.start();
    assert_eq!(g.send(Ok(3)), GeneratorState::Yielded(3));
    let thrown = g.send(Err(String::from("stop")));
    assert_eq!(thrown, GeneratorState::Complete(Err(String::from("stop"))));
    assert_eq!(events(), "-guard");
}

#[test]
fn close_is_dropping() {
    #[generator]
    fn held() -> impl Generator<(), Yield = u32, Return = ()> {
        let _guard = Noisy("guard");
        yield_!(1);
        unreachable!();
    }
    let mut g = held();
    g.start();
    drop(g);
    assert_eq!(events(), "-guard");
}

#[test]
fn the_return_value_is_there_once_after_the_loop() {
    #[generator]
    fn counted() -> impl Generator<Yield = u32, Return = &'static str> {
        yield_!(1);
        yield_!(2);
        "end"
    }
    let mut g = counted();
    assert_eq!(g.take_return(), None);
    let mut items = Vec::new();
    for item in &mut g {
        items.push(item);
    }
    assert_eq!(items, [1, 2]);
    assert_eq!(g.take_return(), Some("end"));
    assert_eq!(g.take_return(), None);
    assert_eq!(g.next(), None);
}

#[test]
fn the_tail_and_return_are_the_final_value() {
    #[generator]
    fn early(stop: bool) -> impl Generator<Yield = u32, Return = u32> {
        if stop {
            return 7;
        }
        yield_!(1);
        8
    }
    assert_eq!(early(true).start(), GeneratorState::Complete(7));
    let mut g = early(false);
    assert_eq!(g.resume(()), GeneratorState::Yielded(1));
    assert_eq!(g.resume(()), GeneratorState::Complete(8));
}
