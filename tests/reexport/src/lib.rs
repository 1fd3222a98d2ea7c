//! gen-core through another crate: this one cannot say `::gen_core`.
#![deny(warnings)]

use gen_test_facade::gen_core::generator;
use gen_test_facade::{evens, lazy};

/// By the path on which the other crate re-exports all of gen-core.
#[generator(crate = gen_test_facade::gen_core)]
pub fn up(end: u32) -> u32 {
    for n in 0..end {
        yield_!(n);
    }
}

/// The macro re-exported by itself.
#[gen_test_facade::generator(crate = ::gen_test_facade::gen_core)]
pub fn odds(end: u32) -> u32 {
    for n in evens(end) {
        if n + 1 < end {
            yield_!(n + 1);
        }
    }
}

/// A path in the body that leads through the re-export stays as it is.
#[generator(crate = gen_test_facade::gen_core)]
pub fn through<G>(mut inner: G) -> u32
where
    G: gen_test_facade::Generator<Yield = u32>,
{
    while let gen_test_facade::gen_core::GeneratorState::Yielded(n) = inner.resume(()) {
        yield_!(n);
    }
}

lazy! {
    /// By a macro of the other crate, which knows the way.
    pub fn characters(text: &str) -> char {
        for c in text.chars() {
            yield_!(c);
        }
    }
}

#[test]
fn they_run() {
    assert!(up(3).eq([0, 1, 2]));
    assert!(odds(6).eq([1, 3, 5]));
    assert!(characters("ab").eq(['a', 'b']));
}
