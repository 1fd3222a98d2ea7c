//! Patterns: what they bind, what they only test.

use crate::both::*;

const LIMIT: i32 = 5;

#[derive(Debug, Clone, Copy, PartialEq)]
enum Light {
    Red,
    Green,
    Blink { every: i32, times: i32 },
}

use Light::{Blink, Green};

struct Unit;

both! {
    /// Constants and unit variants in patterns are no bindings, whatever their case.
    fn names_that_are_not_bindings(k: i32, light: Light) -> i32 {
        match k {
            LIMIT => yield_!(50),
            i32::MAX => yield_!(60),
            other => { yield_!(other); note(other); }
        }
        match light {
            Light::Red => yield_!(1),
            Green => { yield_!(2); yield_!(3); }
            Blink { every, times: LIMIT } => yield_!(every),
            Blink { every: e, times } => { yield_!(e); yield_!(times); }
        }
        let Unit = Unit;
        yield_!(LIMIT);
    }
    called (5, Light::Red), (6, Green), (i32::MAX, Blink { every: 7, times: 5 }), (0, Blink { every: 8, times: 9 })
}

both! {
    /// Nested destructuring with rests.
    fn nested_destructuring(k: i32) -> i32 {
        let ((a, .., b), [first, .., last], Duo { left, .. }) =
            ((k, 2, 3), [n(4), n(5), n(6)], duo(n(7), 8));
        yield_!(a + b);
        yield_!(num(&first) + num(&left));
        drop(first);
        yield_!(num(&last));
    }
    called (1)
}

both! {
    /// `@` with ranges, alternatives and parts.
    fn at_bindings(k: Option<i32>) -> i32 {
        match k {
            whole @ Some(x @ 1..=3) => { yield_!(x); yield_!(whole.unwrap()); }
            Some(x @ (5 | 7)) => yield_!(x * 10),
            whole @ (None | Some(0)) => { yield_!(whole.map_or(-1, |x| x)); }
            Some(x) if x > 100 => yield_!(100),
            whole => yield_!(whole.unwrap() + 1),
        }
    }
    called (Some(2)), (Some(7)), (Some(0)), (None), (Some(500)), (Some(50))
}

both! {
    /// Alternatives that bind the same name at different depths.
    fn alternatives_bind_the_same(shape: Shape) -> i32 {
        match shape {
            Shape::One(x) | Shape::Two(1..=3, x) => { yield_!(num(&x)); note(1); }
            Shape::Two(k, x) => { yield_!(k); yield_!(eat(x)); }
            Shape::Zero => yield_!(0),
        }
        note(2);
    }
    called (Shape::One(N(4))), (Shape::Two(2, N(5))), (Shape::Two(9, N(6))), (Shape::Zero)
}

both! {
    /// A guard that fails leaves the value to the next arm.
    fn guards_and_moves(value: Option<N>) -> i32 {
        match value {
            Some(x) if num(&x) == 1 => { yield_!(1); drop(x); }
            Some(x) if num(&x) == 2 => yield_!(eat(x)),
            Some(y) => { yield_!(num(&y)); yield_!(30); }
            None => yield_!(40),
        }
        note(5);
    }
    called (Some(N(1))), (Some(N(2))), (Some(N(3))), (None)
}

