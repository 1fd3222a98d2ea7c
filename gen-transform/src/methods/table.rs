//! The methods of std that are known by name, each once.

use crate::syntax::{Facts, facts_in, is_sorted};

/// Takes `self` by value wherever std has it.
pub const TAKES: Facts = 1 << 0;
/// With no argument it looks wherever std has it, and often stands at the last use of a variable. (Readers have `split` by value.)
pub const LOOKS_0: Facts = 1 << 1;
/// The same with one argument.
pub const LOOKS_1: Facts = 1 << 2;
/// The same with two.
pub const LOOKS_2: Facts = 1 << 3;
/// Takes `&self` wherever std has it, and returns a view: something with a borrow, but without a drop.
pub const VIEW: Facts = 1 << 4;
/// A view that is no iterator and holds an exclusive reference: of all others the type tells that they have no drop, they are
/// copies.
pub const EXCLUSIVE: Facts = 1 << 5;
/// Returns a `usize`.
pub const NUMBER: Facts = 1 << 6;
/// Without arguments it returns a value whose type does not depend on what is expected.
pub const TYPED: Facts = 1 << 7;
/// Without arguments it returns a `String` or a `Vec`.
pub const OWNED: Facts = 1 << 8;
/// Returns whatever is expected.
pub const OPEN: Facts = 1 << 9;
/// Returns an iterator wherever std has it.
pub const ITERATOR: Facts = 1 << 10;
/// A reader has it, too, and by value.
pub const READS: Facts = 1 << 11;
/// Returns an iterator that holds the one it is called on.
pub const ADAPTER: Facts = 1 << 12;
/// Such an iterator holds the argument, too.
pub const HOLDS: Facts = 1 << 13;
/// It has items of its own, made of those of the other; of an `Option` it makes another value.
pub const MAKES: Facts = 1 << 14;
/// It has the items of its argument, too.
pub const JOINS: Facts = 1 << 15;
/// Its items contain those of the other.
pub const PAIRS: Facts = 1 << 16;
/// It keeps items, or what it has made of them.
pub const KEEPS: Facts = 1 << 17;
/// Gives an item of what it is called on.
pub const ITEM: Facts = 1 << 18;
/// Makes something else out of the items.
pub const GATHERS: Facts = 1 << 19;
/// Without arguments it returns a guard, which the next method in the chain only borrows.
pub const GUARD: Facts = 1 << 20;
/// The guard stands in a `Result`.
pub const FALLIBLE: Facts = 1 << 21;
/// Gives what an `Option`, a `Result` or the like holds, and takes it by value.
pub const UNWRAPS: Facts = 1 << 22;
/// Hands on what it is called on, or a part of it; its arguments add nothing to the type.
pub const PASSES: Facts = 1 << 23;
/// Hands on the value, but with another error.
pub const OTHER_ERROR: Facts = 1 << 24;
/// Hands on what an `Option` holds, or nothing.
pub const SIFTS: Facts = 1 << 25;
/// Hands on the `Option` it is called on, or its argument.
pub const CHOOSES: Facts = 1 << 26;
/// Gives an `Option` of its arguments, or of what these return.
pub const PUTS: Facts = 1 << 27;
/// Compares what it is called on with what its argument refers to. Iterators have one by value, which takes another iterator.
pub const COMPARES: Facts = 1 << 28;
/// Slices have it by reference, iterators by value.
pub const SORTED: Facts = 1 << 30;
/// Returns a `bool`.
pub const BOOL: Facts = 1 << 29;

/// Gives an iterator over pieces of a text.
pub const CUTS: Facts = 1 << 31;

/// Adapters of iterators only, which take a number or nothing.
const WRAPPER: Facts = TAKES | ADAPTER;
/// Those that take a closure or another iterator.
const HOLDER: Facts = WRAPPER | HOLDS;

