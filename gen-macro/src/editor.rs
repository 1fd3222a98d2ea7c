//! Who asks for the expansion.

use std::env;

/// Whether it is rust-analyzer, which runs macros in a server of its own and starts it only under this variable.
pub fn asks() -> bool {
    env::var_os("RUST_ANALYZER_INTERNALS_DO_NOT_USE").is_some()
}