both! {
    /// Match by reference through a parameter: the bindings are references that live across yields.
    fn through_a_reference [<'a>] (shape: &'a Shape, list: &'a [(i32, String)]) -> &'a str {
        match shape {
            Shape::One(x) => { yield_!("one"); note(num(x)); }
            Shape::Two(k, x) => { yield_!("two"); note(*k + num(x)); yield_!("two again"); }
            Shape::Zero => {}
        }
        for (k, text) in list {
            if let 1.. = k {
                yield_!(text.as_str());
                yield_!(&text[1..]);
            }
        }
        if let [(first, _), middle @ .., (_, last)] = list {
            yield_!(last);
            note(*first + middle.len() as i32);
        }
    }
    called (const { &Shape::Two(3, constant(4)) }, &[(1, "ab".into()), (0, "no".into()), (2, "cd".into())]),
        (const { &Shape::One(constant(5)) }, &[])
}

both! {
    /// `ref` and `ref mut` bindings that end before the next yield.
    fn ref_bindings(k: i32) -> i32 {
        let mut pair = (n(k), 5);
        {
            let (ref a, ref mut b) = pair;
            *b += num(a);
        }
        yield_!(pair.1);
        match pair {
            (ref a, 0..=7) => note(num(a)),
            (_, ref mut b) => *b = 0,
        }
        yield_!(pair.1 + num(&pair.0));
    }
    called (1), (9)
}

both! {
    /// Reference patterns, boxes opened by deref, literals behind references.
    fn reference_patterns(list: &[i32]) -> i32 {
        for &x in list {
            yield_!(x);
        }
        for (i, &x) in list.iter().enumerate().skip(1) {
            yield_!(x + i as i32);
        }
        match list {
            [] => yield_!(-1),
            [one] => yield_!(*one),
            &[a, b] => { yield_!(a); yield_!(b); }
            [1, rest @ ..] => { yield_!(100); yield_!(rest.len() as i32); }
            [.., last] => yield_!(*last),
        }
        note(1);
    }
    called (&[]), (&[4]), (&[5, 6]), (&[1, 2, 3]), (&[7, 8, 9])
}

both! {
    /// `if let ... else if let ... else` with owned values.
    fn if_let_else_if_let(a: Option<N>, b: Result<N, i32>) -> i32 {
        if let Some(x) = a {
            yield_!(num(&x));
            note(1);
        } else if let Ok(y) = b {
            yield_!(num(&y));
            drop(y);
            yield_!(2);
        } else if let Err(e @ 1..) = b {
            yield_!(e);
        } else {
            yield_!(-1);
        }
        note(3);
    }
    called (Some(N(1)), Err(0)), (None, Ok(N(2))), (None, Err(3)), (None, Err(0))
}

both! {
    /// Patterns in parameters.
    fn patterns_in_parameters((a, mut b): (i32, i32), [x, _]: [N; 2], Duo { left, right: r }: Duo) -> i32 {
        b += a;
        yield_!(b);
        yield_!(num(&x));
        drop(x);
        yield_!(r + num(&left));
    }
    called ((1, 2), [N(3), N(4)], Duo { left: N(6), right: 7 })
}

both! {
    /// `mut` in patterns of every kind; the changes stay with the binding.
    fn mutable_bindings(k: i32) -> i32 {
        for (i, mut x) in [k, k * 2].into_iter().enumerate() {
            x += i as i32;
            yield_!(x);
            x *= 2;
            yield_!(x);
        }
        if let Some(mut v) = Some(vec![n(1)]) {
            yield_!(v.len() as i32);
            v.push(n(2));
            yield_!(v.len() as i32);
        }
        let (mut p, q) = (k, 3);
        p -= q;
        yield_!(p);
    }
    called (4)
}

both! {
    /// Irrefutable only because the other variant cannot be.
    fn never_patterns(k: i32) -> i32 {
        let good: Result<N, std::convert::Infallible> = Ok(n(k));
        let Ok(x) = good;
        yield_!(num(&x));
        let unit: () = yield_!(2);
        let () = unit;
    }
    called (4)
}

both! {
    /// Strings, characters, floats and ranges without an end as patterns.
    fn literal_patterns(text: &str, c: char) -> i32 {
        match text {
            "" => yield_!(0),
            "one" | "two" => { yield_!(1); note(2); }
            t if t.len() > 3 => yield_!(t.len() as i32),
            _ => yield_!(-1),
        }
        yield_!(match c { 'a'..='f' => 10, '0'..'5' => 20, _ => 30 });
        let x = if let ..=3 = op(text.len() as i32) { yield_!(5); 6 } else { 7 };
        yield_!(x);
    }
    called ("", 'b'), ("two", '4'), ("three", '5'), ("no", 'z')
}

both! {
    /// An arm's binding shadows the scrutinee's own name.
    fn bindings_shadow_the_scrutinee(x: Option<N>, y: i32) -> i32 {
        match y {
            y if y > 5 => yield_!(y),
            y => { let y = y + 1; yield_!(y); }
        }
        if let Some(x) = x {
            yield_!(num(&x));
            let x = num(&x) + y;
            yield_!(x);
        }
        yield_!(y);
    }
    called (Some(N(1)), 2), (None, 7)
}

both! {
    /// A value that a pattern leaves whole lives to the end of the block, in a chain and with alternatives.
    fn values_left_whole_by_conditions(k: i32) -> i32 {
        if let Some(_) = Some(n(5)) && k == 1 {
            yield_!(1);
            note(1);
        } else {
            yield_!(2);
        }
        if k < 2 && let Shape::One(_) | Shape::Two(_, _) = Shape::Two(k, n(16)) {
            yield_!(3);
            note(3);
        } else {
            yield_!(4);
        }
        if let Shape::One(_) | Shape::Two(_, _) = (if k > 1 { Shape::Zero } else { Shape::One(n(6)) }) {
            yield_!(5);
            note(5);
        } else {
            yield_!(6);
        }
        while let Some(_) | None = Some(n(7)) && k == 0 {
            yield_!(8);
            break;
        }
    }
    called (0), (1), (2)
}

both! {
    /// Arms that borrow beside arms that move.
    fn arms_that_borrow_and_arms_that_move(k: i32) -> i32 {
        let kept = match k { 0 => None, _ => Some(n(k)) };
        let _later = n(20);
        match kept {
            Some(ref x) if num(x) == 1 => note(1),
            Some(x) => { yield_!(num(&x)); note(2); }
            None => yield_!(3),
        }
        let second = Shape::Two(k, n(5));
        yield_!(4);
        let found = match second {
            Shape::Two(1, x) => num(&x),
            Shape::Two(_, ref x) if num(x) > 7 => 0,
            Shape::Two(_, x) | Shape::One(x) => { note(6); eat(x) }
            Shape::Zero => 1,
        };
        yield_!(found);
        match n(k) {
            ref x if num(x) == 2 => { note(num(x)); }
            x => { yield_!(7); drop(x); yield_!(8); }
        }
    }
    called (0), (1), (2), (3)
}

both! {
    /// A field bound by its own name and a pattern was written as a shorthand, which is no Rust.
    fn a_field_bound_by_its_own_name_with_a_pattern(k: i32) -> i32 {
        enum Token { Op { op: char }, Number { value: i32, text: Option<N> } }
        let make = |k| match k {
            0 => Token::Op { op: '+' },
            1 => Token::Op { op: '-' },
            k => Token::Number { value: k, text: Some(n(k)) },
        };
        match make(k) {
            Token::Op { op: op @ ('+' | '*') } => { yield_!(1); note(op as i32); }
            Token::Op { op } => { yield_!(2); note(op as i32); }
            Token::Number { value: value @ 1..=2, text: text @ Some(_) } => { yield_!(value); note(text.map_or(0, eat)); }
            Token::Number { text, .. } => { yield_!(3); drop(text); }
        }
        if let Token::Number { value: value @ 3.., .. } = make(k) {
            yield_!(value);
            note(value);
        }
        for Duo { left: left @ _, right: mut right @ _ } in [duo(n(k), 4)] {
            yield_!(num(&left));
            right += num(&left);
            yield_!(right);
        }
        let Token::Op { op: op @ ('+' | '*') } = make(k) else {
            yield_!(6);
            return;
        };
        yield_!(op as i32);
        note(op as i32);
    }
    called (0), (1), (2), (3)
}

both! {
    /// A value that a pattern without names leaves as a whole was dropped in front of a yield in its arm.
    fn values_left_by_patterns_that_bind_nothing(k: i32) -> i32 {
        match Shape::Two(k, n(15)) {
            Shape::One(_) if op(3) < k => yield_!(1),
            (Shape::One(_) | Shape::Two(..)) => {
                yield_!(op(37));
                note(2);
            }
            _ => yield_!(38),
        }
        match (Shape::Two(k, n(16)), Some(n(17))) {
            (Shape::One(..) | Shape::Two(..), Some(x)) => {
                yield_!(num(&x));
            }
            (_, None) | (Shape::Zero, _) => {}
        }
        match duo(n(18), 19) {
            Duo { .. } => yield_!(op(20)),
        }
        for (Shape::Two(..) | _, x) in vec![(Shape::Two(k, n(21)), n(22)), (Shape::One(n(23)), n(24))] {
            yield_!(num(&x));
        }
        let whole = (Shape::Two(k, n(25)), n(26));
        yield_!(op(27));
        match whole {
            (Shape::One(..) | Shape::Zero, _) => note(1),
            (Shape::Two(..), x) => {
                yield_!(num(&x));
            }
        }
        note(2);
    }
    called (1), (5)
}

both! {
    /// Parts of a value under patterns that name nothing of them were dropped in front of the yield in their arm.
    fn parts_under_patterns_without_names(k: i32) -> i32 {
        let pair = (Some(n(1)), Shape::Two(k, n(2)));
        match pair {
            (Some(_), Shape::Two(..)) if k > 1 => yield_!(op(3)),
            (s @ Some(_), Shape::Two(1, _)) => {
                yield_!(op(4));
                drop(s);
            }
            _ => yield_!(op(5)),
        }
        note(6);
        match (Some(n(7)), Shape::Two(k, n(8))) {
            (Some(_), Shape::Two(2, _)) => yield_!(op(9)),
            (Some(_), Shape::One(_) | Shape::Two(..)) => yield_!(op(10)),
            _ => yield_!(op(11)),
        }
    }
    called (0), (1), (2)
}

both! {
    /// References that a pattern binds have no drop, and end with their last use (E0521).
    fn references_into_a_variable(k: i32) -> i32 {
        let parts = (n(1), Some(n(k)));
        yield_!(1);
        let (ref a, ref b) = parts;
        let sum = num(a) + b.as_ref().map_or(0, num);
        yield_!(sum);
        yield_!(num(&parts.0));
    }
    called (2)
}

both! {
    /// A guard that says no was taken for the last use of what the next arms use: a `&mut` was taken out of its slot, and a
    /// later arm, or the guard of another alternative, panicked.
    fn reference_in_guards(k: i32, more: &mut dyn Iterator<Item = i32>) -> i32 {
        yield_!(0);
        match k {
            1 | 2 if more.next() == Some(op(7)) => yield_!(1),
            k @ (2 | 3) if more.next().is_some_and(|x| x > k) => {
                yield_!(k);
            }
            _ => {
                let next = more.next();
                yield_!(next.unwrap_or(-1));
            }
        }
        note(1);
    }
    called
        { let mut list = [7, 1].into_iter(); } (1, &mut list),
        { let mut list = [1, 7, 5].into_iter(); } (2, &mut list),
        { let mut list = [0, 0, 4].into_iter(); } (2, &mut list),
        { let mut list = [9].into_iter(); } (3, &mut list),
        { let mut list = [].into_iter(); } (4, &mut list)
}

both! {
    /// The same where the arms take what they match, and the guard hands it on.
    fn reference_in_guards_beside_moves(seen: &mut Vec<i32>, list: Vec<(Option<N>, i32)>) -> i32 {
        for pair in list {
            match pair {
                (Some(a), 0) if keep(seen, num(&a)) => yield_!(num(&a)),
                (Some(ref a), 1) if keep(seen, num(a)) => return,
                (Some(a), k) => {
                    seen.push(k);
                    yield_!(k);
                    note(num(&a));
                }
                (None, k) => {
                    let kept = keep(seen, k);
                    yield_!(kept as i32);
                }
            }
        }
    }
    called
        { let mut seen = vec![]; } (&mut seen, vec![(Some(N(1)), 0), (Some(N(2)), 0), (None, 3), (Some(N(4)), 1), (Some(N(5)), 1)]),
        { let mut seen = vec![1]; } (&mut seen, vec![(Some(N(6)), 2), (None, 7)])
}

/// Whether the list is of odd length with the number.
fn keep(seen: &mut Vec<i32>, k: i32) -> bool {
    seen.push(op(k));
    seen.len() % 2 == 1
}

pub struct Health {
    points: Option<i32>,
    gone: bool,
}

both! {
    /// A field that is assigned or compared while another is borrowed, the last use of a `&mut` (E0499).
    fn field_assigned_beside_a_borrow(list: &mut Vec<Health>, damage: i32) -> i32 {
        for k in 0..list.len() {
            let health = &mut list[k];
            if let Some(points) = health.points.as_mut() {
                *points -= op(damage);
                if *points < 0 {
                    health.gone = true;
                }
                let left = *points;
                yield_!(left);
            }
        }
        list.retain(|health| !health.gone);
        yield_!(list.len() as i32);
    }
    called
        { let mut list = [1, 5].map(|k| Health { points: Some(k), gone: false }).into(); } (&mut list, 3)
}

pub enum Outline {
    Part { name: String, inner: Vec<Outline> },
    Text(String),
}

both! {
    /// A variable that is not known to be a reference was held to be a value that stays in its place while a part is taken
    /// (E0308).
    fn parts_of_a_reference [<'a>] (root: &'a Outline) -> &'a str {
        let mut steps = vec![(root, 0)];
        while let Some(step) = steps.pop() {
            let (outline, depth) = step;
            let name: &str = match outline {
                Outline::Part { name, .. } => name,
                Outline::Text(text) if text.is_empty() => continue,
                Outline::Text(text) => text,
            };
            yield_!(name);
            note(depth);
            if let Outline::Part { inner, .. } = outline {
                steps.extend(inner.iter().map(|outline| (outline, depth + 1)));
            }
        }
    }
    called {
        let text = |text: &str| Outline::Text(text.into());
        let inner = Outline::Part { name: "b".into(), inner: vec![text("c")] };
        let root = Outline::Part { name: "a".into(), inner: vec![text(""), inner, text("d")] };
    } (&root)
}

