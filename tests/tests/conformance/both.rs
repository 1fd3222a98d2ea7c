//! [`both!`] and what its bodies may use.

pub use crate::compare::{Steps, Tally, Twins, Visit};
pub use crate::trace::{begin, dropped, hand_out, log};
pub use crate::vocabulary::{
    Count, Duo, N, Shape, add, constant, count, duo, eat, n, note, num, op, pick, word,
};
#[cfg(not(rustc_gen))]
pub use gen_core::generator;

/// A named value that logs its drop, and owns an allocation as an [`N`] does.
pub struct D {
    name: Box<Name>,
}

/// What a [`D`] derefs to, so that its name is `.0`.
pub struct Name(pub &'static str);

/// Makes a value that is there before the body runs: not an operation.
pub fn D(name: &'static str) -> D {
    D {
        name: Box::new(Name(name)),
    }
}

impl std::fmt::Debug for D {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("D").field(&self.0).finish()
    }
}

impl std::ops::Deref for D {
    type Target = Name;
    fn deref(&self) -> &Name {
        &self.name
    }
}

impl Drop for D {
    fn drop(&mut self) {
        dropped(format!("-{}", self.0));
    }
}

/// Makes a named value, visibly.
pub fn d(name: &'static str) -> D {
    op(0);
    log(format!("+{name}"));
    D(name)
}

/// Looks at a named value.
pub fn len(value: &D) -> i32 {
    op(value.0.len() as i32)
}

/// Logs what `format!` makes of the arguments.
macro_rules! ev {
    ($($t:tt)*) => { $crate::both::log(format!($($t)*)) };
}

/// A call of each twin.
pub type Call = (fn(Visit<'_>), fn());

/// Holds the twins against each other; one call at least must leave a trace.
pub fn agree(calls: &[Call]) {
    let mut silent = true;
    for (lazy, eager) in calls {
        let twins = Twins {
            lazy,
            eager,
            by_rustc: cfg!(rustc_gen),
            destructures: false,
        };
        match twins.compare() {
            Ok(tally) => {
                silent &= tally.silent;
                assert!(!tally.leaks, "the body itself leaks");
            }
            Err(mismatch) => panic!("{mismatch}"),
        }
    }
    assert!(!silent, "nothing happened in any call");
}

/// The lazy twin: by the attribute.
#[cfg(not(rustc_gen))]
macro_rules! lazy_twin {
    (($d:tt) [$($generics:tt)*] ($($params:tt)*) [$item:ty] [$($bounds:tt)*] { $($body:tt)* }) => {
        #[generator]
        pub fn lazy $($generics)* ($($params)*) -> $item $($bounds)* { $($body)* }
    };
}

/// The lazy twin: by rustc. It keeps the temporaries of a yielded expression while suspended; with the item
/// in a variable it drops them before, as we do.
#[cfg(rustc_gen)]
macro_rules! lazy_twin {
    (($d:tt) [$($generics:tt)*] ($($params:tt)*) [$item:ty] [$($bounds:tt)*] { $($body:tt)* }) => {
        pub gen fn lazy $($generics)* ($($params)*) -> $item $($bounds)* {
            macro_rules! yield_ {
                () => { yield () };
                ($d e:expr) => {{ let item: $item = $d e; yield item }};
            }
            $($body)*
        }
    };
}

/// The eager twin. The first argument is a dollar sign, for the macro that the macro makes.
macro_rules! eager_twin {
    (($d:tt) [$($generics:tt)*] ($($params:tt)*) [$item:ty] [$($bounds:tt)*] { $($body:tt)* }) => {
        pub fn eager $($generics)* ($($params)*) $($bounds)* {
            macro_rules! yield_ {
                () => { hand_out(()) };
                ($d e:expr) => {{ let item: $item = $d e; hand_out(item) }};
            }
            begin();
            $($body)*
        }
    };
}

/// `both! { fn name(params) -> Item { body } called (args), { let x = 1; } (args) }`.
///
/// Generics stand in brackets, `fn name [<'a, T: Debug>] (..)`, and so do predicates, `where [T: Clone]`.
/// What a call borrows is set up in braces before its arguments; it must not log its drop.
macro_rules! both {
    (
        $(#[$meta:meta])*
        fn $name:ident $([$($generics:tt)*])? ($($params:tt)*) -> $item:ty
        $(where [$($bounds:tt)*])?
        { $($body:tt)* }
        called $($({ $($setup:tt)* })? ($($args:tt)*)),+ $(,)?
    ) => {
        $(#[$meta])*
        mod $name {
            use super::*;
            lazy_twin! { ($) [$($($generics)*)?] ($($params)*) [$item] [$(where $($bounds)*)?] { $($body)* } }
            eager_twin! { ($) [$($($generics)*)?] ($($params)*) [$item] [$(where $($bounds)*)?] { $($body)* } }

            #[test]
            fn agrees() {
                agree(&[$((
                    |visit| { $($($setup)*)? visit(Box::new(lazy($($args)*))) },
                    || { $($($setup)*)? eager($($args)*) },
                )),+]);
            }
        }
    };
}

/// The same for methods. The items before the `impl` are compiled once for each twin;
/// the brackets hold the generics of the `impl`.
///
/// `both_methods! { mod name; { items } impl [] Type { fn (&self) -> Item { body } } called { setup } value.(args) }`
macro_rules! both_methods {
    (
        $(#[$meta:meta])*
        mod $name:ident;
        { $($items:tt)* }
        impl [$($generics:tt)*] $on:ty {
            fn ($($params:tt)*) -> $item:ty { $($body:tt)* }
        }
        called $({ $($setup:tt)* } $receiver:ident.($($args:tt)*)),+ $(,)?
    ) => {
        $(#[$meta])*
        mod $name {
            mod generators {
                use super::super::*;
                $($items)*
                impl $($generics)* $on {
                    lazy_twin! { ($) [] ($($params)*) [$item] [] { $($body)* } }
                }
                pub const CALLS: &[fn(Visit<'_>)] = &[
                    $(|visit| { $($setup)* visit(Box::new($receiver.lazy($($args)*))) }),+
                ];
            }
            mod functions {
                use super::super::*;
                $($items)*
                impl $($generics)* $on {
                    eager_twin! { ($) [] ($($params)*) [$item] [] { $($body)* } }
                }
                pub const CALLS: &[fn()] = &[
                    $(|| { $($setup)* $receiver.eager($($args)*) }),+
                ];
            }

            #[test]
            fn agrees() {
                let calls = generators::CALLS.iter().copied().zip(functions::CALLS.iter().copied());
                super::agree(&calls.collect::<Vec<_>>());
            }
        }
    };
}
