//! Branches, loops, labels and jumps around and across yields.

use crate::both::*;

both! {
    /// A chain of conditions, each of which may yield.
    fn else_if_chain(k: i32) -> i32 {
        if k < op(0) {
            yield_!(-1);
        } else if {
            yield_!(100);
            k == 0
        } {
            yield_!(0);
        } else if k < 10 {
            yield_!(k);
            note(k);
        } else {
            yield_!(99);
        }
        note(7);
    }
    called (-5), (0), (3), (30)
}

both! {
    /// An `if` without `else` whose branch does not come back.
    fn early_exit_in_a_branch(k: i32) -> i32 {
        let _kept = n(1);
        if k > 2 {
            yield_!(k);
            return;
        }
        yield_!(-k);
    }
    called (1), (3)
}

both! {
    /// `while` with a condition that yields each time it is asked.
    fn while_asks_by_yielding(mut k: i32) -> i32 {
        while {
            yield_!(k);
            k > 0
        } {
            k -= 1;
            yield_!(10 * k);
        }
        note(k);
    }
    called (2), (0)
}

both! {
    /// `while let` that fetches, yields and skips.
    fn while_let_with_continue(k: i32) -> i32 {
        let mut rest: Vec<i32> = (0..k).collect();
        while let Some(x) = rest.pop() {
            if x % 2 == 1 {
                continue;
            }
            yield_!(x);
            if x == 2 {
                break;
            }
            note(x);
        }
        yield_!(rest.len() as i32);
    }
    called (6), (0)
}

both! {
    /// A let chain in a `while`: pattern, condition, pattern.
    fn while_let_chain(limit: i32) -> i32 {
        let mut stack = vec![Some(1), Some(9), None, Some(4), Some(3)];
        while let Some(top) = stack.pop()
            && let Some(k) = top
            && op(k) < limit
        {
            yield_!(k);
        }
        yield_!(stack.len() as i32);
    }
    called (5), (4), (0)
}

both! {
    /// Let chains in an `if` with an owned binding: dropped where the chain fails.
    fn if_let_chain(k: i32) -> i32 {
        if let Some(x) = Some(n(k))
            && num(&x) > 2
            && let y = n(k + 10)
            && {
                yield_!(num(&y));
                num(&y) < 15
            }
        {
            yield_!(num(&x) + num(&y));
        } else {
            yield_!(0);
        }
        note(k);
    }
    called (1), (3), (8)
}

both! {
    /// Three labelled loops; jumps to each of them from the innermost.
    fn jumps_to_every_level(k: i32) -> i32 {
        'a: for i in 0..3 {
            let _a = n(100 + i);
            'b: while op(1) == 1 {
                let _b = n(200 + i);
                'c: loop {
                    let _c = n(300 + i);
                    yield_!(i);
                    match (i + k) % 4 {
                        0 => break 'c,
                        1 => break 'b,
                        2 => continue 'a,
                        _ => break 'a,
                    }
                }
                yield_!(50 + i);
                break;
            }
            yield_!(70 + i);
        }
    }
    called (0), (1), (2)
}

both! {
    /// `continue` of an outer loop gives up the inner loop's iterator.
    fn continue_outer_drops_the_iterator(k: i32) -> i32 {
        'outer: for i in 0..2 {
            for j in count(n(10 + i), 3) {
                yield_!(j);
                if j == k {
                    continue 'outer;
                }
            }
            note(i);
        }
    }
    called (0), (1), (5)
}

both! {
    /// `break` with a value that is made across a yield.
    fn loop_as_a_value(limit: i32) -> i32 {
        let mut k = 0;
        let last = loop {
            k += op(1);
            if k >= limit {
                break {
                    yield_!(k);
                    k * 2
                };
            }
            yield_!(-k);
        };
        yield_!(last);
    }
    called (1), (3)
}

both! {
    /// A labelled block as a value, left from inside a loop inside it.
    fn labelled_block_as_a_value(k: i32) -> i32 {
        let found = 'search: {
            let _scope = d("scope");
            for (i, x) in [4, 7, 9].into_iter().enumerate() {
                yield_!(x);
                if x == k {
                    break 'search Some(i as i32);
                }
            }
            None
        };
        yield_!(found.unwrap_or(-1));
    }
    called (7), (5)
}

both! {
    /// Labelled blocks in each other; `break` of the outer from the inner.
    fn nested_labelled_blocks(k: i32) -> i32 {
        'outer: {
            let _o = d("o");
            'inner: {
                let _i = d("i");
                yield_!(1);
                if k == 1 {
                    break 'inner;
                }
                if k == 2 {
                    break 'outer;
                }
                yield_!(2);
            }
            yield_!(3);
        }
        yield_!(4);
    }
    called (0), (1), (2)
}

both! {
    /// `let`-`else` in a loop: the way out is `continue`, `break` or `return`.
    fn let_else_in_a_loop(stop: i32) -> i32 {
        for k in [Some(1), None, Some(stop), Some(5)] {
            let Some(k) = k else {
                yield_!(-1);
                continue;
            };
            let 0..=8 = k else { break };
            let (1 | 5) = k else {
                yield_!(k);
                return;
            };
            yield_!(10 * k);
        }
        yield_!(99);
    }
    called (1), (3), (9)
}