both! {
    /// A name by itself was taken for a variable (E0308).
    fn let_else_with_a_variant(word: Option<N>) -> i32 {
        let None = ({ yield_!(op(1)); word }) else {
            return;
        };
        yield_!(op(2));
        let None = Some(n(3)) else {
            yield_!(4);
            return;
        };
    }
    called (None), (Some(N(9)))
}

/// Found by an arm without a pattern of its own.
pub enum Found {
    One(N),
    Two { left: N, right: i32 },
}

both! {
    /// The code of the last arm stands behind the `match` in the expansion, and the value was gone there.
    fn value_that_no_arm_takes(first: i32) -> i32 {
        yield_!(0);
        match Found::One(n(1)) {
            Found::Two { left, right } => {
                if let Some(pair) = Some((left, first + 1)) && right > 3 {
                    yield_!(-first);
                    let later = move || first;
                    yield_!(5);
                    note(later() + pair.1);
                }
            }
            _ => {
                let inner = n(2);
                note(num(&inner));
            }
        }
        yield_!(first);
    }
    called (3)
}

both! {
    /// Guards keep what their patterns leave out to the end of the `let`, though the value yields (it was the end of the block).
    fn copied_out_of_a_value_that_yields(k: i32) -> i32 {
        let Mark(first) = { yield_!(op(1)); Mark(k) };
        note(first);
        yield_!(first);
        note(2);
    }
    called (4)
}