/// The methods, sorted by name.
const METHODS: &[(&str, Facts)] = &[
    ("all", GATHERS),
    ("and", TAKES | PUTS),
    ("and_then", TAKES | PUTS),
    ("any", GATHERS),
    ("as_bytes", VIEW),
    ("as_deref", VIEW),
    ("as_deref_mut", VIEW | EXCLUSIVE),
    ("as_mut", VIEW | EXCLUSIVE),
    ("as_mut_slice", VIEW | EXCLUSIVE),
    ("as_ref", VIEW),
    ("as_slice", VIEW),
    ("as_str", VIEW),
    ("borrow", LOOKS_0 | GUARD),
    ("borrow_mut", LOOKS_0 | GUARD),
    ("bytes", ITERATOR | READS),
    ("capacity", NUMBER),
    ("chain", HOLDER | JOINS),
    ("char_indices", VIEW | ITERATOR),
    ("chars", VIEW | ITERATOR),
    ("chunks", VIEW | ITERATOR),
    ("chunks_mut", VIEW | ITERATOR),
    ("clamp", TAKES),
    ("clear", LOOKS_0),
    ("clone", LOOKS_0 | PASSES | TYPED),
    ("cloned", WRAPPER | MAKES),
    ("cmp", COMPARES),
    ("collect", TAKES | GATHERS | OPEN),
    ("contains", BOOL),
    ("contains_key", BOOL),
    ("copied", WRAPPER),
    ("count", TAKES | NUMBER | GATHERS),
    ("cycle", WRAPPER | ITERATOR),
    ("dedup", LOOKS_0),
    ("default", OPEN),
    ("downcast", TAKES),
    ("ends_with", BOOL),
    ("entry", LOOKS_1),
    ("enumerate", WRAPPER | ITERATOR | PAIRS),
    ("eq", COMPARES),
    ("err", TAKES),
    ("expect", TAKES | UNWRAPS | PASSES),
    ("expect_err", TAKES),
    ("extend", LOOKS_1),
    ("filter", HOLDER | SIFTS),
    ("filter_map", HOLDER | ITERATOR | MAKES),
    ("find", ITEM),
    ("find_map", GATHERS),
    ("first", VIEW),
    ("first_entry", VIEW | EXCLUSIVE),
    ("first_mut", VIEW | EXCLUSIVE),
    ("flat_map", HOLDER | ITERATOR | MAKES | KEEPS),
    ("flatten", WRAPPER | MAKES | KEEPS | SIFTS),
    ("fold", TAKES | GATHERS),
    ("for_each", TAKES),
    ("from", OPEN),
    ("fuse", WRAPPER | ITERATOR),
    ("ge", COMPARES),
    ("get", VIEW),
    ("get_mut", VIEW | EXCLUSIVE),
    ("gt", COMPARES),
    ("hash", LOOKS_1),
    ("insert", LOOKS_2),
    ("inspect", HOLDER),
    ("into", TAKES | OPEN),
    ("into_iter", TAKES | ITERATOR),
    ("is_empty", BOOL),
    ("is_err", BOOL),
    ("is_err_and", TAKES | BOOL),
    ("is_none", BOOL),
    ("is_none_or", TAKES | BOOL),
    ("is_ok", BOOL),
    ("is_ok_and", TAKES | BOOL),
    ("is_some", BOOL),
    ("is_some_and", TAKES | BOOL),
    ("is_sorted", SORTED),
    ("iter", VIEW | ITERATOR),
    ("iter_mut", VIEW | ITERATOR),
    ("keys", VIEW | ITERATOR),
    ("last", VIEW | ITEM),
    ("last_entry", VIEW | EXCLUSIVE),
    ("last_mut", VIEW | EXCLUSIVE),
    ("le", COMPARES),
    ("len", NUMBER | TYPED),
    ("lines", ITERATOR | READS | CUTS),
    ("lock", LOOKS_0 | GUARD | FALLIBLE),
    ("lt", COMPARES),
    ("map", HOLDER | MAKES | PUTS),
    ("map_err", TAKES | OTHER_ERROR),
    ("map_or", TAKES | PUTS),
    ("map_or_else", TAKES),
    ("map_while", HOLDER | ITERATOR | MAKES),
    ("matches", CUTS),
    ("max", TAKES | ITEM),
    ("max_by", TAKES | ITEM),
    ("max_by_key", TAKES | ITEM),
    ("min", TAKES | ITEM),
    ("min_by", TAKES | ITEM),
    ("min_by_key", TAKES | ITEM),
    ("ne", COMPARES),
    ("next", LOOKS_0 | ITEM),
    ("next_back", ITEM),
    ("nth", ITEM),
    ("ok", TAKES | UNWRAPS | PASSES),
    ("ok_or", TAKES | OTHER_ERROR),
    ("ok_or_else", TAKES | OTHER_ERROR),
    ("or", CHOOSES),
    ("or_else", TAKES | CHOOSES),
    ("parse", LOOKS_0 | OPEN),
    ("partial_cmp", COMPARES),
    ("partition", TAKES | GATHERS),
    ("peek", VIEW | ITEM),
    ("peekable", WRAPPER | ITERATOR | KEEPS),
    ("pop", LOOKS_0 | ITEM),
    ("pop_back", ITEM),
    ("pop_front", ITEM),
    ("position", GATHERS),
    ("product", TAKES | GATHERS | OPEN),
    ("push", LOOKS_1),
    ("push_str", LOOKS_1),
    ("read", LOOKS_0 | LOOKS_1 | GUARD | FALLIBLE),
    ("reduce", TAKES | ITEM),
    ("remove", LOOKS_1 | ITEM),
    ("rev", WRAPPER | ITERATOR),
    ("rfold", TAKES | GATHERS),
    ("rsplit", CUTS),
    ("rsplitn", CUTS),
    ("scan", HOLDER | ITERATOR | MAKES),
    ("skip", WRAPPER | ITERATOR),
    ("skip_while", HOLDER | ITERATOR),
    ("sort", LOOKS_0),
    ("split", LOOKS_1 | ITERATOR | READS | CUTS),
    ("split_ascii_whitespace", CUTS),
    ("split_at", VIEW),
    ("split_at_mut", VIEW | EXCLUSIVE),
    ("split_first", VIEW),
    ("split_first_mut", VIEW | EXCLUSIVE),
    ("split_inclusive", CUTS),
    ("split_last", VIEW),
    ("split_last_mut", VIEW | EXCLUSIVE),
    ("split_off", LOOKS_1),
    ("split_once", LOOKS_1),
    ("split_terminator", CUTS),
    ("split_whitespace", VIEW | ITERATOR | CUTS),
    ("splitn", CUTS),
    ("starts_with", BOOL),
    ("step_by", WRAPPER | ITERATOR),
    ("strip_prefix", VIEW),
    ("sum", TAKES | GATHERS | OPEN),
    ("swap", LOOKS_2),
    ("swap_remove", ITEM),
    ("take", ADAPTER | SIFTS),
    ("take_while", HOLDER | ITERATOR),
    ("then", PUTS),
    ("then_some", PUTS),
    ("to_lowercase", TYPED),
    ("to_owned", LOOKS_0 | TYPED),
    ("to_string", LOOKS_0 | TYPED | OWNED),
    ("to_uppercase", TYPED),
    ("to_vec", LOOKS_0 | OWNED),
    ("transpose", TAKES),
    ("trim", VIEW),
    ("trim_end", VIEW),
    ("trim_start", VIEW),
    ("try_borrow", GUARD | FALLIBLE),
    ("try_borrow_mut", GUARD | FALLIBLE),
    ("try_into", TAKES | OPEN),
    ("try_lock", GUARD | FALLIBLE),
    ("try_read", GUARD | FALLIBLE),
    ("try_write", GUARD | FALLIBLE),
    ("unfinished", LOOKS_0),
    ("unwrap", TAKES | UNWRAPS | PASSES),
    ("unwrap_or", TAKES | UNWRAPS | CHOOSES),
    ("unwrap_or_default", TAKES | UNWRAPS | PASSES),
    ("unwrap_or_else", TAKES | UNWRAPS | CHOOSES),
    ("unzip", TAKES | GATHERS),
    ("values", VIEW | ITERATOR),
    ("values_mut", VIEW | ITERATOR),
    ("windows", VIEW | ITERATOR),
    ("write", LOOKS_0 | LOOKS_1 | GUARD | FALLIBLE),
    ("xor", CHOOSES),
    ("zip", HOLDER | JOINS | PAIRS),
];

const _: () = assert!(is_sorted(METHODS), "each name stands once, in its place");

/// What is known of the methods of a name.
pub fn facts(method: &str) -> Facts {
    facts_in(METHODS, method)
}
