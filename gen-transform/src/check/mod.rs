//! Second stage: misuse that syntax alone shows.
//!
//! Takes the generator as the user wrote it, before names are resolved, and adds to the errors; it changes nothing.
//! One walk over the body (`walk`) knows where it is and asks the rules, a file for each family:
//!
//! | file | what it reports |
//! | --- | --- |
//! | `places` | a yield where no item can be handed out: closures, nested functions, constants, guards, ... |
//! | `macros` | a yield in tokens whose meaning is not known yet |
//! | `arguments` | what stands between the parentheses of `yield_!` and `yield_from!` |
//! | `values` | a value that is returned from an iterator |
//! | `question` | `?` where the items cannot carry a failure |
//! | `keywords` | `.await`, and `yield` spelled as a keyword |
//! | `jumps` | `break` and `continue` outside of a loop |
//! | `receiver` | `self` changed through `&self` |
//! | `recursion` | a call of the function itself that would make its type infinite, or has not as many arguments as it takes |
//!
//! A rule that can only guess says nothing: a wrong guess would reject a valid program, and rustc's type check comes
//! later anyway. AFTER THIS STAGE each `yield_!` and `yield_from!` that the body owns has arguments that parse.
//! docs/diagnostics.md has the style of the messages and the catalogue.

mod arguments;
mod jumps;
mod keywords;
mod macros;
mod places;
mod question;
mod receiver;
mod recursion;
mod shapes;
mod values;
mod walk;

use crate::errors::Errors;
use crate::input::GeneratorFn;

/// Reports every misuse in `generator`.
pub fn misuse(generator: &GeneratorFn, errors: &mut Errors) {
    walk::walk(generator, errors);
    values::tail(generator, errors);
}
