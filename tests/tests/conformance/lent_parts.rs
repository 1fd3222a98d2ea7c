//! Patterns that borrow one part of a value which has no name, and take another, or leave it.

use crate::both::*;

/// A struct that may have a `Drop`, as far as a pattern tells.
struct Held(N, N);

fn pair(k: i32) -> (N, N) {
    (n(k), n(k + 1))
}

both! {
    /// The borrowed part of an item was dropped before the first yield of the turn.
    fn the_borrowed_part_of_an_item_lives_to_the_end_of_its_turn(pairs: Vec<(N, i32)>) -> i32 {
        for (ref first, second) in pairs {
            note(num(first));
            yield_!(second);
            if second == 5 {
                continue;
            }
            note(second);
        }
        for [ref x, .., ref y] in vec![[n(1), n(2), n(3)]] {
            note(num(x) + num(y));
            yield_!(6);
        }
        for ref mut x in vec![n(4)] {
            x.0 += 1;
            note(num(x));
            yield_!(7);
        }
    }
    called (vec![(N(10), 4), (N(20), 5), (N(30), 6)])
}

both! {
    /// The same beside a part that is moved, and of parts that are tested.
    fn the_borrowed_part_of_an_item_beside_one_that_is_moved(k: i32) -> i32 {
        for (ref first, second) in vec![pair(k), pair(k + 2)] {
            note(num(first));
            yield_!(num(&second));
        }
        for (second, ref first, _) in vec![(n(1), Some(n(2)), n(3))] {
            note(first.as_ref().map_or(0, num));
            yield_!(num(&second));
            drop(second);
        }
        for (Held(ref first, _), second) in vec![(Held(n(7), n(8)), n(9))] {
            note(num(first));
            yield_!(num(&second));
        }
    }
    called (10)
}

both! {
    /// E0507, at a place that the author of the function has not written.
    fn a_parameter_that_is_borrowed_in_one_part_and_taken_in_another((b, ref mut a): (N, N), [c, ref d]: [N; 2]) -> i32 {
        a.0 += d.0;
        ev!("{}", a.0);
        yield_!(b.0);
        drop(b);
        yield_!(c.0);
    }
    called ((N(1), N(2)), [N(3), N(4)])
}

both! {
    /// E0507.
    fn a_value_that_is_borrowed_in_one_part_and_taken_in_another(k: i32) -> i32 {
        let (ref a, b) = pair(k);
        let kept = num(a);
        yield_!(kept);
        let (c, (ref d, e), _) = (n(5), pair(6), n(8));
        note(num(d));
        yield_!(num(&e) + num(&c));
        drop(c);
        yield_!(num(&b));
    }
    called (10)
}

/// One part or two.
enum Parts {
    One(N),
    Two(N, N),
    None,
}

both! {
    /// E0004: the arms that move what is left had to match what those in front had borrowed.
    fn arms_that_move_the_rest_of_what_others_have_borrowed(parts: Parts, k: i32) -> i32 {
        match parts {
            whole @ Parts::One(_) if k == 1 => {
                yield_!(matches!(whole, Parts::One(_)) as i32);
                note(k);
            }
            ref whole @ Parts::One(ref one) => {
                let sum = num(one) + matches!(whole, Parts::One(_)) as i32;
                yield_!(sum);
            }
            Parts::Two(ref a, _) if a.0 == k => note(k),
            none @ (Parts::None | Parts::Two(..)) => yield_!(matches!(none, Parts::None) as i32),
        }
        note(9);
    }
    called
        (Parts::One(N(3)), 1), (Parts::One(N(9)), 1), (Parts::None, 1),
        (Parts::Two(N(1), N(2)), 1), (Parts::Two(N(1), N(2)), 2)
}

fn perhaps(k: i32) -> Result<(N, i32), N> {
    if k > 0 { Ok((n(k), k + 1)) } else { Err(n(-k)) }
}

both! {
    /// What a `let else` borrows was dropped with the statement, where its `else` yields, and lived on in the `else` where it does not.
    fn what_a_let_else_borrows_lives_to_the_end_of_its_scope(k: i32) -> i32 {
        for i in 0..2 {
            let Ok((ref first, second)) = perhaps(k - i) else {
                note(9);
                yield_!(-1);
                continue;
            };
            note(first.0);
            let _later = n(200);
            yield_!(second);
            note(second);
        }
        let Err(ref mut error) = perhaps(k - 2) else {
            note(8);
            return;
        };
        error.0 += 1;
        note(error.0);
        yield_!(7);
    }
    called (1), (2), (3), (0)
}

both! {
    /// The parts that `..` stands for were dropped at the first yield of the turn.
    fn parts_of_items_that_are_spelt_out_elsewhere(given: Vec<(N, N, i32)>) -> i32 {
        for (first, ..) in given {
            yield_!(num(&first));
            note(0);
        }
        for (.., last) in [(n(1), n(2)), (n(3), n(4))] {
            yield_!(num(&last));
            note(0);
        }
        let list = vec![(n(5), (n(6), n(7)), n(8))];
        for (_, (inner, ..), ..) in list.into_iter().rev() {
            yield_!(num(&inner));
            note(0);
        }
    }
    called (vec![(N(10), N(20), 3), (N(30), N(40), 4)])
}
