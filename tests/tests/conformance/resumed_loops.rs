//! Loops that a run starts in the middle of: their turns around the dispatch, their small blocks written twice, or neither.

use crate::both::*;
use std::cell::RefCell;

both! {
    /// Each turn ends with what a run starts with.
    fn turns_that_skip(k: i32) -> i32 {
        for i in 0..k {
            if op(i) % 3 != 1 {
                yield_!(i);
            }
        }
        note(k);
    }
    called (0), (1), (2), (7)
}

both! {
    /// The same with values that have a drop, alive in front of the loop, over its turns and behind it.
    fn turns_over_values_with_a_drop(k: i32) -> i32 {
        let before = N(1);
        drop(N(2));
        let mut list = vec![N(3)];
        let mut i = 0;
        while i < k {
            list.push(N(10 + i));
            if op(i) % 2 == 1 {
                yield_!(i);
                note(list.len() as i32);
            }
            note(num(&before));
            i += 1;
        }
        yield_!(-1);
        note(num(&list[0]));
    }
    called (0), (1), (4)
}

both! {
    /// Runs start in the loop and in front of it.
    fn turns_with_a_loop_around(k: i32) -> i32 {
        for y in 0..k {
            for x in 0..k {
                if op(x ^ y) % 2 == 0 {
                    continue;
                }
                yield_!(x * y);
            }
            yield_!(-y);
        }
    }
    called (0), (1), (3)
}

both! {
    /// Runs start in two places of the loop.
    fn two_starts_in_a_loop(k: i32) -> i32 {
        for i in 0..k {
            if op(i) % 2 == 0 {
                yield_!(i);
            }
            if op(i) % 3 == 0 {
                yield_!(i + 100);
            }
        }
    }
    called (0), (1), (4)
}

both! {
    /// Each turn of the inner loop starts with what a run does, those of the outer one do not.
    fn turns_of_an_inner_loop(k: i32) -> i32 {
        for y in 0..k {
            for x in 0..y {
                if op(x + y) % 3 != 0 {
                    yield_!(x * y);
                }
            }
        }
    }
    called (0), (2), (4)
}

both! {
    /// The loop holds a loop, and what ends its turns is written twice.
    fn a_loop_in_the_statements(k: i32) -> i32 {
        let mut found: Vec<i32> = Vec::new();
        let mut skipped = 0;
        let mut n = 2;
        'next: while n < k {
            for prime in &found {
                if op(n) % prime == 0 {
                    skipped += 1;
                    n += 1;
                    continue 'next;
                }
            }
            found.push(n);
            yield_!(n);
            n += 1;
        }
        note(skipped);
    }
    called (2), (3), (9)
}

both! {
    /// The same with a counter, jumped to from a statement and from two resumptions.
    fn a_counter_in_a_loop_that_holds_one(k: i32) -> i32 {
        let kept = N(5);
        'next: for i in 0..k {
            for j in 0..i {
                if op(i * j) == 6 {
                    continue 'next;
                }
            }
            if i % 2 == 0 {
                yield_!(i);
            } else {
                yield_!(-i);
            }
        }
        note(num(&kept));
    }
    called (0), (1), (6)
}

both! {
    /// A counter that ends where its type does.
    fn turns_up_to_the_last_number(k: u8) -> i32 {
        for i in k..=255 {
            if op(i.into()) % 2 == 1 {
                yield_!(i.into());
            }
        }
    }
    called (255), (252)
}

both! {
    /// A value that is computed again where a run starts, and so in each turn.
    fn turns_with_a_recomputed_value(k: i32) -> i32 {
        let last = k - 1;
        for i in 0..k {
            if op(i) != last {
                yield_!(last - i);
            }
        }
        note(last);
    }
    called (0), (1), (4)
}

both! {
    /// In front of the loop a value is borrowed and moved, in it a guard is alive over a jump to the next turn.
    fn turns_over_borrows(k: i32) -> i32 {
        let cell = RefCell::new(vec![N(1)]);
        let first = cell.borrow().len() as i32;
        let moved = n(2);
        eat(moved);
        for i in 0..k {
            let held = cell.borrow();
            if op(i) % 2 == first {
                continue;
            }
            note(num(&held[0]));
            drop(held);
            cell.borrow_mut().push(N(i));
            yield_!(i);
        }
        drop(cell);
    }
    called (0), (1), (4)
}

const GRAPH: &[&[usize]] = &[&[1, 2], &[2, 3], &[3], &[]];

both! {
    /// A loop over a borrow that a pattern has bound, left behind each item: the stack of iterators of a walk.
    fn a_loop_that_each_item_leaves_keeps_no_borrow(graph: &'static [&'static [usize]]) -> i32 {
        let mut stack = vec![graph[0].iter()];
        'up: while let Some(iter) = stack.last_mut() {
            for &at in iter {
                stack.push(graph[at].iter());
                yield_!(at as i32);
                continue 'up;
            }
            stack.pop();
        }
    }
    called (GRAPH)
}

both! {
    /// The same over what a pattern has bound by value, which is dropped where the loop is left.
    fn a_loop_that_each_item_leaves_keeps_what_it_owns(lists: Vec<Vec<N>>) -> i32 {
        let mut lists = lists;
        let last = n(7);
        'up: while let Some(list) = lists.pop() {
            for value in list {
                yield_!(num(&value));
                note(1);
                continue 'up;
            }
            note(2);
        }
        yield_!(num(&last));
    }
    called (vec![vec![N(1), N(2)], Vec::new(), vec![N(3), N(4)]])
}
