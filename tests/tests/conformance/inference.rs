//! Types that are known from far away: from a later use, or from nothing but the closure around them.

use crate::both::*;

both! {
    /// Variables of a pattern whose initialiser has a closure, behind a join: their types were not known (E0282).
    fn partitioned(k: i32) -> i32 {
        if k > 0 {
            yield_!(op(1));
        }
        let (odd, even): (Vec<i32>, Vec<i32>) = (0..5).partition(|n| n % 2 == 0);
        yield_!(op(2));
        yield_!(odd.into_iter().sum());
        yield_!(even.iter().count() as i32);
    }
    called (0), (1)
}

both! {
    /// The same with a `let`-`else` and no written type.
    fn split_and_mapped(k: i32) -> usize {
        if k > 0 {
            yield_!(1);
        }
        let Some((a, b)) = "k=value".split_once('=').map(|(a, b)| (a.trim(), b.to_string())) else {
            return;
        };
        yield_!(a.len());
        note(2);
        yield_!(b.trim().len());
    }
    called (0), (1)
}

both! {
    /// The same with what a closure folds.
    fn folded(k: i32) -> i32 {
        if k > 0 {
            yield_!(1);
        }
        let (sum, all) = (0..4).fold((0, vec![]), |(sum, mut all), x| {
            all.push(n(x));
            (sum + x, all)
        });
        yield_!(sum);
        yield_!(all.iter().map(num).sum());
    }
    called (0), (1)
}

both! {
    /// A part of such a value is an adapter, and contains the closure.
    fn an_adapter_in_a_tuple(k: i32) -> i32 {
        if k > 0 {
            yield_!(1);
        }
        let (adapter, m) = ((0..3).map(move |x| op(x + k)), op(5));
        yield_!(m);
        yield_!(adapter.sum());
    }
    called (0), (1)
}

both! {
    /// An arm that says something before it goes on has no value, and so no type (E0034).
    fn an_arm_that_notes_and_continues(v: Vec<Option<N>>) -> i32 {
        for o in v {
            let x = match o {
                Some(x) if x.0 > 1 => {
                    yield_!(op(0));
                    x
                }
                Some(_) => {
                    note(1);
                    if op(1) == 1 { continue } else { break }
                }
                None => {
                    note(2);
                    continue;
                }
            };
            yield_!(num(&x));
        }
    }
    called (vec![Some(N(3)), None, Some(N(1)), Some(N(4))])
}

both! {
    /// The same where the other side of the `if` leaves, loops or panics.
    fn branches_that_never_end(k: i32) -> i32 {
        let given = n(1);
        let x = if k > 1 {
            yield_!(op(0));
            n(2)
        } else if k == 1 {
            let _guard = n(3);
            loop {
                note(4);
                if op(k) == 1 {
                    return;
                }
            }
        } else if k == 0 {
            drop(given);
            return
        } else {
            note(5);
            unreachable!()
        };
        yield_!(num(&x));
    }
    called (0), (1), (2)
}

both! {
    /// The value of a match whose type is decided by the loop behind it (E0277).
    fn parsed_in_a_match(s: &str) -> u32 {
        let (lo, hi) = match s.split_once('-') {
            Some((a, b)) => match (a.parse(), b.parse()) {
                (Ok(a), Ok(b)) => (a, b),
                _ => {
                    yield_!(99);
                    return;
                }
            },
            None => (0, 2),
        };
        for n in lo..=hi {
            op(1);
            yield_!(n);
        }
    }
    called ("2-4"), ("2-x"), ("2")
}

both! {
    /// The same where the error is what an arm binds.
    fn parsed_with_errors_bound(s: &str) -> String {
        let (a, b) = s.split_once(',').unwrap_or(("", ""));
        match (a.parse(), b.parse()) {
            (Ok(a), Ok(b)) => {
                note(1);
                for i in a..=b {
                    yield_!(i32::to_string(&i));
                }
            }
            (Err(e), _) | (_, Err(e)) => yield_!(e.to_string()),
        }
        note(2);
    }
    called ("1,3"), ("3,1"), ("x,1"), ("1,y")
}

both! {
    /// The items of an adapter whose closure leaves the type to what follows.
    fn parsed_items(s: &str) -> i32 {
        for x in s.split(' ').map(|word| word.parse().unwrap()) {
            yield_!(op(0));
            let total: i32 = x;
            yield_!(total);
        }
        for (x, _) in s.split(' ').map(|word| (word.parse().unwrap(), word.parse::<u8>())) {
            yield_!(op(x));
        }
    }
    called ("1 2")
}

both! {
    /// A closure beside the value that a loop, a branch or a block gives was taken for a part of it (E0282).
    fn loop_with_a_closure_beside_its_value(k: i32) -> String {
        let mut found = {
            let mut turn = 0;
            'search: loop {
                if turn > 1 {
                    break match op(k) {
                        1 => String::from("one"),
                        _ => format!("{turn}"),
                    };
                }
                turn += 1;
                yield_!(String::from("turn"));
                let mut bump = move |by: i32| {
                    turn += by;
                    turn
                };
                if bump(k) > 7 {
                    break 'search String::from("far");
                }
            }
        };
        yield_!(found.clone());
        found.push('.');
        yield_!(found.to_uppercase());
    }
    called (1), (2), (9)
}

