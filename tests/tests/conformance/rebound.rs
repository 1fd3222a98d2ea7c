//! What a pattern or a loop borrows behind a `&mut` over yields, and the `&mut` used again behind that: each was two references of
//! which the frame cannot hold both (E0521, E0499), unless said otherwise.

use crate::both::*;
use std::collections::{BTreeMap, VecDeque};

struct Held {
    pair: Option<(i32, String)>,
    list: Vec<i32>,
    names: Vec<String>,
    count: i32,
}

impl Held {
    fn new(pair: Option<(i32, &str)>, list: &[i32]) -> Held {
        Held {
            pair: pair.map(|(n, s)| (n, s.to_string())),
            list: list.to_vec(),
            names: vec!["ab".to_string(), "c".to_string()],
            count: 0,
        }
    }

    fn total(&self) -> i32 {
        self.count + self.list.iter().sum::<i32>()
    }
}

both! {
    fn names_of_a_pattern(held: &mut Held) -> i32 {
        if let Some((n, s)) = &mut held.pair {
            yield_!(*n);
            match (*n).cmp(&1) {
                std::cmp::Ordering::Equal => { yield_!(1); *n += 1; }
                _ => yield_!(2),
            }
            match s.len() {
                1 => { yield_!(3); s.push('z'); }
                k => yield_!(k as i32),
            }
            if let Some(c) = s.chars().next() { yield_!(c as i32); }
            while *n < 5 { *n += op(1); yield_!(*n); }
            let sum = s.len() as i32 + *n;
            yield_!(sum);
            ev!("{n} {s}");
        }
        held.pair = None;
        held.list.push(op(1));
        yield_!(held.total());
    }
    called
        { let mut held = Held::new(Some((1, "a")), &[5]); } (&mut held),
        { let mut held = Held::new(Some((7, "abc")), &[]); } (&mut held),
        { let mut held = Held::new(None, &[]); } (&mut held)
}

both! {
    fn names_of_a_let(pair: &mut (i32, i32), list: &mut Vec<i32>) -> i32 {
        {
            let (a, b) = &mut *pair;
            yield_!(*a);
            std::mem::swap(a, b);
            yield_!(*a);
            list.iter_mut().for_each(|x| *x += *a);
            yield_!(list[0]);
            let text = format!("{a}{b}");
            yield_!(text.len() as i32);
            *a += { yield_!(50); *b };
            yield_!(*a + *b + { yield_!(60); op(1) });
        }
        pair.0 = 0;
        let half = list.len() / 2;
        let (low, high) = list.split_at_mut(half);
        yield_!(low.len() as i32);
        low.swap_with_slice(&mut high[..half]);
        yield_!(high[0]);
        let Some((head, tail)) = list.split_first_mut() else { return };
        yield_!(*head);
        tail[0] = *head;
        yield_!(tail[0]);
        list.clear();
        yield_!(pair.0 + pair.1);
    }
    called { let (mut pair, mut list) = ((1, 2), vec![1, 2]); } (&mut pair, &mut list)
}

both! {
    /// A condition in several parts: the names are in sight in those behind.
    fn names_in_a_condition(held: &mut Held) -> i32 {
        if let Some((n, _)) = &mut held.pair && { yield_!(0); *n > 1 } && let [first, ..] = &mut held.list[..] {
            *n += 1;
            yield_!(*n);
            *first += *n;
            yield_!(*first);
            *n += 1;
        } else {
            yield_!(-1);
        }
        held.pair = None;
        while let Some(last) = held.list.last_mut() && { yield_!(*last); *last < 9 } {
            *last += 2;
            yield_!(*last);
            if *last > 6 { held.list.pop(); }
        }
        held.count += 1;
        yield_!(held.total());
    }
    called
        { let mut held = Held::new(Some((2, "a")), &[1, 5]); } (&mut held),
        { let mut held = Held::new(Some((1, "a")), &[9]); } (&mut held),
        { let mut held = Held::new(None, &[]); } (&mut held)
}

/// A value without a drop: what a call borrows outlives the trace.
struct Quiet(i32);

fn quiet(value: i32) -> Quiet {
    Quiet(op(value))
}

fn val(value: &Quiet) -> i32 {
    op(value.0)
}

