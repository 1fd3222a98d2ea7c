//! Bodies with so many places that several jumps lead to that their state machine is cut into chunks.

use gen_core::generator;

/// A generator with `$rows` repeated, twice as often for each `2`, and the same as a function that fills a list.
macro_rules! repeated {
    ($lazy:ident, $eager:ident, [$($head:tt)*], [$($row:tt)*], { $($around:tt)* }, $two:literal $($twos:literal)*) => {
        repeated!($lazy, $eager, [$($head)*], [$($row)* $($row)*], { $($around)* }, $($twos)*);
    };
    ($lazy:ident, $eager:ident, [($($param:tt)*) -> $item:ty], [$($row:tt)*], { $($around:tt)* },) => {
        #[generator]
        fn $lazy($($param)*) -> $item {
            $($around)* {
                $($row)*
            }
        }

        fn $eager($($param)*) -> Vec<$item> {
            let mut items = Vec::new();
            macro_rules! yield_ { ($value:expr) => { items.push($value) } }
            $($around)* {
                $($row)*
            }
            items
        }
    };
}

repeated!(
    branches, branches_eagerly, [(mut n: u32) -> u32],
    [if n % 3 == 1 { yield_!(n); } n += 1;],
    {}, 2 2 2 2 2 2 2 2 2 2
);

repeated!(
    in_a_loop, in_a_loop_eagerly, [(mut n: u32, turns: u32) -> String],
    [
        let text = n.to_string();
        if n % 3 == 1 { yield_!(text.clone()); }
        if n % 50 == 7 { n += 5; continue; }
        while n % 4 == 1 { yield_!(format!("{text}/{turn}")); n += 1; }
        n += 1;
    ],
    { for turn in 0..turns }, 2 2 2 2 2
);

/// By internal iteration, which does not go through the state machine, and item by item, which does.
fn is_the_same<T: PartialEq + std::fmt::Debug>(
    lazily: impl Fn() -> Box<dyn Iterator<Item = T>>,
    eagerly: &[T],
) {
    assert_eq!(lazily().collect::<Vec<_>>(), eagerly);
    let mut one_by_one = lazily();
    for item in eagerly {
        assert_eq!(one_by_one.next().as_ref(), Some(item));
    }
    assert!(one_by_one.next().is_none());
}

#[test]
fn a_thousand_branches_with_a_yield_in_a_row() {
    for start in 0..3 {
        is_the_same(|| Box::new(branches(start)), &branches_eagerly(start));
    }
}

#[test]
fn chunks_inside_a_loop_go_on_with_the_loop() {
    for start in 0..5 {
        is_the_same(
            || Box::new(in_a_loop(start, 3)),
            &in_a_loop_eagerly(start, 3),
        );
    }
}
