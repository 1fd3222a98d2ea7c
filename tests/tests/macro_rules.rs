//! Generators made by `macro_rules!`: names keep their origin, fragments of each kind arrive.
#![forbid(unsafe_code)]
#![deny(warnings)]

use gen_core::generator;

/// The macro's `count` and the caller's are two variables.
macro_rules! two_counts {
    ($name:ident, $count:ident, $given:expr) => {
        #[generator]
        fn $name($count: u32) -> (u32, u32) {
            let mut count = 100;
            while count < 103 {
                yield_!(($count, count));
                count += 1;
                yield_!(($given, count));
            }
            let $count = $count + 1;
            yield_!(($count, count));
        }
    };
}

two_counts!(same_text, count, 7);

#[test]
fn two_variables_with_the_same_text_stay_two() {
    let expected = [
        (1, 100),
        (7, 101),
        (1, 101),
        (7, 102),
        (1, 102),
        (7, 103),
        (2, 103),
    ];
    assert!(same_text(1).eq(expected));
}

/// The caller's expression means the caller's variable, in a scope where the macro has one of that name.
macro_rules! offset {
    ($name:ident($n:ident) $e:expr) => {
        #[generator]
        fn $name($n: u32) -> u32 {
            let n = $n * 10;
            yield_!(n);
            yield_!($e);
            {
                let n = n + 1;
                yield_!(n + $e);
            }
            for n in 0..2 {
                yield_!(n);
                yield_!($e + n);
            }
            if let Some(n) = Some(n)
                && n > $e
            {
                yield_!(n);
            }
            match ($e, n) {
                (e, n) if e < n => yield_!(e + n),
                _ => {}
            }
        }
    };
}

offset!(offset(n) n + 1);

#[test]
fn an_expression_keeps_its_names() {
    assert!(offset(2).eq([20, 3, 24, 0, 3, 1, 4, 20, 23]));
}

/// A statement macro that declares what only it can name, and one that is told the name.
#[generator]
fn declared_by_macros(start: u32) -> u32 {
    macro_rules! next {
        ($state:ident) => {{
            let next = $state * 2;
            $state = next;
            next
        }};
    }
    let mut next = start;
    let mut state = 1;
    while state < 8 {
        next += next!(state);
        yield_!(next);
    }
    yield_!(next + state);
}

#[test]
fn macros_inside_of_the_body() {
    assert!(declared_by_macros(1).eq([3, 7, 15, 23]));
}