impl Quiet {
    fn renamed(&mut self) {
        *self = quiet(val(self) + 1);
    }
}

enum Phase {
    Rising(i32),
    Named { left: i32, name: String },
    Held(Quiet),
    End,
}

both! {
    fn arms_of_a_match_on_a_state(phase: &mut Phase, log: &mut Vec<i32>) -> i32 {
        loop {
            match phase {
                Phase::Rising(n) if *n > 2 => {
                    yield_!(-*n);
                    *n = 0;
                    *phase = Phase::Named { left: 2, name: "x".to_string() };
                }
                Phase::Rising(n) => { *n += op(1); yield_!(*n); *n += 1; log.push(*n); }
                Phase::Named { left: 0, .. } => { yield_!(99); *phase = Phase::Held(quiet(5)); }
                Phase::Named { left, name } => {
                    yield_!(*left * 10);
                    *left -= 1;
                    name.push('y');
                    yield_!(name.len() as i32);
                    log.push(*left);
                }
                Phase::Held(value) => { yield_!(val(value)); value.renamed(); yield_!(val(value)); *phase = Phase::End; }
                Phase::End => break,
            }
        }
        match *phase {
            Phase::Rising(ref mut n) => { yield_!(*n); *n += 1; }
            _ => yield_!(log.len() as i32),
        }
        *phase = Phase::End;
    }
    called { let (mut phase, mut log) = (Phase::Rising(0), Vec::new()); } (&mut phase, &mut log)
}

struct Inner {
    key: Option<Quiet>,
    count: i32,
}

both! {
    fn names_in_names(outer: &mut Option<Inner>, list: &mut Vec<Quiet>) -> i32 {
        if let Some(inner) = outer {
            yield_!(inner.count);
            if let Some(key) = &mut inner.key {
                yield_!(val(key));
                key.renamed();
                yield_!(val(key) + inner.count);
                inner.key = None;
                note(1);
            }
            inner.count += 1;
            yield_!(inner.count);
            inner.key = Some(quiet(7));
        }
        list.push(quiet(3));
        yield_!(list.len() as i32);
        *outer = None;
        note(2);
    }
    called
        { let (mut outer, mut list) = (Some(Inner { key: Some(Quiet(1)), count: 5 }), vec![]); } (&mut outer, &mut list),
        { let (mut outer, mut list) = (Some(Inner { key: None, count: 5 }), vec![]); } (&mut outer, &mut list)
}

both! {
    /// Values that are moved to where a name refers to, jumps out of what uses it, `else` of a `let`.
    fn moves_and_jumps_beside_a_name(list: &mut Vec<Option<Quiet>>, one: N, other: Quiet) -> i32 {
        for i in 0..3 {
            let Some(Some(value)) = list.get_mut(i) else {
                yield_!(-1);
                continue;
            };
            yield_!(val(value));
            if i == 0 {
                *value = quiet(10);
            } else {
                let old = std::mem::replace(value, quiet(20));
                yield_!(val(&old));
            }
            if val(value) > 15 { break; }
            yield_!(7);
            ev!("{}", value.0);
        }
        list.push(Some(other));
        yield_!(list.len() as i32);
        drop(one);
        let last = list.last_mut().unwrap();
        yield_!(1);
        *last = None;
        yield_!(2);
        list.clear();
    }
    called { let mut list = vec![Some(Quiet(1)), None, Some(Quiet(2))]; } (&mut list, N(8), Quiet(9))
}

both! {
    fn shared_borrows(held: &mut Held) -> usize {
        if let Some((_, text)) = &held.pair {
            yield_!(text.len());
            yield_!(text.len() + 1);
        }
        held.pair = None;
        if let [first, second, ..] = &held.names[..] {
            yield_!(first.len());
            yield_!(second.len());
        }
        held.names.clear();
        if let Some(pair) = held.pair.as_ref() {
            yield_!(pair.1.len());
            yield_!(pair.1.len());
        }
        yield_!(held.names.len() + op(1) as usize);
    }
    called { let mut held = Held::new(Some((2, "abc")), &[]); } (&mut held)
}

