//! Misuse that syntax shows.

use crate::errors::Errors;
use crate::input::GeneratorFn;

/// Reports every misuse in `generator`.
pub fn misuse(generator: &GeneratorFn, errors: &mut Errors) {
    let _ = (generator, errors);
}
