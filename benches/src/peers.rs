//! The other crates, each in the form its documentation gives and that is fastest to drive.
pub(crate) mod corosensei;
#[allow(
    missing_docs,
    reason = "the attribute makes a public enum of states beside each function"
)]
pub(crate) mod diapause;
pub(crate) mod fauxgen;
pub(crate) mod genawaiter;
pub(crate) mod next_gen;
