//! `start`, `send`, `try_send`, `resume`, `is_done`, `take_return`.

use gen_core::GeneratorState::{Complete, Yielded};
use gen_core::{Generator, generator};
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};

#[generator]
fn averager() -> impl Generator<f64, Yield = f64, Return = f64> {
    let mut sum = 0.0;
    let mut count = 0.0;
    while sum < 100.0 {
        let x = yield_!(if count == 0.0 { 0.0 } else { sum / count });
        sum += x;
        count += 1.0;
    }
    sum / count
}

#[test]
fn an_averager_takes_values_and_returns_the_last_mean() {
    let mut g = averager();
    assert_eq!(g.start(), Yielded(0.0));
    assert_eq!(g.send(10.0), Yielded(10.0));
    assert_eq!(g.send(30.0), Yielded(20.0));
    assert!(!g.is_done());
    assert_eq!(g.send(80.0), Complete(40.0));
    assert!(g.is_done());
    assert_eq!(g.take_return(), None);
}

#[generator]
fn echo() -> impl Generator<String, Yield = String, Return = ()> {
    let mut said = String::from("?");
    loop {
        said = yield_!(said);
    }
}

#[test]
fn send_before_the_start_gives_the_value_back() {
    let mut g = echo();
    let error = g.try_send("a".to_string()).unwrap_err();
    assert!(!error.has_ended());
    assert_eq!(
        error.to_string(),
        "can't send to a just-started generator: call `start()` first"
    );
    assert_eq!(error.into_inner(), "a");
    assert_eq!(g.start(), Yielded("?".to_string()));
    assert_eq!(g.send("b".to_string()), Yielded("b".to_string()));
}

#[generator]
fn one() -> impl Generator<u8, Yield = u8, Return = u8> {
    yield_!(1)
}

#[test]
fn send_after_the_end_gives_the_value_back() {
    let mut g = one();
    g.start();
    assert_eq!(g.send(7), Complete(7));
    let error = g.try_send(8).unwrap_err();
    assert!(error.has_ended());
    assert_eq!(error.into_inner(), 8);
}

#[test]
fn send_panics_where_try_send_fails() {
    let sent = catch_unwind(|| one().send(1));
    let text = *sent.unwrap_err().downcast::<String>().unwrap();
    assert_eq!(
        text,
        "can't send to a just-started generator: call `start()` first"
    );
}

#[test]
fn resume_starts_the_body_and_drops_the_first_value() {
    let mut g = echo();
    assert_eq!(g.resume("dropped".to_string()), Yielded("?".to_string()));
    assert_eq!(g.resume("kept".to_string()), Yielded("kept".to_string()));
}

#[test]
fn start_is_for_once_and_the_end_is_for_ever() {
    let mut g = one();
    g.start();
    assert!(catch_unwind(AssertUnwindSafe(|| g.start())).is_err());
    g.send(0);
    assert!(catch_unwind(AssertUnwindSafe(|| g.resume(0))).is_err());
    assert!(g.is_done());
}

#[generator]
fn everywhere() -> impl Generator<i32, Yield = i32, Return = Vec<i32>> {
    let mut all = vec![yield_!(0)];
    let sum = yield_!(1) + 10 * yield_!(2);
    all.push(sum);
    if yield_!(3) > 3 {
        let matched = match yield_!(4) {
            4 => -4,
            other => other,
        };
        all.push(matched);
    }
    let (a, b) = (yield_!(5), yield_!(6).pow(2));
    let last = [a, b, -yield_!(7)];
    all.extend(last);
    all
}

#[test]
fn what_is_sent_is_the_value_of_the_yield_in_every_position() {
    let mut g = everywhere();
    let mut state = g.start();
    let returned = loop {
        match state {
            Yielded(item) => state = g.send(item),
            Complete(value) => break value,
        }
    };
    assert_eq!(returned, [0, 21, 5, 36, -7]);
}

#[test]
fn three_is_not_more_than_three_but_four_is() {
    let mut g = everywhere();
    let mut state = g.start();
    let returned = loop {
        match state {
            Yielded(item) => state = g.send(item + 1),
            Complete(value) => break value,
        }
    };
    assert_eq!(returned, [1, 32, 5, 6, 49, -8]);
}

#[generator]
fn counted(words: Vec<String>) -> impl Generator<Yield = String, Return = usize> {
    let count = words.len();
    for word in words {
        yield_!(word);
    }
    count
}

fn words() -> Vec<String> {
    vec!["a".to_string(), "b".to_string()]
}

#[test]
fn the_return_value_can_be_taken_once_after_a_loop() {
    let mut g = counted(words());
    let mut seen = String::new();
    for word in &mut g {
        seen += &word;
    }
    assert_eq!(seen, "ab");
    assert_eq!(g.take_return(), Some(2));
    assert_eq!(g.take_return(), None);
    assert_eq!(g.next(), None);
    assert_eq!(g.size_hint(), (0, Some(0)));
}