both! {
    /// The closure that a block gives is one, whichever name it had inside.
    fn closure_out_of_a_block(k: i32) -> i32 {
        let add = {
            let inner = move |x: i32| x + k;
            inner
        };
        yield_!(add(1));
        let both = {
            let inner = move |x: i32| x * k;
            (inner, op(2))
        };
        yield_!((both.0)(both.1));
        yield_!(both.1);
    }
    called (3)
}

both! {
    /// What a loop gives, under an operator or a method that has to know its type: the loop stood below it (E0282).
    fn operator_above_a_loop(k: i32) -> i32 {
        let x = -({
            let mut g = 0;
            loop {
                if g > 1 {
                    break g;
                }
                g += 1;
                yield_!(g);
            }
        } ^ {
            yield_!(3);
            k
        });
        yield_!(x);
        let y = !({
            let mut g = 0;
            loop {
                if g > 1 {
                    break g;
                }
                g += 1;
                yield_!(op(g));
            }
        } + 1).pow({
            yield_!(4);
            2
        });
        yield_!(y);
    }
    called (5)
}

both! {
    /// A closure in a loop that is an operand of what a method is called with was taken for a part of the result (E0308).
    fn argument_with_a_closure_beside_its_value(k: i32) -> N {
        let x = n(11).plus(k - {
            let mut d = 0;
            loop {
                if d > 1 {
                    break k;
                }
                d += 1;
                let mut add = move |q: i32| {
                    d += q;
                    op(d)
                };
                note(add(1));
            }
        });
        yield_!(n(1));
        let mut a = x;
        if num(&a) > 3 {
            yield_!(n(2));
            a = n(3);
        }
        yield_!(a);
    }
    called (5)
}

both! {
    /// The branches of an assigned value are coerced to the type of the variable, whichever comes first in the machine (E0308).
    fn branches_coerced_to_a_parameter(mut list: &[i32], flag: bool) -> i32 {
        list = if flag {
            yield_!(op(1));
            list
        } else {
            &[6, 6]
        };
        yield_!(list.len() as i32);
        let mut shown: &dyn std::fmt::Debug = &1;
        yield_!(op(2));
        shown = if flag {
            &"text"
        } else {
            yield_!(op(3));
            &2.5
        };
        yield_!(format!("{shown:?}").len() as i32);
    }
    called (&[1, 2, 3], true), (&[1, 2, 3], false)
}

both! {
    /// A branch of what a run starts with came to stand above the closure that it calls (E0282).
    fn closure_called_in_a_branch_behind_a_yield(flag: bool, opt: Option<i32>) -> i32 {
        for _ in vec![1] {
            yield_!(3);
        }
        'done: {
            let add = |q| op(q) + 1;
            if { yield_!(opt.is_some() as i32); flag } {
                break 'done;
            }
            yield_!(add(op(1)))
        }
        yield_!(9);
    }
    called (true, None), (false, Some(1))
}

both! {
    /// A part of an operand was asked for its kind above the place that tells its type (E0308).
    fn parts_of_an_operand_in_a_loop(k: i32) -> i32 {
        let mut turn = 0;
        loop {
            if turn > k {
                break;
            }
            turn += 1;
            let ((b, text), y) = ((op(3) > 4, String::from("x")), {
                yield_!(9);
                n(11)
            });
            for _ in [4, 5] {
                yield_!(1);
            }
            note(num(&y) + b as i32);
            drop(text);
        }
    }
    called (1)
}

both! {
    /// `String + &String` is coerced where the left side is known to be a `String`, and that stands behind a loop in the text
    /// (E0277).
    fn text_put_together_over_a_yield(k: i32) -> String {
        for i in 0..k {
            yield_!(op(i).to_string());
        }
        let text = word(1) + &{ yield_!(word(2)); word(3) } + &word(4);
        yield_!(text);
        let parts = (word(5), { yield_!(word(6)); word(7) }, word(8));
        yield_!(parts.0 + &parts.1 + &parts.2);
        for i in 0..k {
            yield_!(op(i).to_string());
        }
    }
    called (2)
}

both! {
    /// What a loop gives was taken for a copy where its first `break` leaves the type open (E0277).
    fn broken_out_with_nothing(k: i32) -> i32 {
        let found = loop {
            if k > 5 {
                break None;
            }
            let d = n(k);
            yield_!(k);
            break Some(d);
        };
        yield_!(found.as_ref().map_or(-1, num));
    }
    called (3), (6)
}

both! {
    /// The same with a first assignment.
    fn first_assigned_nothing(k: i32) -> i32 {
        let found;
        if k > 5 {
            found = None;
        } else {
            yield_!(k);
            found = Some(n(k));
        }
        yield_!(found.as_ref().map_or(-1, num));
    }
    called (3), (6)
}