/// A number with a `Drop`.
pub struct Mark(pub i32);

impl Drop for Mark {
    fn drop(&mut self) {
        dropped(format!("-mark {}", self.0));
    }
}

both! {
    /// A part is taken among the arguments of a macro (E0507).
    fn part_taken_in_a_list(pair: Option<(N, i32)>) -> i32 {
        yield_!(0);
        let list = vec![match pair { Some((first, _)) => first, None => n(9) }, n(5)].into_iter();
        note(list.len() as i32);
        yield_!(1);
    }
    called (Some((N(1), 2))), (None)
}

both! {
    /// A tuple of references that one arm leaves whole was kept over the yield of that arm, for its drop (E0521).
    fn references_that_an_arm_leaves_whole(mut list: Vec<N>, others: Vec<Option<N>>) -> i32 {
        for (i, other) in others.into_iter().enumerate() {
            let sum = match (&other, list.get_mut(i)) {
                (Some(n), Some(m)) => {
                    m.0 += n.0;
                    m.0
                }
                (None, None) => {
                    yield_!(-1);
                    break;
                }
                (Some(_), None) => {
                    let k = other.map_or(0, |n| n.0);
                    yield_!(op(k));
                    continue;
                }
                _ => {
                    drop(other);
                    yield_!(-2);
                    5
                }
            };
            yield_!(sum);
        }
    }
    called (vec![N(10), N(20)], vec![Some(N(1)), None, Some(N(3)), None]), (vec![], vec![None])
}