both! {
    fn entries_of_a_map(map: &mut BTreeMap<&'static str, Vec<i32>>, keys: &[&'static str]) -> usize {
        for (i, key) in keys.iter().enumerate() {
            let found = map.entry(*key).or_default();
            yield_!(found.len());
            found.push(op(i as i32));
            yield_!(found.len());
        }
        if let Some(list) = map.get_mut("a") {
            yield_!(list.len());
            list.clear();
            yield_!(list.len());
        }
        let kept = map.entry("z").or_insert_with(Vec::new);
        kept.push(1);
        yield_!(kept.len());
        kept.push(2);
        yield_!(map.len());
    }
    called { let mut map = BTreeMap::new(); } (&mut map, &["a", "b", "a"])
}

both! {
    fn loops_over_a_list(held: &mut Held) -> i32 {
        for (i, x) in held.list.iter_mut().enumerate() {
            *x += op(i as i32);
            yield_!(*x);
            *x *= 2;
            if i == 2 { break; }
        }
        for x in &held.list { yield_!(*x); }
        for x in &mut held.list { *x -= 1; yield_!(*x); *x -= 1; }
        for pair in held.list.chunks_mut(2) { pair.reverse(); yield_!(pair[0]); }
        for (x, name) in held.list.iter_mut().zip(held.names.iter()).rev().skip(1) {
            *x += name.len() as i32;
            yield_!(*x);
        }
        for x in held.list.iter().copied().step_by(2) { yield_!(x); yield_!(x + 1); }
        held.count = 1;
        yield_!(held.total());
    }
    called { let mut held = Held::new(None, &[1, 2]); } (&mut held)
}

