//! Running the cases: first that they agree, then how long they take.
use crate::table::Case;
use std::hint::black_box;
use std::time::{Duration, Instant};

/// Long enough that reading the clock costs nothing, short enough that one interruption spoils few samples.
const SAMPLE: Duration = Duration::from_micros(400);

/// Asserts that the cases of each workload give the same.
///
/// # Panics
/// If one does not.
pub fn assert_agreement<Out: PartialEq>(cases: &[Case<Out>]) {
    for workload in cases.chunk_by(|a, b| a.workload == b.workload) {
        let expected = (workload[0].run)();
        for case in workload {
            assert!(
                (case.run)() == expected,
                "{case} ({}) differs from {}",
                case.mode,
                workload[0]
            );
        }
    }
}

/// The best time of one drive of each case, in nanoseconds. The samples of all cases take turns, so that a slow spell of
/// the machine hits all alike.
pub fn best_times(cases: &[Case<u64>], rounds: u32) -> Vec<f64> {
    let drives: Vec<u32> = cases.iter().map(drives_per_sample).collect();
    let mut best = vec![f64::INFINITY; cases.len()];
    for _ in 0..rounds {
        for (i, case) in cases.iter().enumerate() {
            best[i] = best[i].min(sample(case, drives[i]));
        }
    }
    best
}

fn drives_per_sample(case: &Case<u64>) -> u32 {
    // The first drive pays for cold caches and lazy inputs.
    sample(case, 1);
    let drives = SAMPLE.as_nanos() as f64 / sample(case, 3).max(1.0);
    drives.ceil() as u32
}

fn sample(case: &Case<u64>, drives: u32) -> f64 {
    let start = Instant::now();
    for _ in 0..drives {
        black_box((case.run)());
    }
    start.elapsed().as_nanos() as f64 / f64::from(drives)
}