both! {
    /// What a parameter arrives in has to be `mut` for a `ref mut` (E0596).
    fn parameters_that_are_borrowed_mutably(ref mut x: N, (ref y, ref mut z): (N, i32), _: N) -> i32 {
        *x = n(num(x) * 10);
        *z += num(y);
        let sum = *z + num(x);
        yield_!(sum);
    }
    called (N(1), (N(2), 3), N(4))
}

both! {
    /// What a pattern leaves in a tuple, and is used on, is no part of a slot (E0507).
    fn parts_of_a_tuple_that_patterns_leave(t: (N, (N, i32), String), last: bool) -> i32 {
        let (a, ..) = t;
        yield_!(num(&a));
        match t.1.0 { _ => yield_!(2) }
        if last {
            let (_, (b, k), _) = t;
            yield_!(num(&b) + k);
        }
        drop(a);
        let (.., text) = t;
        yield_!(text.len() as i32);
        let pair = (n(7), n(8));
        let (c, _) = pair;
        yield_!(num(&c));
        yield_!(num(&pair.1));
    }
    called
        ((N(1), (N(2), 3), "abc".to_string()), false),
        ((N(1), (N(2), 3), "abc".to_string()), true)
}

fn rows() -> [(N, N); 3] {
    [(n(0), n(1)), (n(2), n(3)), (n(4), n(5))]
}

both! {
    /// Elements of an array that a pattern leaves are dropped in groups, the last group first.
    fn elements_that_are_left_are_dropped_from_the_last_group(flag: bool) -> i32 {
        let array = [n(0), n(1), n(2), n(3), n(4), n(5)];
        {
            let [_, _, x, _, y, _] = array;
            yield_!(num(&x));
        }
        let [a, .., b] = rows();
        yield_!(num(&b.1));
        let pairs = rows();
        let [(c, _), (_, d), _] = pairs;
        yield_!(num(&d));
        match rows() {
            [_, (e, _), _] => { yield_!(num(&e)); }
        }
        let Some([.., (_, g)]) = (if flag { Some(rows()) } else { None }) else {
            return;
        };
        yield_!(num(&g));
    }
    called (true), (false)
}
