//! What the name of a method tells: of std's methods each stands once in [`table`], with what is known of it.
//!
//! A fact holds wherever std has a method of that name. What depends on the type as well is asked elsewhere:
//! `analyse::method_calls` looks at the call, `analyse::borrows::views` at the type of what is borrowed.

mod table;

use crate::syntax::Facts;
use table::*;

fn has(method: &str, fact: Facts) -> bool {
    facts(method) & fact != 0
}

/// Whether a method of this name is well known to take `self` by value, and has no namesake in std that only looks, as `last` has.
pub fn is_consuming(method: &str) -> bool {
    has(method, TAKES) || method.starts_with("into_") || method.starts_with("unwrap")
}

/// Whether a method of this name is well known to leave what it is called on where it is, a reference to it included.
pub fn only_looks(method: &str) -> bool {
    !is_consuming(method) && has(method, VIEW | NUMBER | BOOL)
}

/// Whether a method of this name, called with so many arguments, is well known to look.
pub fn looks_with(method: &str, arguments: usize) -> bool {
    match arguments {
        0 => has(method, LOOKS_0),
        1 => has(method, LOOKS_1),
        2 => has(method, LOOKS_2),
        _ => false,
    }
}

/// Whether a method compares what it is called on with what its argument refers to, if that is a reference.
pub fn compares(method: &str) -> bool {
    has(method, COMPARES)
}

/// Whether a `&mut` to what has such a method by value has it, too, and gives the same, as a `&mut` to an iterator has those of iterators:
/// rustc tells by a shared reference only whether it takes what it is called on.
pub fn is_asked_by_sharing(method: &str) -> bool {
    is_consuming(method) || has(method, COMPARES | SORTED)
}

/// Whether a method hands out a view of what it is called on.
pub fn is_view(method: &str) -> bool {
    has(method, VIEW)
}

/// Whether a method of this name gives a reference, whatever type it is of.
pub fn gives_reference(method: &str) -> bool {
    ["as_bytes", "as_slice", "as_str"].contains(&method)
}

/// Whether a method that hands out a view is of a trait that references to what has it have as well.
pub fn is_of_references(method: &str) -> bool {
    ["as_ref", "as_mut"].contains(&method)
}

/// Whether a method hands out a view whose type does not tell that it has no drop, though it has none.
pub fn is_view_by_name(method: &str) -> bool {
    is_view(method) && has(method, EXCLUSIVE | ITERATOR)
}

/// Whether a method borrows what it is called on, or a part of that, and gives the same each time it is called.
pub fn borrows_again(method: &str) -> bool {
    (has(method, EXCLUSIVE) && !has(method, ITERATOR)) || ["as_ref", "as_deref"].contains(&method)
}

/// Whether a method of this name returns a number or a bool.
pub fn gives_number(method: &str) -> bool {
    has(method, NUMBER | BOOL)
}

/// Whether that is a bool.
pub fn gives_bool(method: &str) -> bool {
    has(method, BOOL)
}

/// Whether a method without arguments gives a value of a type of its own.
pub fn is_typed(method: &str) -> bool {
    has(method, TYPED)
}

/// Whether a method without arguments gives a value that owns something.
pub fn gives_owned(method: &str) -> bool {
    has(method, OWNED)
}

/// Whether a method gives whatever is expected of it.
pub fn is_open(method: &str) -> bool {
    has(method, OPEN)
}

/// Whether a method gives an iterator.
pub fn gives_iterator(method: &str) -> bool {
    has(method, ITERATOR)
}

/// Whether a method gives pieces of a text.
pub fn cuts_text(method: &str) -> bool {
    has(method, CUTS)
}

/// Whether a reader has a method of this name, which takes it by value and gives an iterator.
pub fn reads(method: &str) -> bool {
    has(method, READS)
}

/// Whether a method of an iterator gives another one that holds it: not so `collect` and `sum`.
pub fn is_adapter(method: &str) -> bool {
    has(method, ADAPTER)
}

/// Whether an adapter holds its argument.
pub fn holds_argument(method: &str) -> bool {
    has(method, HOLDS)
}

/// Whether an adapter has the items of its argument, too.
pub fn joins_items(method: &str) -> bool {
    has(method, JOINS)
}

/// Whether the items of an adapter are other values than those of what it adapts. Of an `Option` it makes one that holds a value of
/// its own.
pub fn makes_items(method: &str) -> bool {
    has(method, MAKES)
}

/// Whether the items of an adapter are those of what it adapts.
pub fn passes_items(method: &str) -> bool {
    is_adapter(method) && !has(method, MAKES | PAIRS)
}

/// Whether an adapter keeps items.
pub fn keeps_items(method: &str) -> bool {
    has(method, KEEPS)
}

/// Whether a method gives an item of an iterator or a collection.
pub fn gives_item(method: &str) -> bool {
    has(method, ITEM)
}

/// Whether a method gives an item of an iterator, or something made of its items.
pub fn uses_items(method: &str) -> bool {
    has(method, ITEM | GATHERS)
}

/// Whether a method without arguments returns a guard, in a `Result` or not.
pub fn is_guard(method: &str) -> bool {
    has(method, GUARD)
}

/// Whether the guard that a method returns is in a `Result`.
pub fn is_fallible_guard(method: &str) -> bool {
    has(method, FALLIBLE)
}

/// Whether a method of `Result`, `Option` and the like gives what is in it, and takes its receiver by value.
pub fn unwraps(method: &str) -> bool {
    has(method, UNWRAPS)
}

/// Whether a method hands on the value it is called on, or a part of it.
pub fn passes_on(method: &str) -> bool {
    has(method, PASSES)
}

/// The same, or with another error.
pub fn passes_value_on(method: &str) -> bool {
    has(method, PASSES | OTHER_ERROR | SIFTS)
}

/// Whether a method hands on what it is called on, or its argument.
pub fn chooses(method: &str) -> bool {
    has(method, CHOOSES)
}

/// Whether a method gives an `Option` of its argument, or of what that returns.
pub fn puts_in_option(method: &str) -> bool {
    has(method, PUTS)
}
