//! The equality of all implementations.
use crate::item::Trace;
use crate::measure::assert_agreement;
use crate::table::{Case, MODES, cases};

#[test]
fn all_implementations_yield_the_same() {
    assert_agreement(&cases::<Trace>());
}

#[test]
fn every_workload_has_items_and_its_baselines() {
    let cases = cases::<Trace>();
    for workload in cases.chunk_by(|a, b| a.workload == b.workload) {
        let has = |kind, mode| {
            workload
                .iter()
                .any(|case| case.kind == kind && case.mode == mode)
        };
        assert!(
            MODES.into_iter().all(|mode| has("hand", mode)),
            "{}",
            workload[0]
        );
        assert!(has("plain", "internal"), "{}", workload[0]);
        assert!((workload[0].run)().len() > 10, "{}", workload[0]);
    }
}

#[test]
#[should_panic(expected = "w/b (for) differs from w/a")]
fn a_difference_is_noticed() {
    let case = |kind, run| Case {
        workload: "w",
        kind,
        mode: "for",
        run,
        size: || 0,
    };
    assert_agreement(&[case("a", || 1), case("b", || 2)]);
}
