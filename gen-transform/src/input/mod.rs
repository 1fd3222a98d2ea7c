//! First stage: tokens to [`GeneratorFn`], the one input all later stages take.
//!
//! A function and an anonymous block become the same thing here: arguments, an output, a body in which each yield is
//! a `yield_!` or `yield_from!`.

mod args;
mod block;
mod captures;
mod comprehension;
mod conditional;
mod function;
mod groups;
mod keyword;
mod nested;
mod output;
mod partial;
mod unfinished;

pub use args::{Args, SizePromise};
pub use block::parse_block;
pub use conditional::{Version, block_versions, function_versions};
pub use function::parse_function;
pub use output::{Output, Wrapper, nameable};
pub use partial::{erroneous, in_editor, shown, unreadable_in_editor};
pub use unfinished::complete;

use syn::{Block, Ident, Pat, Type};

/// The type of a frame, as rustc names it: of a bound like `Clone` that one of its fields lacks, it says what asks for it.
pub const FRAME: &str = "Variables";

/// A generator as the user wrote it, taken apart.
#[derive(Debug)]
pub struct GeneratorFn {
    /// The options of the attribute.
    pub args: Args,
    /// The function around the body; `None` for an anonymous generator.
    pub item: Option<syn::ItemFn>,
    /// The parameters of the function or the captured variables of a block, in order.
    pub params: Vec<Param>,
    /// What the generator yields, receives and returns.
    pub output: Output,
    /// The statements of the body.
    pub body: Block,
    /// An anonymous generator's `move`.
    pub capture_move: bool,
    /// The name of the frame's type.
    pub frame: String,
    /// Whether something was written behind a dot that ended an argument.
    pub unfinished: bool,
}

/// A parameter: the variable the caller's value arrives in, and the pattern it is taken apart by when the body starts.
#[derive(Debug)]
pub struct Param {
    /// The name in the emitted signature.
    pub ident: Ident,
    /// The user's pattern: a plain binding, `self`, or anything else.
    pub pat: Pat,
    /// The declared type; `None` for `self` and captured variables.
    pub ty: Option<Type>,
    /// How `self` is taken; `None` for other parameters.
    pub receiver: Option<syn::Receiver>,
    /// What the parameter of an anonymous generator is given, if not just the variable of its name.
    pub value: Option<syn::Expr>,
}

impl GeneratorFn {
    /// The name for messages.
    pub fn name(&self) -> String {
        match &self.item {
            Some(item) => item.sig.ident.to_string(),
            None => "gen_!".to_string(),
        }
    }
}
