//! Declarations: shadowing, late initialisation, names that only look like variables.

use crate::both::*;

both! {
    /// A name that is a number, a text, a value, and a number again.
    fn shadowed_by_other_types(x: i32) -> String {
        yield_!(format!("{x}"));
        let x = word(x);
        yield_!(x.clone());
        let x = (n(4), x);
        yield_!(format!("{x:?}"));
        let x = x.1.len() + num(&x.0) as usize;
        yield_!(x.to_string());
    }
    called (3)
}

both! {
    /// The initialiser still means the older variable, also across a yield in it.
    fn initialiser_sees_the_older(a: i32) -> i32 {
        let b = n(1);
        let b = { yield_!(num(&b)); n(num(&b) + 1) };
        let a = a + { let a = a * 10; yield_!(a); a };
        yield_!(a + num(&b));
    }
    called (2)
}

both! {
    /// Inner scopes shadow and give back.
    fn shadowing_ends_with_the_scope(x: i32) -> i32 {
        let y = n(1);
        {
            let x = x + 1;
            let y = n(2);
            yield_!(x + num(&y));
            if x > 0 {
                let y = x;
                yield_!(y);
            }
            yield_!(num(&y));
        }
        yield_!(x + num(&y));
    }
    called (5)
}

both! {
    /// Loop bodies declare anew in each round.
    fn declared_in_each_round(rounds: i32) -> i32 {
        let mut total = 0;
        for k in 0..rounds {
            let k = k * 10;
            let mut seen = vec![k];
            yield_!(seen.len() as i32);
            seen.push(total);
            total += seen.iter().sum::<i32>();
            yield_!(total);
        }
        yield_!(total);
    }
    called (3)
}

both! {
    /// Initialised later, once on each path.
    fn late_initialisation(flag: bool) -> i32 {
        let a;
        let b;
        yield_!(0);
        if flag {
            b = n(2);
            a = n(1);
            yield_!(num(&b));
        } else {
            a = n(3);
            yield_!(num(&a));
            b = n(4);
        }
        yield_!(num(&a) * 10 + num(&b));
    }
    called (true), (false)
}

both! {
    /// Initialised on one path only, and not used on the other.
    fn perhaps_initialised(k: i32) -> i32 {
        let kept;
        if k > 1 {
            yield_!(1);
            kept = n(k);
            yield_!(num(&kept));
        }
        yield_!(2);
        note(3);
    }
    called (1), (2)
}

both! {
    /// Initialised by `match` arms, some of which leave.
    fn initialised_by_arms(k: i32) -> i32 {
        let x: i32;
        match k {
            0 => return,
            1 => { yield_!(10); x = 1; }
            2 => x = { yield_!(20); 2 },
            _ => { x = k; }
        }
        yield_!(x);
    }
    called (0), (1), (2), (3)
}

both! {
    /// Late initialisation in a loop that is left at once.
    fn initialised_before_a_break(limit: i32) -> i32 {
        let found;
        let mut k = 0;
        loop {
            yield_!(k);
            if op(k) >= limit {
                found = n(k);
                break;
            }
            k += 1;
        }
        yield_!(num(&found));
    }
    called (0), (2)
}

both! {
    /// Underscored names bind, the underscore does not.
    fn underscores(k: i32) -> i32 {
        let _named = n(1);
        let _ = n(2);
        _ = n(3);
        yield_!(k);
        let kept = n(4);
        let _ = kept;
        yield_!(num(&kept));
        let (_, _b) = (n(5), n(6));
        yield_!(k + 1);
    }
    called (7)
}

both! {
    /// Every scalar type lives across a yield.
    fn scalars(flag: bool, c: char, small: u8, wide: i128, real: f64) -> String {
        yield_!(format!("{flag}{c}"));
        let next = small + 1;
        yield_!(format!("{next}"));
        let wide = wide - 1;
        let real = real / 2.0;
        yield_!(format!("{wide} {real}"));
        yield_!(format!("{c}{flag}{small}{next}{wide}{real}"));
    }
    called (true, 'ü', 254, i128::MIN + 1, 0.5)
}

both! {
    /// Mutated on both sides of many yields.
    fn accumulators(limit: i32) -> i32 {
        let (mut a, mut b) = (0, 1);
        let mut text = String::new();
        while a < limit {
            yield_!(a);
            (a, b) = (b, a + b);
            text.push('.');
            if text.len() % 3 == 0 {
                yield_!(-(text.len() as i32));
            }
        }
        yield_!(b);
    }
    called (20)
}

both! {
    /// A parameter is a variable: mutable, shadowed, moved.
    fn parameters_as_variables(mut a: i32, mut b: N, c: N) -> i32 {
        a += 1;
        yield_!(a);
        b = c;
        yield_!(num(&b));
        let a = a + num(&b);
        drop(b);
        yield_!(a);
    }
    called (1, N(2), N(3))
}