both! {
    /// Jumps hidden in statements that do not yield themselves.
    fn jumps_in_quiet_statements(k: i32) -> i32 {
        for i in 0..4 {
            let _loop_local = n(i);
            let doubled = match i {
                0 => continue,
                x if x > k => break,
                x => x * 2,
            };
            yield_!(doubled);
            if i == 2 && op(k) == 7 {
                return;
            }
        }
        note(k);
    }
    called (1), (2), (7)
}

both! {
    /// Counting loops in each other, of all three kinds.
    fn all_loops_nested(width: i32) -> (i32, i32) {
        for a in 0..2 {
            let mut b = 0;
            while b < width {
                let mut c = 0;
                loop {
                    yield_!((a, b * 10 + c));
                    c += 1;
                    if c > b {
                        break;
                    }
                }
                b += 1;
            }
        }
    }
    called (2), (0)
}

both! {
    /// Ranges that are inclusive, reversed and stepped.
    fn iterators_of_ranges(k: i32) -> i32 {
        for x in (1..=k).rev() {
            yield_!(x);
        }
        for x in (0..10).step_by(4).skip(1) {
            yield_!(x);
        }
        for x in [1, 2].into_iter().chain(op(7)..9).map(|x| op(x) + 100) {
            yield_!(x);
        }
    }
    called (2), (0)
}

both! {
    /// A loop over nothing.
    fn loops_without_rounds(flag: bool) -> i32 {
        for x in 5..5 {
            yield_!(x);
        }
        while flag && op(0) == 1 {
            yield_!(1);
        }
        while let Some(x) = None::<i32> {
            yield_!(x);
        }
        yield_!(2);
    }
    called (true), (false)
}

both! {
    /// `return` out of three scopes drops them from the inside out.
    fn return_from_deep_inside(k: i32) -> i32 {
        let _a = d("a");
        for i in count(n(1), 3) {
            let _b = d("b");
            {
                let _c = d("c");
                yield_!(i);
                if i == k {
                    return;
                }
            }
            note(i);
        }
    }
    called (0), (1), (9)
}

both! {
    /// Arms that diverge in every way, among arms that yield.
    fn diverging_arms(k: i32) -> i32 {
        for i in 0..6 {
            let x = match (i, k) {
                (0, _) => 0,
                (1, _) => {
                    yield_!(11);
                    continue;
                }
                (2, 2) => return,
                (3, 3) => break,
                (4, 4) => panic!("four"),
                (i, _) => {
                    yield_!(i);
                    i
                }
            };
            yield_!(100 + x);
        }
        note(k);
    }
    called (0), (2), (3), (4)
}

both! {
    /// A view of a local ends before the next turn of the loop, on the ways that yield and on those that do not.
    fn views_in_loops(k: i32) -> i32 {
        let list = vec![1, 2, k];
        for i in 0..5 {
            if let Some(x) = list.get(i) {
                let y = *x;
                yield_!(y);
            }
        }
        let mut changed = list.clone();
        for i in 0..5 {
            let Some(x) = changed.get_mut(i) else { continue };
            *x += 1;
            let y = *x;
            yield_!(y);
        }
        for i in 0..3 {
            match changed.get_mut(i) {
                Some(x) if *x == 2 => continue,
                Some(x) => { *x += 1; let y = *x; yield_!(y); }
                None => {}
            }
        }
        let mut stack = vec![0..2, 5..6, 0..k];
        while let Some(top) = stack.last_mut() {
            let Some(x) = top.next() else { stack.pop(); continue };
            yield_!(x);
        }
        while let Some(last) = changed.last_mut() {
            if *last == 0 { changed.pop(); continue; }
            *last -= 1;
            let y = *last;
            yield_!(y);
        }
    }
    called (1), (3)
}

both! {
    /// A statement without a yield that jumps back to where a variable is used, and else ends its scope.
    fn jump_back_out_of_the_last_use(k: i32) -> i32 {
        let mut at = vec![k, 0];
        let kept = n(9);
        'next: loop {
            yield_!(at[0] + at[1] * 10);
            for d in 0..at.len() {
                if at[d] < 2 {
                    at[d] += 1;
                    continue 'next;
                }
            }
            for digit in at.iter_mut() {
                if *digit == 2 { *digit += 1; continue 'next; }
            }
            return;
        }
    }
    called (0), (2), (5)
}

both! {
    /// The same where the variable is only kept for its drop, and where the jump leaves its scope.
    fn jump_back_over_a_value_with_a_drop(k: i32) -> i32 {
        let mut left = k;
        let outer = N(1);
        'next: loop {
            let inner = N(left);
            yield_!(left);
            while left > 0 {
                left -= 1;
                if left % 2 == 0 { note(num(&inner)); continue 'next; }
                if left == 3 { break 'next; }
                note(num(&outer));
            }
            drop(inner);
            return;
        }
        note(7);
    }
    called (0), (3), (6)
}