#[test]
fn a_generator_that_takes_nothing_is_an_iterator() {
    assert_eq!(counted(words()).collect::<String>(), "ab");
    let mut g = counted(words());
    assert_eq!(g.next(), Some("a".to_string()));
    assert_eq!(g.fold(0, |sum, word| sum + word.len()), 1);
}

#[generator]
fn boxed<'a>(of: &'a str) -> Box<dyn Generator<char, Yield = usize, Return = &'a str> + 'a> {
    let mut found = 0;
    while found < 2 {
        let wanted = yield_!(found);
        found += of.chars().filter(|c| *c == wanted).count();
    }
    &of[found..]
}

#[test]
fn boxed_and_dyn_generators_have_the_protocol() {
    let mut g = boxed("hello");
    assert_eq!(g.start(), Yielded(0));
    let by_ref: &mut dyn Generator<char, Yield = usize, Return = &'static str> = &mut g;
    assert_eq!(by_ref.send('h'), Yielded(1));
    assert_eq!(g.send('l'), Complete("lo"));
    assert!(g.is_done());
}

struct Logged<'l>(&'l RefCell<Vec<&'static str>>, &'static str);
impl Drop for Logged<'_> {
    fn drop(&mut self) {
        self.0.borrow_mut().push(self.1);
    }
}

#[generator]
fn swallows<'l>(
    log: &'l RefCell<Vec<&'static str>>,
) -> impl Generator<Logged<'l>, Yield = (), Return = ()> {
    let _local = Logged(log, "local");
    yield_!(());
    log.borrow_mut().push("resumed");
    let _kept = yield_!(());
    yield_!(());
}

#[test]
fn an_unused_sent_value_is_dropped_at_the_resume_and_a_kept_one_with_its_scope() {
    let log = RefCell::default();
    let mut g = swallows(&log);
    g.resume(Logged(&log, "first"));
    g.send(Logged(&log, "unused"));
    g.send(Logged(&log, "kept"));
    assert_eq!(*log.borrow(), ["first", "unused", "resumed"]);
    drop(g);
    assert_eq!(
        *log.borrow(),
        ["first", "unused", "resumed", "kept", "local"]
    );
}

#[generator]
fn parser() -> impl Generator<Result<i32, String>, Yield = i32, Return = Result<i32, String>> {
    let mut sum = 0;
    loop {
        let value = yield_!(sum)?;
        if value == 0 {
            return Ok(sum);
        }
        sum += value;
    }
}

#[test]
fn an_error_can_be_thrown_in() {
    let mut g = parser();
    g.start();
    assert_eq!(g.send(Ok(2)), Yielded(2));
    assert_eq!(
        g.send(Err("no".to_string())),
        Complete(Err("no".to_string()))
    );
    let mut g = parser();
    g.start();
    g.send(Ok(2));
    assert_eq!(g.send(Ok(0)), Complete(Ok(2)));
}

#[generator]
fn recovers() -> impl Generator<Result<i32, String>, Yield = String, Return = ()> {
    let mut answer = String::from("ready");
    loop {
        answer = match yield_!(answer) {
            Ok(value) => format!("got {value}"),
            Err(error) => format!("recovered from {error}"),
        };
    }
}

#[test]
fn a_body_can_recover_from_an_error_sent_in() {
    let mut g = recovers();
    g.start();
    assert_eq!(g.send(Ok(1)), Yielded("got 1".to_string()));
    assert_eq!(
        g.send(Err("e".to_string())),
        Yielded("recovered from e".to_string())
    );
    assert_eq!(g.send(Ok(2)), Yielded("got 2".to_string()));
}

#[generator]
fn panics() -> impl Generator<u8, Yield = u8, Return = ()> {
    let _alive = String::from("alive");
    let x = yield_!(1);
    assert!(x != 0, "zero");
    yield_!(2);
}

#[test]
fn a_panic_ends_it() {
    let mut g = panics();
    g.start();
    assert!(catch_unwind(AssertUnwindSafe(|| g.send(0))).is_err());
    assert!(g.is_done());
    assert!(g.try_send(1).unwrap_err().has_ended());
}

/// A body without a value at its end, and a return type that is `()` by another name.
#[test]
fn another_name_of_unit_needs_no_value() {
    type Unit = ();
    #[generator]
    fn counted(n: u32) -> impl Generator<Yield = u32, Return = Unit> {
        for i in 0..n {
            yield_!(i);
            if i == 5 {
                return;
            }
        }
    }
    let mut g = counted(1);
    assert_eq!(g.resume(()), Yielded(0));
    assert_eq!(g.resume(()), Complete(()));
}