both! {
    /// Raw identifiers, and names of macros and of types as variables.
    fn odd_names(r#type: i32, r#match: N) -> i32 {
        let r#loop = r#type + num(&r#match);
        yield_!(r#loop);
        let (vec, format, Some_) = (1, 2, 3);
        let i32 = vec + format;
        yield_!(i32 + Some_);
        let r#loop = { let generator = r#match; yield_!(r#type); num(&generator) };
        yield_!(r#loop);
    }
    called (4, N(6))
}

both! {
    /// A large array is only one variable.
    fn large_array(k: usize) -> u8 {
        let mut table = [0u8; 4096];
        for i in 0..k {
            table[i * 100] = op(i as i32 + 1) as u8;
            yield_!(table[i * 100]);
        }
        yield_!(table.iter().map(|x| x % 7).sum());
    }
    called (3)
}

both! {
    /// Twenty variables alive at once.
    fn many_variables(k: i32) -> i32 {
        let (a, b, c, e) = (op(k), k + 1, k + 2, k + 3);
        yield_!(a);
        let (f, g, h, i) = (n(a), n(b), n(c), n(e));
        yield_!(num(&f));
        let (j, l, m, o) = (word(a), word(b), Some(c), Some(word(e)));
        yield_!(m.unwrap_or(0));
        let (p, q, r, s) = ([a; 3], (b, n(90)), vec![c], Box::new(n(91)));
        yield_!(p[1] + q.0 + r[0] + num(&s) + num(&g) + num(&h) + num(&i));
        yield_!((j.len() + l.len() + o.map_or(0, |t| t.len())) as i32 + num(&q.1));
    }
    called (1)
}

both! {
    /// Assigned but never read again, and read but never changed.
    fn written_only(k: i32) -> i32 {
        let mut last = n(k);
        for i in 0..2 {
            yield_!(i);
            last = n(10 + i);
        }
        yield_!(2);
    }
    called (1)
}

both! {
    /// The slot of a variable that holds nothing yet was looked up for its place.
    fn assigned_in_parentheses(k: i32) -> i32 {
        let x;
        yield_!(k);
        (x) = n(2);
        yield_!(num(&x));
    }
    called (1)
}

both! {
    /// A view of a variable that one way through the loop moves on, and that the next turn makes anew.
    fn view_that_is_moved_on_in_a_loop(k: i32) -> String {
        let mut lines = ["a\\", "b", "", "c\\", "d"].iter();
        let (mut line, mut carry) = (String::new(), String::new());
        loop {
            line.clear();
            let length = match lines.next() {
                None => break,
                Some(next) if next.len() as i32 == k + 1 => continue,
                Some(next) if next.len() as i32 == k => { yield_!(format!("! {next}")); return; }
                Some(next) => { line.push_str(next); next.len() }
            };
            let trimmed = line.trim_end_matches('x');
            if let Some(part) = trimmed.strip_suffix('\\') { carry.push_str(part); continue; }
            let full = std::mem::take(&mut carry) + trimmed;
            if full.is_empty() && length < 2 { continue; }
            yield_!(full);
        }
        yield_!(carry);
    }
    called (1), (2), (9)
}

both! {
    /// A reference whose view is its last use before it is assigned again.
    fn view_of_what_is_assigned_next(k: usize) -> &'static str {
        let mut rest = "abc,,d,".trim_start_matches('b');
        loop {
            match rest.find(',') {
                Some(at) => {
                    let (a, b) = rest.split_at(at);
                    rest = &b[1..];
                    if a.len() > k { yield_!(a); }
                }
                None => {
                    if !rest.is_empty() { yield_!(rest); }
                    break;
                }
            }
        }
        let mut boxed = Box::new(n(1));
        let inner = *boxed;
        boxed = Box::new(n(2));
        yield_!("boxed");
        note(num(&boxed) + num(&inner));
    }
    called (0), (2)
}

both! {
    /// References that are assigned, not used over a yield, and assigned again.
    fn assigned_again_behind_a_yield_that_does_not_keep_it(k: usize) -> i32 {
        let values = VALUES;
        let mut items = values.iter();
        let first = items.next();
        yield_!(first.copied().unwrap_or(-1));
        items = values[1..].iter();
        yield_!(1);
        items = values.iter();
        let all = items.as_slice();
        yield_!(all[k]);
        let mut rest = "a,b,c".trim_start_matches('x');
        while let Some((head, tail)) = rest.split_once(',') {
            rest = tail.trim_end_matches('x');
            if head.len() > k { yield_!(2); rest = tail; }
            yield_!(rest.len() as i32);
        }
        let mut last = values.last();
        let taken = last.take();
        yield_!(taken.copied().unwrap_or(-1));
        last = values.first();
        yield_!(3);
        last = values.last();
        yield_!(last.take().copied().unwrap_or(-1));
    }
    called (0), (2)
}

static VALUES: &[i32] = &[4, 5, 6];

both! {
    /// A tuple in code without a yield of which only the fields are used was not found (E0425).
    fn tuples_in_code_without_a_yield(flag: bool, k: i32) -> i32 {
        if flag {
            let pair = (op(7), n(2));
            note(pair.0 + num(&pair.1));
        }
        yield_!(1);
        drop(n(-(if flag {
            let pair = (op(k), op(2));
            pair.0
        } else {
            2
        })));
        for i in 0..2 {
            let held = (n(i), op(3));
            if flag {
                let inner = (op(4), held.1);
                note(inner.0 + inner.1);
            }
            yield_!(held.1);
            let behind = (n(5), held.0);
            drop(behind.1);
            note(num(&behind.0));
        }
    }
    called (true, 1), (false, 2)
}

both! {
    /// A method of slices that has the name of a consuming one of iterators was taken to consume its receiver, which was
    /// dropped at its last mention; what a view's `map` or `cloned` gives was held to have no drop.
    fn looks_with_consuming_names(words: Vec<N>, names: Vec<String>) -> i32 {
        let copies: Vec<i32> = words.iter().map(num).collect();
        yield_!(1);
        let last = words.last().map_or(0, num);
        let text = names.join("-");
        yield_!(last + text.len() as i32);
        let first = copies.first().map(|k| n(*k));
        let again = text.get(0..1).map(|text| n(text.len() as i32));
        yield_!(2);
        let last = *copies.last().unwrap();
        yield_!(op(last));
    }
    called (vec![N(1), N(2)], vec![String::from("a"), String::from("b")])
}

both! {
    /// Temporaries that a constructor, a struct or an array borrows were dropped with the statement of the `let`.
    fn temporaries_extended_by_constructors(k: i32) -> i32 {
        let some = Some(&n(1)).map_or(0, num);
        let kept = Some(&n(2));
        let sum = kept.map_or(0, num) + some;
        yield_!(sum);
        let list = [&n(3), &n(4)];
        let total: i32 = list.iter().map(|value| num(value)).sum();
        yield_!(total);
        note(k);
    }
    called (1)
}

both! {
    /// A box that can be called once, by its written type (E0507).
    fn boxed_once_by_its_type(k: i32) -> i32 {
        let held = n(k);
        let give: Box<dyn FnOnce(i32) -> i32> = Box::new(move |more| more + eat(held));
        yield_!(1);
        let given = give(2);
        yield_!(given);
    }
    called (5)
}

both! {
    fn ranges_are_moved(end: i32) -> i32 {
        let range = 0..end;
        let all = 1..=end;
        let list = 2..4;
        yield_!(0);
        let within = move |k: i32| all.contains(&k);
        yield_!(within(end) as i32);
        yield_!(list.sum());
        let moved = range;
        yield_!(1);
        for k in moved {
            yield_!(op(k));
        }
    }
    called (3), (0)
}

both! {
    fn plain_values_of_a_pattern_are_assigned_in_each_turn(turns: i32) -> i32 {
        for turn in 0..turns {
            let (first, mut range, mut pair) = (turn, 0..5, [1, 2]);
            pair[0] += op(10);
            yield_!(first);
            range.next();
            pair[1] += 1;
            yield_!(range.start + pair[0] + pair[1]);
            range.next();
            for k in range {
                yield_!(100 * k);
            }
            if let (0, mut right) = (turn, 0..3) {
                yield_!(turn);
                right.next();
                yield_!(right.start);
            }
            match (2, [7, 8]) {
                (left, mut right) => {
                    yield_!(left);
                    right[0] += 1;
                    yield_!(right[0]);
                }
            }
        }
    }
    called (2)
}

both! {
    fn what_a_destructuring_assignment_leaves_out_goes_first() -> i32 {
        let mut first = n(1);
        yield_!(num(&first));
        (first, ..) = {
            yield_!(0);
            (n(2), n(3), n(4))
        };
        yield_!(num(&first));
    }
    called ()
}

both! {
    /// What the `else` gives was not asked for its type, and so kept over the yield, with what it borrows.
    fn references_that_a_branch_picks_are_not_kept(first: N, second: N, turns: i32) -> i32 {
        for turn in 0..turns {
            let (from, to) = if turn == 1 { (&first, &second) } else { (&second, &first) };
            if num(&from) > 5 {
                continue;
            }
            let sum = num(&from) * 10 + num(&to);
            yield_!(sum);
        }
        for one in [first, second] {
            yield_!(num(&one));
        }
    }
    called (N(1), N(2), 2), (N(1), N(7), 3)
}
