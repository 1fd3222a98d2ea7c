#![deny(warnings, clippy::all, clippy::pedantic, unsafe_code, missing_docs)]
#![forbid(unsafe_code)]
//! Methods of structs and traits.

use gen_core::generator;

/// A stack.
pub struct Stack {
    items: Vec<u32>,
}

impl Stack {
    /// From the top.
    #[generator]
    pub fn downwards(&self) -> &u32 {
        for item in self.items.iter().rev() {
            yield_!(item);
        }
    }

    /// Takes all of them.
    #[generator]
    pub fn drained(&mut self) -> u32 {
        while let Some(item) = self.items.pop() {
            yield_!(item);
        }
    }
}

/// Something that counts.
pub trait Count {
    /// Its numbers.
    fn numbers(&self) -> impl Iterator<Item = u32>;
}

impl Count for u32 {
    #[generator]
    fn numbers(&self) -> impl Iterator<Item = u32> {
        for n in 0..*self {
            yield_!(n);
        }
    }
}

fn main() {
    let mut stack = Stack { items: vec![1, 2] };
    assert!(stack.downwards().eq(&[2, 1]));
    assert!(stack.drained().eq([2, 1]));
    assert!(2u32.numbers().eq([0, 1]));
}
