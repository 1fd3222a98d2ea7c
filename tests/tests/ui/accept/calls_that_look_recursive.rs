#![deny(warnings, clippy::all, clippy::pedantic, unsafe_code, missing_docs)]
#![forbid(unsafe_code)]
//! Other functions of the same name: no self-calls.

use gen_core::generator;

/// A list.
pub struct List(Vec<u32>);

fn items(list: &List) -> impl Iterator<Item = u32> {
    list.0.iter().copied()
}

impl List {
    /// The items, by the function of the same name.
    #[generator]
    pub fn items(&self) -> u32 {
        yield_from!(items(self));
    }
}

/// Something to walk over.
pub trait Walk {
    /// Its items.
    fn items(&self) -> impl Iterator<Item = u32>;
}

impl Walk for List {
    #[generator]
    fn items(&self) -> impl Iterator<Item = u32> {
        for item in self.items() {
            yield_!(item);
        }
    }
}

fn main() {
    assert!(Walk::items(&List(vec![1, 2])).eq([1, 2]));
}
