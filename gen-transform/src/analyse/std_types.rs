//! The types of std that are known by name, each once.
//!
//! A name is all there is: a type of the user's own with the name of one of these is taken for it, as docs/limits.md says.

use crate::syntax::{Facts, facts_in, is_sorted};
use proc_macro2::Ident;

/// A collection, a loop over a reference to which has references as its items.
const COLLECTION: Facts = 1 << 0;
/// Owns what it holds, and is moved, never copied.
const OWNED: Facts = 1 << 1;
/// A map from keys to values.
const MAP: Facts = 1 << 2;
/// Text: it holds nothing whose drop could be noticed, whatever it is used for.
const TEXT: Facts = 1 << 3;
/// Drops what it holds, and nothing else. (What the drop of an `Rc` does shows in the count of the others.)
const HOLDER: Facts = 1 << 4;
/// Owns what it points to, and has the methods of that.
const POINTER: Facts = 1 << 5;
/// Holds what its `new` is given: its type is complete where that of the argument is.
const WRAPPER: Facts = 1 << 6;

/// Many a crate has an alias of this name, with a part that does not show.
const ALIASED: Facts = 1 << 7;

/// A collection that owns its items, and drops nothing else.
const LIST: Facts = COLLECTION | OWNED | HOLDER;

/// The types, sorted by name.
const TYPES: &[(&str, Facts)] = &[
    ("Arc", OWNED | POINTER | WRAPPER),
    ("BTreeMap", LIST | MAP),
    ("BTreeSet", LIST),
    ("BinaryHeap", LIST),
    ("Box", OWNED | HOLDER | POINTER | WRAPPER),
    ("Cell", HOLDER | WRAPPER),
    ("HashMap", LIST | MAP),
    ("HashSet", LIST),
    ("LinkedList", LIST),
    ("Mutex", WRAPPER),
    ("Option", COLLECTION | HOLDER),
    ("PathBuf", OWNED | TEXT),
    ("Rc", OWNED | POINTER | WRAPPER),
    ("RefCell", OWNED | HOLDER | WRAPPER),
    ("Result", ALIASED),
    ("RwLock", WRAPPER),
    ("String", OWNED | TEXT),
    ("Vec", LIST),
    ("VecDeque", LIST),
    ("str", TEXT),
];

const _: () = assert!(is_sorted(TYPES), "each name stands once, in its place");

fn has(name: &Ident, fact: Facts) -> bool {
    facts_in(TYPES, &name.to_string()) & fact != 0
}

/// Whether std has a type of this name, as far as it stands here.
pub fn is_known(name: &Ident) -> bool {
    facts_in(TYPES, &name.to_string()) != 0
}

/// Whether std has a collection of this name.
pub fn is_collection(name: &Ident) -> bool {
    has(name, COLLECTION)
}

/// Whether std has a type of this name that owns what it holds.
pub fn is_owned(name: &Ident) -> bool {
    has(name, OWNED)
}

/// Whether std has a map of this name.
pub fn is_map(name: &Ident) -> bool {
    has(name, MAP)
}

/// Whether std has a text of this name.
pub fn is_text(name: &Ident) -> bool {
    has(name, TEXT)
}

/// Whether a type of std of this name drops what it holds, and nothing else.
pub fn is_holder(name: &Ident) -> bool {
    has(name, HOLDER)
}

/// Whether std has a pointer of this name that owns what it points to.
pub fn is_pointer(name: &Ident) -> bool {
    has(name, POINTER)
}

/// Whether a value that a type of this name makes by `new` is of a known type if the argument is.
pub fn is_wrapper(name: &Ident) -> bool {
    has(name, WRAPPER)
}
