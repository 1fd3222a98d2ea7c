//! A crate that hands gen-core on to its users, as a whole and wrapped in a macro of its own.
#![deny(warnings)]

pub use gen_core;
pub use gen_core::{Generator, generator};

/// Makes a generator of a function, wherever it is called: `$crate` finds gen-core.
#[macro_export]
macro_rules! lazy {
    ($(#[$attr:meta])* $vis:vis fn $name:ident($($arg:ident: $ty:ty),*) -> $item:ty $body:block) => {
        $(#[$attr])*
        #[$crate::gen_core::generator(crate = $crate::gen_core)]
        $vis fn $name($($arg: $ty),*) -> $item $body
    };
}

/// A generator of this crate.
#[generator]
pub fn evens(end: u32) -> u32 {
    let mut n = 0;
    while n < end {
        yield_!(n);
        n += 2;
    }
}
