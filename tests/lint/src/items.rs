//! Items, attributes and macros in the body.

use gen_core::generator;

/// Functions, constants, types and `use` in the body.
#[generator]
pub fn nested(limit: u32) -> u32 {
    use std::cmp::Reverse;

    const STEP: u32 = 3;

    struct Pair {
        left: u32,
        right: u32,
    }

    const fn half(n: u32) -> u32 {
        n / 2
    }

    let mut n = 0;
    while n < limit {
        let pair = Pair {
            left: half(n),
            right: n,
        };
        yield_!(pair.left.max(pair.right));
        yield_!(Reverse(pair.left).0);
        n += STEP;
    }
}

/// Items of inner blocks that refer to each other, two of them by one name.
#[generator]
pub fn in_blocks(limit: u32) -> String {
    if limit > 0 {
        use std::fmt;

        const STEP: u32 = 3;
        type Number = u32;

        #[derive(Debug, Clone)]
        struct Shown {
            number: Number,
        }

        impl fmt::Display for Shown {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "<{}>", self.number + STEP)
            }
        }

        let shown = Shown { number: limit };
        yield_!(shown.to_string());
        yield_!(format!("{shown:?}"));
    }
    for n in 0..limit {
        const STEP: u32 = 4;
        static NAMES: [&str; STEP as usize] = ["a", "b", "c", "d"];

        if let Some(name) = NAMES.get(n as usize) {
            yield_!((*name).to_owned());
        }
    }
}

/// A macro of the body's own.
#[generator]
pub fn local_macro(n: u32) -> u32 {
    macro_rules! squared {
        ($e:expr) => {
            $e * $e
        };
    }
    for n in 0..n {
        yield_!(squared!(n));
    }
}

/// A macro that names variables of the body.
#[generator]
pub fn macro_of_variables(n: u32) -> u32 {
    let mut seen = Vec::new();
    let mut sum = 0;
    macro_rules! add {
        ($e:expr) => {{
            sum += $e;
            seen.push(sum);
        }};
    }
    for n in 0..n {
        add!(n);
        yield_!(sum);
    }
    for n in seen {
        yield_!(n);
    }
}

/// Attributes on statements, arms and expressions.
#[generator]
pub fn attributed(n: u32) -> u32 {
    #[cfg(not(any()))]
    yield_!(n + 1);
    #[cfg(any())]
    yield_!(n + 2);
    #[allow(clippy::cast_possible_truncation)]
    let small = n as u8;
    yield_!(u32::from(small));
    match n {
        #[cfg(any())]
        0 => yield_!("not this"),
        1 => yield_!(10),
        _ => {
            #[rustfmt::skip]
            let m = n+n;
            yield_!(m);
        }
    }
}

/// A deprecated generator keeps its attributes.
#[deprecated = "use `nested`"]
#[generator]
#[inline]
#[must_use = "it is lazy"]
pub fn attributes_of_the_function(n: u32) -> u32 {
    yield_!(n);
}

macro_rules! counter {
    ($(#[$meta:meta])* $name:ident: $ty:ty, $step:expr) => {
        $(#[$meta])*
        #[generator]
        pub fn $name(end: $ty) -> $ty {
            let mut n = 0;
            while n < end {
                yield_!(n);
                n += $step;
            }
        }
    };
}

counter! {
    /// By a macro.
    by_ones: u8, 1
}
counter! {
    /// By a macro, and an expression.
    by_tens: i64, 5 * 2
}

/// In a module inside of a function, and in an impl inside of one.
pub fn local_items() -> u32 {
    #[generator]
    fn inner(n: u32) -> u32 {
        yield_!(n);
    }
    struct Local(u32);
    impl Local {
        #[generator]
        fn items(&self) -> u32 {
            yield_!(self.0);
        }
    }
    inner(1).sum::<u32>() + Local(2).items().sum::<u32>()
}

/// Raw identifiers.
#[generator]
pub fn raw(r#type: u32) -> u32 {
    let r#match = r#type + 1;
    yield_!(r#match);
    yield_!(r#type);
}
