//! Who implements what, and one drive for each workload, implementation and mode.
use crate::item::Absorb;
use crate::ours;
use crate::peers::{corosensei, diapause, fauxgen, genawaiter, next_gen};
#[cfg(feature = "rustc-gen")]
use crate::rustc_gen;
use crate::{hand, inputs, plain, std_adapters};
use std::fmt;
use std::hint::black_box;
use std::pin::pin;

use crate::mode::{Dyn, For, Internal, Mode, Size};

/// The names of the modes, as cases have them.
pub const MODES: [&str; 3] = ["for", "dyn", "internal"];

/// One workload run by one implementation in one mode.
#[derive(Clone, Copy)]
pub struct Case<Out> {
    /// What is computed.
    pub workload: &'static str,
    /// Who computes it.
    pub kind: &'static str,
    /// How it is consumed.
    pub mode: &'static str,
    /// The drive, from making the iterator to its end.
    pub run: fn() -> Out,
    /// The bytes the iterator takes where it is made.
    pub size: fn() -> usize,
}

impl<Out> fmt::Display for Case<Out> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.workload, self.kind)
    }
}

/// Gives the iterator of `$kind` for a workload to `$drive`. A macro, since the async peers pin it to the caller's stack.
macro_rules! iterate {
    (genawaiter, $f:ident($($arg:expr),*), $drive:path) => {{
        ::genawaiter::stack::let_gen_using!(items, |co| genawaiter::$f(co, $(black_box($arg)),*));
        $drive(items.into_iter())
    }};
    (next_gen, $f:ident($($arg:expr),*), $drive:path) => {{
        use next_gen::$f;
        ::next_gen::mk_gen!(let items = $f($(black_box($arg)),*));
        $drive(items)
    }};
    (fauxgen, $f:ident($($arg:expr),*), $drive:path) => {
        $drive(pin!(fauxgen::$f($(black_box($arg)),*)))
    };
    ($kind:ident, $f:ident($($arg:expr),*), $drive:path) => {
        $drive($kind::$f($(black_box($arg)),*).into_iter())
    };
}

/// The drives of one workload by one implementation, added to `$cases`.
macro_rules! add {
    ($cases:ident, plain, $f:ident($($arg:expr),*)) => {{
        fn run<A: Absorb>() -> A::Out {
            let mut sink = A::default();
            plain::$f($(black_box($arg),)* |item| sink.absorb(item));
            sink.done()
        }
        $cases.push(Case { workload: stringify!($f), kind: "plain", mode: "internal", run: run::<A>, size: || 0 });
    }};
    ($cases:ident, rustc_gen, $($call:tt)*) => {
        #[cfg(feature = "rustc-gen")]
        add!(@ $cases, rustc_gen, $($call)*);
    };
    ($cases:ident, $kind:ident, $($call:tt)*) => {
        add!(@ $cases, $kind, $($call)*);
    };
    (@ $cases:ident, $kind:ident, $f:ident $args:tt) => {{
        fn run<M: Mode, A: Absorb>() -> M::Out<A> {
            iterate!($kind, $f $args, M::drive::<A, _>)
        }
        let modes = [("for", run::<For, A> as fn() -> A::Out), ("dyn", run::<Dyn, A>), ("internal", run::<Internal, A>)];
        $cases.extend(modes.map(|(mode, drive)| {
            Case { workload: stringify!($f), kind: stringify!($kind), mode, run: drive, size: run::<Size, A> }
        }));
    }};
}

/// Registers each workload for the implementations that have all of them and for those it names.
macro_rules! table {
    ($($f:ident $args:tt $($kind:ident)*;)+) => {
        /// All drives, by workload, implementation and mode.
        pub fn cases<A: Absorb>() -> Vec<Case<A::Out>> {
            let mut cases = Vec::new();
            $(table!(cases, $f $args, hand ours $($kind)* plain diapause rustc_gen genawaiter next_gen fauxgen corosensei);)+
            cases
        }
    };
    ($cases:ident, $f:ident $args:tt, $($kind:ident)+) => {
        $(add!($cases, $kind, $f $args);)+
    };
}

table! {
    countdown(inputs::COUNTDOWN) std_adapters;
    fibonacci(inputs::FIBONACCI) std_adapters;
    nested(inputs::NESTED) std_adapters;
    triples(inputs::TRIPLES) std_adapters;
    two_yields(inputs::TWO_YIELDS);
    buffer(inputs::BUFFER);
    tree(inputs::tree());
    tokens(inputs::text());
    primes(inputs::PRIMES);
    pipeline(inputs::PIPELINE) std_adapters;
    search(inputs::grid(), inputs::NEEDLE) std_adapters;
    find(inputs::FIND) std_adapters;
    strings(inputs::STRINGS) std_adapters;
}
