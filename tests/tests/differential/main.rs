//! Random bodies, compiled as generators and as eager twins, run every way there is.
//!
//! The bodies come from `build.rs`; `difftest/generate/mod.rs` says why they are valid programs and
//! `difftest/trace.rs` what a trace is. More of them, others, or the same ones by rustc's own `gen fn`:
//!
//! ```text
//! GEN_DIFFTEST_COUNT=2000 GEN_DIFFTEST_SEED=5000 cargo test -p gen-tests --test differential
//! GEN_DIFFTEST_RUSTC=1 RUSTC_BOOTSTRAP=1 cargo test -p gen-tests --test differential --test conformance
//! ```
#![cfg_attr(rustc_gen, feature(gen_blocks, yield_expr))]

#[path = "../../difftest/compare.rs"]
mod compare;
#[path = "../../difftest/heap.rs"]
mod heap;
#[path = "../../difftest/trace.rs"]
mod trace;
#[path = "../../difftest/vocabulary.rs"]
mod vocabulary;

mod sanity;

use compare::{Tally, Twins, Visit};

/// One body with one list of arguments.
pub struct Case {
    seed: u64,
    call: &'static str,
    source: &'static str,
    destructures: bool,
    lazy: fn(Visit<'_>),
    eager: fn(),
}

#[allow(
    warnings,
    clippy::all,
    clippy::pedantic,
    reason = "random programs are not idiomatic ones"
)]
mod bodies {
    use super::Case;
    use crate::trace::{begin, hand_out};
    use crate::vocabulary::*;
    #[cfg(not(rustc_gen))]
    use gen_core::generator;

    include!(concat!(env!("OUT_DIR"), "/bodies.rs"));
}

impl Case {
    fn compare(&self) -> Result<Tally, String> {
        let twins = Twins {
            lazy: &self.lazy,
            eager: &self.eager,
            by_rustc: cfg!(rustc_gen),
            destructures: self.destructures,
        };
        let Self {
            seed, call, source, ..
        } = self;
        let report = |mismatch| format!("seed {seed}, f({call}), {mismatch}\n{source}\n");
        twins.compare().map_err(report)
    }
}

/// Of many differences most have one cause; the shortest bodies show it best.
const REPORTED: usize = 8;

#[test]
fn generators_do_what_plain_functions_do() {
    let cases: Vec<&Case> = bodies::ALL.iter().copied().flatten().collect();
    let results: Vec<_> = cases.iter().map(|case| case.compare()).collect();
    let mut failed: Vec<&str> = results
        .iter()
        .filter_map(|r| r.as_ref().err().map(String::as_str))
        .collect();
    failed.sort_by_key(|report| report.len());
    assert!(
        failed.is_empty(),
        "{} of {} differ, the shortest:\n{}",
        failed.len(),
        cases.len(),
        failed[..failed.len().min(REPORTED)].join("\n")
    );
    assert_covers(&results.into_iter().flatten().collect::<Vec<_>>());
}

/// Bodies that never yield or never do anything would prove nothing.
fn assert_covers(tallies: &[Tally]) {
    assert!(!tallies.is_empty(), "there are no bodies");
    assert!(
        tallies.iter().all(|tally| !tally.leaks),
        "no body leaks by itself"
    );
    if bodies::CHOSEN {
        return;
    }
    let share = |wanted: fn(&Tally) -> bool| {
        let count = tallies.iter().filter(|tally| wanted(tally)).count();
        100 * count / tallies.len()
    };
    let (often, much) = (share(|t| t.items >= 3), share(|t| t.operations >= 6));
    assert!(
        often > 50 && much > 50,
        "{often} % yield often, {much} % do much"
    );
}

/// What the bodies are made of; a generator that forgets one of these tests less than it claims.
const CONSTRUCTS: [&str; 39] = [
    "yield_!({",
    "let () = yield_!",
    "match yield_!",
    "return yield_!",
    "add(",
    ".plus({",
    "vec![",
    "format!",
    "assert!",
    "matches!",
    " else if ",
    "if let Some(",
    " && ",
    " || ",
    "while let Some(",
    "let mut ",
    "for ",
    ".into_iter().enumerate()",
    "count(",
    ".iter().rev()",
    "loop {",
    "'l",
    "break ('l",
    "continue;",
    "continue 'l",
    "return;",
    " @ ",
    " | Shape::Two(",
    " if num(&",
    "Duo { right: ",
    "let _ = ",
    "move |q: i32|",
    "move || eat(",
    "let ref r = ",
    "std::mem::replace(&mut ",
    ".take()",
    ".pop()",
    ".clone()",
    "<'a>(",
];

#[test]
fn every_construct_occurs() {
    if bodies::CHOSEN {
        return;
    }
    let cases: Vec<&Case> = bodies::ALL.iter().copied().flatten().collect();
    let occurs = |construct: &&str| cases.iter().any(|case| case.source.contains(construct));
    let missing: Vec<&&str> = CONSTRUCTS.iter().filter(|c| !occurs(c)).collect();
    assert!(missing.is_empty(), "no body has {missing:?}");
}