/// Fragments of each kind.
macro_rules! fragments {
    (
        $(#[$meta:meta])*
        $vis:vis fn $name:ident<$life:lifetime, $param:ident>($arg:ident: $ty:ty, $pat:pat => $with:ty) -> $item:ty
        where $bound:path;
        $first:expr, $lit:literal;
        $body:block
        $($rest:tt)*
    ) => {
        $(#[$meta])*
        $vis fn $name<$life, $param: $bound>($arg: &$life [$ty], $pat: $with, extra: $param) -> $item {
            yield_!($first);
            yield_!($lit + 0);
            let made = $body;
            yield_!(made);
            for $pat in [(1, 2), (3, 4)] {
                $($rest)*
            }
            drop(extra.clone());
        }
    };
}

fragments! {
    /// Made of fragments.
    #[generator]
    pub(crate) fn fragments<'a, E>(list: u32, (left, right) => (u32, u32)) -> u32
    where Clone;
    list.iter().sum::<u32>() + left, 5;
    {
        yield_!(right);
        u32::try_from(list.len()).unwrap_or(0)
    }
    yield_!(left);
    if right == 4 {
        yield_!(right);
    }
}

#[test]
fn fragments_of_each_kind() {
    assert!(fragments(&[1, 2], (10, 20), "x").eq([13, 5, 20, 2, 1, 3, 4]));
}

/// Repetitions: as many yields and arms as there are arguments.
macro_rules! listed {
    ($name:ident: $($value:expr),* => $($pat:pat $(if $guard:expr)? => $out:expr),*) => {
        #[generator]
        fn $name(input: u32) -> u32 {
            $(yield_!($value);)*
            match input {
                $($pat $(if $guard)? => yield_!($out),)*
            }
        }
    };
}

listed!(listed: 1, 1 + 1, { 3 } => 0 | 1 => 10, n if n > 5 => n, _ => 20);

#[test]
fn repetitions() {
    assert!(listed(1).eq([1, 2, 3, 10]));
    assert!(listed(6).eq([1, 2, 3, 6]));
    assert!(listed(3).eq([1, 2, 3, 20]));
}

/// Labels of the macro and of the caller with the same text.
macro_rules! labelled {
    ($name:ident, $label:lifetime, $leave:stmt) => {
        #[generator]
        fn $name(end: u32) -> u32 {
            $label: for n in 0..end {
                yield_!(n);
                for m in 0..end {
                    if m > n {
                        continue $label;
                    }
                    if n == 2 {
                        $leave
                    }
                    yield_!(10 + m);
                }
            }
            yield_!(99);
        }
    };
}

labelled!(labelled, 'outer, break 'outer);

#[test]
fn labels() {
    assert!(labelled(5).eq([0, 10, 1, 10, 11, 2, 99]));
}

/// A macro that makes a macro that makes a generator, `self` handed down.
macro_rules! methods {
    ($type:ident { $($name:ident => $field:ident),* }) => {
        impl $type {
            $(methods!(@method $name, self, self.$field);)*
        }
    };
    (@method $name:ident, $this:ident, $place:expr) => {
        #[generator]
        fn $name(&$this) -> u32 {
            for item in &$place {
                yield_!(*item);
            }
        }
    };
}

struct Pair {
    left: Vec<u32>,
    right: Vec<u32>,
}

methods!(Pair { lefts => left, rights => right });

#[test]
fn methods_made_by_a_macro() {
    let pair = Pair {
        left: vec![1, 2],
        right: vec![3],
    };
    assert!(pair.lefts().chain(pair.rights()).eq([1, 2, 3]));
}

/// The whole function as one token tree after another, and the types as such.
macro_rules! as_it_is {
    ($($tokens:tt)*) => {
        #[generator]
        $($tokens)*
    };
}

as_it_is! {
    fn as_it_is<T: Clone>(value: T, n: usize) -> (T, usize) {
        for index in 0..n {
            yield_!((value.clone(), index));
        }
    }
}

/// One for each type.
macro_rules! ranges {
    ($($name:ident: $ty:ty, $step:literal;)*) => {
        $(
            #[generator]
            fn $name(from: $ty, to: $ty) -> $ty {
                let mut at = from;
                while at < to {
                    yield_!(at);
                    at += $step;
                }
            }
        )*
    };
}

ranges! {
    small: u8, 100;
    large: i64, 3;
    real: f64, 0.5;
}

#[test]
fn token_trees_and_types() {
    assert!(as_it_is('a', 2).eq([('a', 0), ('a', 1)]));
    assert!(small(0, 150).eq([0, 100]));
    assert!(large(-1, 4).eq([-1, 2]));
    assert!(real(0.0, 1.0).eq([0.0, 0.5]));
}

/// A closure parameter, a pattern and a variable of the same text from three places.
macro_rules! closures {
    ($name:ident, $x:ident, $f:expr) => {
        #[generator]
        fn $name($x: u32) -> u32 {
            let f = |x: u32| x + 1;
            yield_!(f($x));
            let x = 50;
            yield_!(f(x));
            let g = $f;
            yield_!(g(x));
            yield_!(x + $x);
        }
    };
}

closures!(closures, x, move |y| y + x);

#[test]
fn closures_of_both_sides() {
    assert!(closures(1).eq([2, 51, 51, 51]));
}

/// Format captures in the caller's string mean the caller's variable.
macro_rules! formatted {
    ($name:ident, $value:ident, $format:literal) => {
        #[generator]
        fn $name($value: u32) -> String {
            let value = $value + 1;
            yield_!(format!($format));
            yield_!(format!("{value}"));
            let $value = "shadowed";
            yield_!(format!($format));
        }
    };
}

formatted!(formatted, value, "<{value}>");

#[test]
fn format_captures() {
    assert!(formatted(1).eq(["<1>", "2", "<shadowed>"]));
}

macro_rules! with_statements {
    ($name:ident, $first:stmt, $second:stmt; $value:expr) => {
        #[generator]
        fn $name() -> u32 {
            $first;
            yield_!(0);
            $second;
            yield_!($value);
        }
    };
}

with_statements!(declaring, let x = 5, let y = 2; x + y);
with_statements!(doing, assert!(true), let two = 2; two);

#[test]
fn fragments_that_are_statements_declare() {
    assert!(doing().eq([0, 2]));
    assert!(declaring().eq([0, 7]));
}

struct Names {
    total: usize,
    names: Vec<String>,
}

impl Names {
    /// `self` is one variable, in a macro of the body as well.
    #[generator]
    fn summed(&mut self, k: usize) -> usize {
        macro_rules! add {
            ($e:expr) => {
                self.total += $e
            };
        }
        macro_rules! name {
            ($at:expr) => {
                self.names[$at]
            };
        }
        add!(k);
        yield_!(self.total);
        add!(name!(0).len());
        yield_!(self.total);
        name!(0).push('x');
        yield_!(name!(0).len());
    }
}

#[generator(recursive)]
fn levels(depth: u32) -> u32 {
    let list = vec![depth];
    macro_rules! level {
        () => {
            list[0]
        };
    }
    yield_!(level!());
    if level!() > 0 {
        yield_from!(levels(level!() - 1));
    }
    yield_!(level!() * 10);
}

#[test]
fn macros_of_the_body_name_its_variables() {
    let mut names = Names {
        total: 1,
        names: vec!["ab".into()],
    };
    assert!(names.summed(5).eq([6, 8, 3]));
    assert!(levels(2).eq([2, 1, 0, 0, 10, 20]));
    let given = [1, 2];
    let mut block = gen_core::gen_!({
        let mut sum = 0;
        let list = Vec::from(given);
        macro_rules! add {
            ($e:expr) => {
                sum += $e + list[0]
            };
        }
        add!(1);
        yield_!(sum);
        add!(2);
        yield_!(sum);
    });
    assert_eq!(
        (block.next(), block.next(), block.next()),
        (Some(2), Some(5), None)
    );
}