both! {
    fn loops_in_loops(rows: &mut Vec<Vec<Quiet>>, queue: &mut VecDeque<i32>) -> i32 {
        'rows: for (i, row) in rows.iter_mut().enumerate() {
            for value in row {
                if value.0 == 3 { continue 'rows; }
                if value.0 == 9 { break 'rows; }
                value.renamed();
                yield_!(val(value));
            }
            yield_!(i as i32);
        }
        for row in &mut *rows {
            for value in row.iter_mut().rev() { value.renamed(); yield_!(val(value)); }
            row.push(quiet(0));
            yield_!(row.len() as i32);
        }
        rows.clear();
        for x in queue.iter_mut() { *x += 1; yield_!(*x); }
        queue.pop_front();
        yield_!(queue.len() as i32);
    }
    called {
        let mut rows = vec![vec![Quiet(1), Quiet(2)], vec![Quiet(3), Quiet(4)], vec![Quiet(9)]];
        let mut queue = VecDeque::from(vec![1, 2]);
    } (&mut rows, &mut queue)
}

both! {
    /// Where only one of two branches uses it, the reference goes into the loop, whatever it goes over.
    fn loop_in_one_branch(map: &mut BTreeMap<i32, Quiet>, flag: bool) -> i32 {
        if flag {
            for (k, v) in map { v.renamed(); yield_!(*k + val(v)); }
        } else {
            map.clear();
            yield_!(op(-1));
        }
    }
    called
        { let mut map = BTreeMap::from([(1, Quiet(2)), (3, Quiet(4))]); } (&mut map, true),
        { let mut map = BTreeMap::from([(1, Quiet(2))]); } (&mut map, false)
}

both! {
    /// What leaves behind the loop does not use the map again: such a loop over a map was an error for what stands behind it in the text.
    fn maps_gone_over_before_leaving(map: &mut BTreeMap<i32, i32>, turns: i32) -> i32 {
        if turns == 0 {
            for (key, value) in map.iter_mut() {
                *value += key;
                yield_!(op(*value));
            }
            return;
        }
        let mut turn = 0;
        loop {
            turn += 1;
            if turn > turns {
                for value in map.values_mut().rev() {
                    *value += 1;
                    yield_!(*value);
                }
                break;
            }
            map.insert(turn, op(turn));
            yield_!(map.len() as i32);
        }
        yield_!(turn);
    }
    called
        { let mut map = BTreeMap::from([(1, 2), (3, 4)]); } (&mut map, 0),
        { let mut map = BTreeMap::from([(1, 2), (3, 4)]); } (&mut map, 1),
        { let mut map = BTreeMap::new(); } (&mut map, 2)
}

both! {
    /// What a list is zipped with is gone over by number, too.
    fn zipped_with_numbers(list: &mut Vec<i32>, weights: &[i32]) -> i32 {
        for (x, n) in list.iter_mut().zip(1..) {
            *x += n;
            yield_!(*x);
        }
        for ((x, weight), n) in list.iter_mut().zip(weights).zip(0..=1) {
            *x *= weight + n;
            yield_!(op(*x));
        }
        list.clear();
    }
    called { let mut list = vec![1, 2, 3]; } (&mut list, &[5, 6])
}

both! {
    /// An item of a list was kept beside the names that are bound anew with the list, where no yield stood between (E0499).
    fn an_item_beside_names_that_are_bound_anew(held: &mut Held) -> i32 {
        let Held { list, names, count, pair } = held;
        for (i, x) in list.iter_mut().enumerate() {
            *x += 1;
            names.push(x.to_string());
            *count += i as i32;
            yield_!(op(*x));
            names.push(format!("{x}!"));
            if let Some((n, s)) = pair {
                *n += *x;
                s.push('a');
                yield_!(*n + *count);
                s.push('b');
            }
        }
        let first = list.first_mut().unwrap();
        *first += 1;
        *count += *first;
        yield_!(names.len() as i32);
        names.clear();
        yield_!(held.total());
    }
    called
        { let mut held = Held::new(Some((1, "a")), &[5, 6]); } (&mut held),
        { let mut held = Held::new(None, &[7]); } (&mut held)
}

both! {
    /// Two borrows in one `let` were references of the frame (E0521).
    fn names_of_two_borrows(held: &mut Held) -> i32 {
        let (list, names) = (&mut held.list, &mut held.names);
        for x in list.iter_mut() {
            names.push(x.to_string());
            *x += op(1);
            yield_!(*x);
        }
        list.reverse();
        yield_!(list[0] + names.len() as i32);
        names.truncate(1);
        held.list.clear();
        yield_!(held.total() + held.names.len() as i32);
    }
    called { let mut held = Held::new(None, &[5, 6]); } (&mut held)
}

struct Index {
    map: std::collections::HashMap<String, i32>,
    sorted: BTreeMap<i32, String>,
    added: i32,
}

both! {
    /// An entry was kept for its drop, of which nobody sees anything, and the map with it.
    fn entries_of_a_field(index: &mut Index, words: &[&str]) -> i32 {
        use std::collections::hash_map::Entry;
        for word in words {
            match index.map.entry(word.to_string()) {
                Entry::Occupied(mut entry) => {
                    let old = entry.insert(op(5));
                    yield_!(old);
                }
                Entry::Vacant(entry) => {
                    index.added += 1;
                    entry.insert(op(index.added));
                    yield_!(index.added);
                }
            }
            if let Entry::Vacant(entry) = index.map.entry(word.repeat(2)) {
                entry.insert(0);
                yield_!(op(-1));
            }
            yield_!(index.map.len() as i32);
        }
    }
    called
        { let mut index = Index { map: [("a".to_string(), 1)].into(), sorted: BTreeMap::new(), added: 0 }; }
        (&mut index, &["a", "b", "a"])
}

both! {
    fn first_and_last_entries(index: &mut Index) -> i32 {
        while let Some(entry) = index.sorted.first_entry() {
            if *entry.key() > op(1) {
                break;
            }
            let (key, text) = entry.remove_entry();
            index.added += key;
            yield_!(index.added + text.len() as i32);
        }
        while let Some(mut entry) = index.sorted.last_entry() {
            let text = entry.get_mut();
            let last = text.pop().map_or(0, |c| op(c as i32));
            if text.is_empty() {
                entry.remove();
            }
            yield_!(last);
        }
        yield_!(index.sorted.len() as i32);
    }
    called
        {
            let sorted = BTreeMap::from([(1, "ab".to_string()), (2, "c".to_string()), (3, "de".to_string())]);
            let mut index = Index { map: Default::default(), sorted, added: 0 };
        }
        (&mut index)
}

both! {
    /// The search is made once: what it looks at is changed behind it.
    fn found_in_a_list(held: &mut Held, sought: Vec<i32>) -> i32 {
        for k in sought {
            let Some(x) = held.list.iter_mut().find(|x| **x == op(k)) else {
                yield_!(-k);
                continue;
            };
            *x += 10;
            yield_!(*x);
            *x += op(1);
            held.count += 1;
            yield_!(*x);
        }
        yield_!(held.total());
    }
    called
        { let mut held = Held::new(None, &[1, 2, 1]); } (&mut held, vec![1, 3, 1, 1, 11]),
        { let mut held = Held::new(None, &[]); } (&mut held, vec![1])
}

both! {
    fn found_in_heads(held: &mut Held) -> i32 {
        if let Some((at, x)) = held.list.iter_mut().enumerate().rev().find(|(_, x)| **x > op(1)) {
            *x = 0;
            yield_!(at as i32);
            *x += op(2);
        } else if let Some(name) = held.names.iter().find(|name| name.len() == 1) {
            yield_!(op(7));
            yield_!(name.len() as i32);
        }
        match held.names.iter_mut().find(|name| !name.is_empty()) {
            Some(name) => {
                name.clear();
                yield_!(op(3));
                name.push('q');
            }
            None => yield_!(4),
        }
        while let Some(x) = held.list.iter_mut().find(|x| **x > 0) {
            *x -= op(1);
            yield_!(*x);
            *x -= 1;
        }
        let first = held.list.iter_mut().find(|x| **x < 1).unwrap();
        *first += 3;
        yield_!(*first);
        *first = op(0);
        yield_!(held.names[0].len() as i32);
    }
    called
        { let mut held = Held::new(None, &[1, 4, 2]); } (&mut held),
        { let mut held = Held::new(None, &[1]); } (&mut held),
        { let mut held = Held::new(None, &[]); } (&mut held)
}

both! {
    /// A closure that changes what a `&mut` refers to, which is used again behind it, was a reference of the frame (E0521).
    fn closures_over_what_is_used_again(held: &mut Held, by: &i32) -> i32 {
        let mut add = |x| { held.list.push(x); held.count += x * by; held.count };
        yield_!(add(1));
        for i in 2..4 {
            yield_!(op(add(i)));
            if i == 3 { ev!("{}", add(10)); }
        }
        let sum = [5, 6].into_iter().map(&mut add).sum::<i32>();
        yield_!(sum);
        yield_!(add(7).max({ yield_!(8); 2 }));
        held.count = op(0);
        let get = |i: usize| held.list[i] + held.count;
        yield_!(get(0));
        if let Some(n) = Some(get(1)).filter(|n| *n > get(0)) {
            yield_!(n);
            yield_!(get(2));
        }
        match get(2) {
            n if n > get(1) => yield_!(n),
            _ => yield_!(get(2)),
        }
        held.list.truncate(3);
        let mut bump = |by: i32| -> Option<i32> {
            held.count += by;
            if held.count > 5 { return None; }
            let mut sum = 0;
            for (i, x) in held.list.iter_mut().enumerate() { *x += i as i32; sum += *x; }
            Some(sum)
        };
        while let Some(sum) = bump(op(2)) { yield_!(sum); }
        drop(bump);
        yield_!(held.total());
    }
    called
        { let mut held = Held::new(None, &[5, 6]); } (&mut held, &2),
        { let mut held = Held::new(None, &[]); } (&mut held, &1)
}

both! {
    /// The same in a loop, with an unknown macro and one of the body in it.
    fn closures_that_call_macros(names: &mut Vec<String>, end: &str) -> i32 {
        macro_rules! shown { ($e:expr) => { format!("<{}>", $e) }; }
        loop {
            let mut put = |name: &str| {
                let mut name = shown!(name);
                name.push_str(end);
                names.push(name);
                names.len() as i32
            };
            let n = put("a");
            yield_!(n);
            if put("b") > 5 { break; }
            yield_!(put("c"));
            names.swap(0, 1);
        }
        let all = || { ev!("{}", names.len()); shown!(names.join("-")) };
        yield_!(all().len() as i32);
        yield_!(op(shown!(all().len()).len() as i32));
        names.truncate(1);
    }
    called { let mut names = vec![]; } (&mut names, ".")
}