both! {
    /// Arrays, casts and calls of what is inferred later were taken for copies (E0277).
    fn inferred_inside(k: i32) -> i32 {
        fn same<T>(value: T) -> T {
            value
        }
        yield_!(op(0));
        let mut pair = [None, None];
        pair[0] = Some(n(1));
        let mut three = [const { None }; 3];
        three[2] = Some(n(2));
        let mut given = same(None);
        if k > 0 {
            given = Some(n(3));
        }
        let mut whole = Option::None;
        whole.replace(n(4));
        note(given.as_ref().map_or(0, num));
        yield_!(op(1));
        yield_!(op(2));
    }
    called (0), (1)
}

both! {
    fn types_of_variables_that_get_their_values_later() -> usize {
        let list: Vec<u64>;
        let (mut count, text): (u8, String);
        let [first, second]: [u16; 2];
        yield_!(0);
        list = "1 2".split(' ').map(|k| k.parse().unwrap()).collect();
        (count, text) = ("7".parse().unwrap(), "q".into());
        [first, second] = ["1", "2"].map(|k| k.parse().unwrap());
        yield_!(list.len() + text.len() + count.count_ones() as usize);
        count = "3".parse().unwrap();
        yield_!((count.count_ones() + first.count_ones() + second.count_ones()) as usize);
    }
    called ()
}

both! {
    /// A first value of which the methods show as little as `None` does what it may hold (E0277).
    fn nothing_at_first_by_a_method(k: i32) -> i32 {
        let mut or = None.or(None);
        let mut taken = None.take();
        let mut kept = None.filter(|_| true);
        let mut mapped = Some(k).map(|_| None);
        let mut chosen = (k > 1).then_some(None);
        let mut then = Some(k).and_then(|_| None);
        let mut else_none = None.or_else(|| None);
        yield_!(0);
        or = Some(n(1));
        taken = Some(n(2));
        kept = Some(n(3));
        mapped = Some(Some(n(4)));
        chosen = Some(Some(n(5)));
        then = Some(n(6));
        else_none = Some(n(7));
        note(8);
        yield_!(9);
    }
    called (1), (2)
}

both! {
    /// An element of what a closure makes of an array, behind a loop: its type was not known (E0282).
    fn elements_of_a_mapped_array(k: i32) -> i32 {
        let names = [n(1), n(2), n(3)];
        for i in 0..k as usize {
            yield_!(num(&names[i]));
        }
        let mut pairs = names.map(|name| (name, n(k)));
        yield_!(op(4));
        pairs[1] = (n(5), n(6));
        yield_!(op(7));
        pairs[0].0 = n(8);
        yield_!(num(&pairs[2].1));
    }
    called (0), (2)
}

both! {
    /// The same of a text with a closure in its arguments.
    fn text_of_what_is_mapped(k: i32) -> usize {
        let names = vec![n(1), n(2)];
        for i in 0..k as usize {
            yield_!(i);
        }
        let text = format!("{}", names.iter().map(|name| num(name).to_string()).collect::<Vec<_>>().join(","));
        yield_!(4);
        yield_!(text.len());
    }
    called (0), (2)
}

both! {
    /// The same of what such a value becomes.
    fn another_name_for_what_is_mapped(k: i32) -> i32 {
        for i in 0..k {
            yield_!(i);
        }
        let boxed = Box::new([op(1), op(2)].map(|x| vec![n(x)]));
        yield_!(op(3));
        let pairs = boxed;
        yield_!(op(4));
        let lists = *pairs;
        yield_!(num(&lists[0][0]));
    }
    called (0), (2)
}

both! {
    /// A value out of an `if` with an `else` was taken for one whose type is still to be inferred, so it was kept over the yield, a
    /// reference to a part of a variable, too (E0499).
    fn references_out_of_an_if_with_an_else(mut players: [Vec<i32>; 2], k: usize) -> i32 {
        for i in 0..k {
            let (first, second) = players.split_at_mut(1);
            let (own, other) = if i % 2 == 0 { (first, second) } else { (second, first) };
            match own[0].pop() {
                Some(3) => continue,
                Some(card) => other[0].push(op(card)),
                None => continue,
            }
            let longest = if own.len() > other.len() { &mut own[0] } else { &mut other[0] };
            longest.push(op(7));
            yield_!(players[0].len() as i32);
        }
    }
    called ([vec![1, 2], vec![3]], 5)
}

both! {
    /// A closure that is called where a run goes on, in an arm: its type is known further down, where it is made (E0282).
    fn closure_called_in_an_arm_behind_a_yield(wanted: Option<N>, other: Option<i32>) -> i32 {
        for d in vec![n(9), n(12)] {
            let add = move |q: i32| q + num(&d);
            let Some(_) = wanted else {
                yield_!(1);
                if let Some(k) = other {
                    note(add(1) - k);
                }
                break;
            };
        }
    }
    called (None, Some(3)), (Some(N(4)), None)
}
