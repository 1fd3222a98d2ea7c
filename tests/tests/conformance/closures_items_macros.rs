//! Closures, items and macros inside a body.

use crate::both::*;

both! {
    /// Closures that borrow locals between two yields.
    fn borrowing_closures(k: i32) -> i32 {
        let mut total = 0;
        let list = vec![n(k), n(k + 1)];
        {
            let mut add = |x: i32| total += x;
            list.iter().for_each(|x| add(num(x)));
            add(1);
        }
        yield_!(total);
        let sum: i32 = list.iter().map(|x| num(x) * total).sum();
        yield_!(sum);
        total -= 1;
        yield_!((|| total + list.len() as i32)());
    }
    called (1)
}

both! {
    /// Closures with state of their own, kept across yields.
    fn closures_with_state(k: i32) -> i32 {
        let guard = n(9);
        let mut calls = 0;
        let mut next = move |step: i32| {
            calls += step;
            calls * op(k) + num(&guard)
        };
        yield_!(next(1));
        yield_!(calls);
        yield_!(next(2));
    }
    called (10)
}

both! {
    /// Parameters, locals and inner items of a closure are not the body's.
    fn names_inside_closures(x: i32) -> i32 {
        let y = 2;
        yield_!(x);
        let f = |x: i32| {
            let y = x + 1;
            fn g(x: i32) -> i32 { op(x) * 2 }
            move |z: i32| y + g(z)
        };
        yield_!(f(10)(y));
        yield_!([1, 2].into_iter().map(|y| y * x).fold(0, |x, y| x + y));
        yield_!(x + y);
    }
    called (3)
}

both! {
    /// A closure that returns, loops and matches by itself.
    fn control_flow_inside_closures(k: i32) -> i32 {
        let find = |limit: i32| {
            for x in 0.. {
                if x == limit { return x; }
                match x { 3 => break, _ => continue }
            }
            -1
        };
        yield_!(find(k));
        yield_!(find(op(9)));
    }
    called (2), (3)
}

both! {
    /// Functions, constants, structs and impls, used before and after they stand there.
    fn items(k: i32) -> i32 {
        yield_!(double(k));
        const FACTOR: i32 = 2;
        fn double(x: i32) -> i32 { x * FACTOR }
        if k > 0 {
            const FACTOR: i32 = 100;
            yield_!(double(FACTOR) + Counted(FACTOR).get());
        }
        struct Counted(i32);
        impl Counted {
            fn get(self) -> i32 { op(self.0) + FACTOR }
        }
        yield_!(Counted(k).get());
        static TABLE: [i32; 2] = [7, 8];
        yield_!(TABLE[1]);
        enum Kind { Small, Large }
        use Kind::*;
        let kind = if k > 1 { Large } else { Small };
        match kind { Small => yield_!(1), Large => yield_!(2) }
    }
    called (0), (1), (5)
}

both! {
    /// `use` in a body, also of traits, renamed, after its first use.
    fn use_declarations(k: i32) -> String {
        let mut text = String::new();
        write!(text, "{k}").unwrap();
        yield_!(text.clone());
        use std::fmt::Write as _;
        {
            use std::collections::VecDeque as Queue;
            let mut queue = Queue::from([word(k)]);
            yield_!(queue.pop_front().unwrap());
        }
        write!(text, "-{}", max(op(k), 4)).unwrap();
        use std::cmp::max;
        yield_!(text);
    }
    called (3)
}

both! {
    /// `macro_rules!` in the body, redefined in an inner scope.
    fn local_macros(k: i32) -> i32 {
        macro_rules! square { ($x:expr) => { $x * $x }; }
        yield_!(square!(k + 1));
        let a = op(k);
        {
            macro_rules! square { ($x:expr) => { -$x }; }
            yield_!(square!(a));
        }
        let b = op(a + square!(2));
        yield_!(a * b);
    }
    called (3)
}

both! {
    /// Format strings that name variables, of every age.
    fn inline_captures(p: i32) -> String {
        let width = 5;
        let text = word(p);
        yield_!(format!("{p}:{text:>width$}"));
        for i in 0..2 {
            let text = i + p;
            yield_!(format!("{text:?}|{i:02}|{{p}}|{0}|{p}", width));
        }
        let v = n(1);
        assert!(v.0 == 1, "{v:?} {text}");
        debug_assert_ne!(p, -1, "{text}");
        yield_!(format!("{v:?}{}{text}", { let p = 7; p }));
        yield_!([format!("{text}"), String::from("x")].concat());
    }
    called (3)
}

both! {
    /// Macros without arguments, as statements, as values, as the tail.
    fn std_macros(k: i32) -> i32 {
        let here = line!() > 0 && file!().ends_with(".rs") && !module_path!().is_empty();
        yield_!(here as i32);
        debug_assert!(k < 100);
        let list = vec![0; k as usize];
        yield_!(list.len() as i32);
        let pair = matches!((k, &list[..]), (2, [0, _]) if op(k) > 1);
        yield_!(pair as i32);
        let text = concat!("a", 1, stringify!(x + y));
        yield_!(text.len() as i32);
        if cfg!(any()) { yield_!(-1); }
        assert!(true)
    }
    called (2), (3)
}

both! {
    /// Attributes on statements, arms, fields and expressions, and `cfg` on an arm.
    fn attributes(k: i32) -> i32 {
        #[allow(unused_variables)]
        let unused = n(1);
        let k = k + 1;
        yield_!(k);
        match k {
            #[cfg(any())]
            2 => yield_!(-2),
            #[allow(unreachable_patterns)]
            2 => yield_!(2),
            _ => yield_!(3),
        }
        #[rustfmt::skip]
        let t = Duo { #[allow(unused)] left: n(6), right: { yield_!(4); 7 } };
        #[allow(clippy::unit_arg)]
        {
            yield_!(num(&t.left));
        }
    }
    called (1), (5)
}

both! {
    /// Constant blocks and types that contain expressions.
    fn const_expressions(k: usize) -> usize {
        const SIZE: usize = 2;
        let a = [0u8; SIZE + 1];
        yield_!(a.len() + const { SIZE * 10 });
        let b: [usize; { let k = 4; k }] = [k; 4];
        yield_!(b[SIZE] + size_of::<[u16; SIZE]>());
        op(k as i32);
    }
    called (3)
}

both! {
    /// Async blocks and nested functions keep their own `return` and `?`.
    fn other_bodies_inside(k: i32) -> i32 {
        fn parse(text: &str) -> Result<i32, std::num::ParseIntError> {
            let x: i32 = text.parse()?;
            if x > 5 { return Ok(5); }
            Ok(op(x))
        }
        let lazy = async move { if k > 1 { return 1; } 2 };
        yield_!(parse("3").unwrap_or(-1));
        drop(lazy);
        yield_!(parse("9").unwrap_or(-1) + parse("x").unwrap_or(-1));
    }
    called (1)
}

/// Makes a whole test out of fragments: each arrives in an invisible group.
macro_rules! from_fragments {
    ($name:ident, $value:expr, $ty:ty, $pattern:pat, $block:block, $label:lifetime, $literal:literal) => {
        both! {
            fn $name(pair: $ty) -> i32 {
                let $pattern = pair;
                yield_!($value * 2);
                $label: loop {
                    yield_!(-$value);
                    $block
                    break $label;
                }
                if let $literal = op($literal) { yield_!($literal); }
            }
            called ((4, 5))
        }
    };
}

from_fragments!(generated_from_fragments, 1 + 2, (i32, i32), (_, _), { note(3) }, 'around, 7);

// rustc's own `gen fn` does not accept this body.
#[cfg(not(rustc_gen))]
both! {
    /// `cfg` on what declares, on what yields, and on parts of patterns and literals: what is not there names nothing.
    fn conditional_compilation(#[cfg(test)] k: i32, #[cfg(not(test))] absent: i32) -> i32 {
        #[cfg(test)]
        let step = n(2);
        #[cfg(not(test))]
        let step = no_such_function();
        #[cfg(not(test))]
        yield_!(nor_this(step));
        yield_!(num(&step) + k);
        match k {
            #[cfg(not(test))]
            1 => yield_!(missing),
            #[cfg(test)]
            1 => { let x = n(3); yield_!(num(&x)); }
            _ => yield_!(4),
        }
        let pair = Duo {
            #[cfg(test)] left: n(5),
            #[cfg(not(test))] wrong: n(6),
            right: { yield_!(6); 7 },
        };
        let Duo { #[cfg(not(test))] wrong, left, .. } = pair;
        yield_!(num(&left));
        #[cfg(all(test, not(rustc_gen)))]
        let step = { yield_!(8); num(&step) };
        #[cfg(not(all(test, not(rustc_gen))))]
        let step = ();
        yield_!(step);
        #[cfg(not(not(test)))]
        for x in 0..step { yield_!(x); }
    }
    called (1), (2)
}

/// `cfg` in an anonymous generator, by itself and inside another.
#[test]
fn conditional_compilation_in_blocks() {
    let blocks = gen_core::gen_! {
        #[cfg(test)]
        let k = 1;
        #[cfg(not(test))]
        let k = "two";
        yield_!(k);
        let inner = gen_core::gen_! {
            #[cfg(not(test))]
            yield_!("three");
            #[cfg(test)]
            yield_!(k + 2);
        };
        for x in inner { yield_!(x); }
    };
    assert_eq!(blocks.collect::<Vec<i32>>(), [1, 3]);
}

both! {
    /// A variable that a macro declares was taken for another one in the next unknown macro it is given to (E0425).
    fn declared_variables_in_other_macros(k: i32) -> i32 {
        macro_rules! declare { ($name:ident) => { let mut $name = 1; }; }
        macro_rules! increment { ($name:ident) => { $name += 1; }; }
        declare!(count);
        yield_!(count);
        increment!(count);
        yield_!(count + k);
        increment!(count);
        increment!(count);
        yield_!(count);
    }
    called (1)
}

both! {
    /// Macros that declare variables.
    fn variables_declared_by_macros(k: i32) -> i32 {
        macro_rules! let_pair { ($a:ident, $b:ident) => { let $a = n(5); let $b = n(6); }; }
        macro_rules! counter { (mut $name:ident = $from:expr) => { let mut $name = $from; }; }
        macro_rules! logged { ($($field:ident = $value:expr),*) => { note(0 $(+ $value)*) }; }
        let earlier = n(1);
        let_pair!(a, b);
        yield_!(num(&a));
        counter!(mut count = k);
        count += 1;
        yield_!(num(&b) + count);
        // Names of fields, and a variable of that name declared later, are none of the macro's.
        logged!(total = 3, items = k);
        let total = 4;
        yield_!(total);
        if k > 1 {
            drop(a);
            let_pair!(c, d);
            yield_!(num(&c) + count);
            let keep = d;
            yield_!(num(&keep));
        }
        for i in 0..2 {
            let_pair! { x, y }
            yield_!(i + num(&x));
            if i == k { continue; }
            note(num(&y));
        }
        // Not `println!`: captured output grows on the heap, which is counted.
        note(format!("{count}").len() as i32);
        yield_!(num(&earlier));
    }
    called (1), (2)
}

// rustc's own `gen fn` does not accept this body.
#[cfg(not(rustc_gen))]
both! {
    /// Closures that look at plain values live over yields, as they would if they were `move`.
    fn closures_over_plain_values [<'a>] (limit: i32, words: &'a [&'a str], wanted: &'a str) -> i32 {
        let twice = limit * 2;
        for (at, word) in words.iter().enumerate().filter(|(_, word)| word.contains(wanted)) {
            yield_!(at as i32);
            note(word.len() as i32);
        }
        let below = (0..10).filter(|x| *x < limit || *x == twice).map(|x| x + limit);
        for x in below {
            yield_!(x);
        }
        let within = |x: i32| x < twice;
        yield_!(within(3) as i32);
        yield_!(within(9) as i32);
    }
    called (2, &["a", "ab", "b"], "b")
}

both! {
    /// What can be called once is moved by the call.
    fn called_once [<F: FnOnce() -> N>] (make: F, last: impl FnOnce(i32) -> i32, rest: Vec<Box<dyn FnOnce() -> i32>>) -> i32 {
        let made = make();
        yield_!(num(&made));
        for call in rest {
            let value = call();
            yield_!(value);
        }
        yield_!(last(2));
        note(3);
    }
    called (|| N(1), |k| op(k), vec![Box::new(|| op(4)), Box::new(|| op(5))])
}

both! {
    /// Closures without a `move` take what they move when they are made.
    fn closures_that_move(k: i32) -> i32 {
        let first = n(1);
        {
            let uncalled = || drop(first);
            yield_!(1);
        }
        yield_!(2);
        let second = n(2);
        yield_!(0);
        let perhaps = (k == 0).then(|| second);
        yield_!(perhaps.is_some() as i32);
        let third = n(3);
        let both = Some(k).filter(|k| *k > 0).map(|k| (k, third));
        yield_!(both.is_some() as i32);
        note(9);
    }
    called (0), (1)
}

both! {
    /// A closure that changes what a `&mut` parameter refers to.
    fn closures_over_mutable_references [<'a>] (list: &'a mut Vec<i32>) -> i32 {
        yield_!(list.len() as i32);
        let mut push = |x: i32| { list.push(x); list.len() as i32 };
        yield_!(push(5));
        yield_!(push(6));
    }
    called { let mut list = vec![1]; } (&mut list)
}

both! {
    /// Closures made in branches and loops, called after yields.
    fn closures_in_loops(k: i32) -> i32 {
        if k > 0 {
            yield_!(1);
        }
        let plus = |x: i32| x + 1;
        yield_!(plus(5));
        yield_!(plus(6));
        for i in 0..k {
            let doubled = |x| x * 2;
            yield_!(doubled(i));
            yield_!(doubled(10));
            let list = (0..i).map(|x| x).collect::<Vec<_>>();
            yield_!(0);
            yield_!(list.len() as i32);
        }
        let mut turns = 0;
        loop {
            let even: Vec<i32> = (0..3).filter(|x| x % 2 == turns).collect();
            yield_!(0);
            if even.len() < 2 {
                break;
            }
            turns += 1;
            for pair in even.windows(2).map(|pair| pair[0] + pair[1]).collect::<Vec<_>>() {
                yield_!(pair);
            }
        }
    }
    called (0), (2)
}

both! {
    /// A macro names variables of the body, of each way they can be kept, and is called before and after yields.
    fn macros_that_name_variables(k: i32) -> i32 {
        let mut sum = 0;
        let mut list = vec![n(1)];
        let guard = n(2);
        macro_rules! add { ($x:expr) => { sum += $x }; () => { sum += 1; }; }
        macro_rules! keep { ($x:expr) => { list.push($x) }; }
        macro_rules! total { () => { sum + num(&guard) + list.len() as i32 }; }
        add!(3);
        add!();
        yield_!(sum);
        add!(k);
        keep!(n(sum));
        yield_!(total!());
        if total!() > 3 {
            keep!(n(7));
            add!();
            yield_!(op(total!() + k));
        }
        for value in list {
            add!(num(&value));
            yield_!(sum);
        }
        let last = total_of(sum, || { add!(5); sum });
        yield_!(last);
        add!(op(1));
        note(sum);
        fn total_of(a: i32, f: impl FnOnce() -> i32) -> i32 { a + f() }
        macro_rules! total { () => { sum * 2 }; }
        yield_!(total!());
    }
    called (3)
}

both! {
    /// A macro means the variables in sight where it is defined, whatever has their names where it is called.
    fn macros_name_what_was_in_sight(k: i32) -> i32 {
        let x = n(k);
        let y = k;
        macro_rules! both_of { () => { num(&x) * 10 + y }; }
        let y = n(5);
        yield_!(both_of!());
        {
            let x = 70;
            macro_rules! inner { ($e:expr) => { x + $e + both_of!() }; }
            yield_!(inner!(x));
            let x = 80;
            yield_!(inner!(x) + both_of!());
        }
        let text = word(both_of!());
        macro_rules! shown { () => { format!("{text}{y:?}") }; ($x:ident) => { { let $x = 3; let x = 4; $x + x } }; }
        let text = text.len() as i32;
        yield_!(text);
        note(shown!().len() as i32);
        yield_!(shown!(x));
        yield_!(num(&y));
    }
    called (3)
}

both! {
    /// Several macros of one name: each is meant up to the next, and again where the inner scope has ended.
    fn macros_defined_again(k: i32) -> i32 {
        let mut sum = k;
        macro_rules! step { () => { 1 }; }
        yield_!(step!());
        macro_rules! step { () => { { sum += 2; sum } }; }
        yield_!(step!());
        macro_rules! step { () => { 3 }; }
        yield_!(step!());
        {
            macro_rules! step { () => { sum * 4 }; }
            yield_!(step!());
            note(step!());
        }
        note(step!());
        if k > 2 {
            macro_rules! step { () => { 5 }; }
            yield_!(step!());
            note(step!());
        }
        note(step!());
        {
            note(step!());
            macro_rules! step { () => { 6 + sum }; }
            note(step!());
        }
        yield_!(step!());
    }
    called (3), (1)
}

both! {
    /// Names in a transcriber that are none of the body's: its own variables, fields, methods, fragments, labels.
    fn names_of_the_macro_itself(k: i32) -> i32 {
        let count = n(1);
        let zero = n(2);
        let x = n(3);
        let total = k;
        let b = vec![n(4)];
        struct Two { zero: i32, b: i32 }
        macro_rules! own {
            ($x:expr) => {{
                let count = $x;
                let b = total;
                let twice = |zero: i32| zero * 2;
                match (Two { zero: count, b }) { Two { zero: x, b } if x > 1 => twice(x) + b + total, _ => count }
            }};
            ($($x:ident = $value:expr),*) => { 0 $(+ { let $x = $value; $x })* + total };
        }
        yield_!(num(&count));
        drop(count);
        drop(zero);
        yield_!(own!(k));
        yield_!(own!(three = 3, y = k));
        drop(x);
        note(own!(3));
        yield_!(total + num(&b[0]));
    }
    called (3)
}

both! {
    /// As an operand, a statement, an item of a list, a place, in loops and closures; and macros that call others.
    fn where_macros_that_name_variables_stand(k: i32) -> i32 {
        let mut cells = [k, 2, 3];
        let mut at = 0;
        let owned = vec![n(1), n(2)];
        macro_rules! cell { () => { cells[at] }; }
        macro_rules! next { () => { at += 1 }; }
        macro_rules! first { () => { &owned[0] }; }
        macro_rules! at_twice { () => { 2 * at as i32 }; }
        macro_rules! both_steps { ($e:expr) => {{ next!(); cell!() + $e }}; }
        macro_rules! let_sum { ($name:ident) => { let $name = cells[0] + num(&owned[0]); }; }
        cell!() += 10;
        yield_!(cell!() + num(first!()));
        { let one = first!(); note(one.0); }
        add(&mut cell!(), 5);
        yield_!(both_steps!(op(cell!())));
        note(vec![cell!(), both_steps!(1)].len() as i32);
        let_sum!(early);
        yield_!(early);
        let_sum!(late);
        at = 0;
        while at < 2 {
            let f = |k: i32| cell!() + k + at_twice!();
            note(f(late));
            note(apply(|k| { cell!() += 1; k + first!().0 }, late));
            next!();
            if cell!() == 3 { continue; }
            yield_!(cell!() + early);
        }
        macro_rules! look { ($list:expr) => { $list.iter().map(num).sum::<i32>() + at as i32 + owned.len() as i32 }; }
        let rest = move |k: i32| look!(owned) + k;
        yield_!(rest(1));
        note(rest(2));
        fn add(cell: &mut i32, k: i32) { *cell += k; }
        fn apply(mut f: impl FnMut(i32) -> i32, k: i32) -> i32 { f(k) }
    }
    called (3)
}

both! {
    /// Macros that name variables, defined and called in code without a yield, in closures, methods of macros, other macros.
    fn macros_that_name_variables_inside_statements(k: i32) -> i32 {
        let mut list = vec![n(1)];
        let mut cells = [1, 2, 3];
        let mut sum = k;
        yield_!(sum);
        for i in 0..2 {
            let own = i + k;
            macro_rules! push { ($e:expr) => { list.push(n($e + own)); sum += own }; }
            push!(i);
            if i == 1 { push!(10 + list.len() as i32); continue; }
            macro_rules! cell { ($at:expr) => { cells[$at] }; }
            let mut twice = |by| { let by = by * 2; macro_rules! by { () => { by + own } } cell!(1) += by!(); cell!(1) };
            note(twice(1) + twice(2));
        }
        macro_rules! sum { () => { sum }; ($first:expr $(, $rest:expr)*) => { $first + sum!($($rest),*) }; }
        macro_rules! forward { ($($t:tt)*) => { $($t)* }; }
        yield_!(sum!(1, 2, cells[1]));
        yield_!(forward!(sum!(k) + cells[1]));
        forward! { note(sum!()); }
        let f = move |k: i32| { macro_rules! more { ($e:expr) => { k + $e + sum!() + num(&list[0]) } } more!(1) };
        yield_!(f(1));
        note(f(sum!(2)));
        match sum!() { found if found > sum!(-1) => yield_!(found), _ => {} }
        while sum!() > k { sum -= 1; yield_!(sum!(3)); }
    }
    called (3)
}

/// A place in a list.
macro_rules! at {
    ($list:expr, $at:expr) => {
        $list[$at]
    };
}

both! {
    /// A macro stands for a place, not for a copy of what is there.
    fn macros_that_give_places(k: i32) -> i32 {
        fn bump(place: &mut i32) -> i32 { *place += 1; *place }
        let mut list = vec![k, 2];
        let values = vec![n(1), n(2)];
        yield_!(0);
        bump(&mut at!(list, 0));
        at!(list, 1) += 5;
        let bumped = bump(&mut at!(list, 0)) + num(&at!(values, 1));
        yield_!(bumped + list[0]);
        if bump(&mut at!(list, 1)) > 3 { yield_!(list[1]); }
        yield_!(bump(&mut at!(list, 1)));
        yield_!(list[1] + num(&at!(values, 0)));
    }
    called (3)
}

// rustc's own `gen fn` does not accept this body.
#[cfg(not(rustc_gen))]
both! {
    /// A closure that moves what it captured when it is called is gone with its call, and with it what else it owns.
    fn closures_called_once(k: i32) -> i32 {
        let (first, third) = (n(1), n(3));
        let give = move || first;
        let eat = |by: i32| num(&third) + by + { drop(third); k };
        yield_!(k);
        let first = give();
        yield_!(num(&first));
        yield_!(eat(k));
        note(4);
        let uncalled = n(5);
        let uncalled = move || uncalled;
        let either = n(6);
        let either = move |flag: bool| if flag { Some((either, k)) } else { None };
        yield_!(5);
        let kept = either(k > 2);
        yield_!(kept.is_some() as i32);
        let copied = op(k);
        let other = n(7);
        let sums = move |by: i32| add(copied, by) + num(&other);
        yield_!(sums(1));
        yield_!(sums(2));
        note(8);
        for i in 0..2 {
            let item = n(10 + i);
            let give = move || { let item = item; item };
            yield_!(i);
            if i == k { continue; }
            let item = give();
            yield_!(num(&item));
        }
        drop(uncalled);
        yield_!(9);
    }
    called (3), (1)
}

both! {
    /// A closure that only looks at what it owns, or copies it, keeps it to the end of its scope.
    fn closures_called_last(k: i32) -> i32 {
        let guard = n(1);
        let copied = num(&guard);
        let f = move |by: i32| note(copied + by + guard.0);
        yield_!(k);
        f(1);
        note(2);
        yield_!(3);
        let list = vec![n(4)];
        let count = op(k);
        let look = move || { match list { ref all if count > 0 => all.len(), _ => 0 } };
        yield_!(5);
        note(look() as i32);
        yield_!(6);
        let text = n(7);
        let g = move || { let _ = text; let ref looked = text; num(looked) + count };
        yield_!(8);
        yield_!(g());
        note(9);
    }
    called (3)
}

both! {
    /// What an item of a list, a part of a pattern or the result of a call is, only its type tells: an `FnOnce` could not be
    /// called after a yield (E0507).
    fn callees_of_a_type_that_is_called_once(k: i32, maybe: Option<Box<dyn FnOnce(i32) -> N>>) -> i32 {
        let mut jobs: Vec<Box<dyn FnOnce(i32) -> i32>> = vec![Box::new(move |x| op(x + k)), Box::new({
            let kept = n(1);
            move |x| { let kept = kept; num(&kept) + x }
        })];
        yield_!(k);
        while let Some(job) = jobs.pop() {
            yield_!(jobs.len() as i32);
            yield_!(job(2));
            note(3);
        }
        let make = |number: i32| -> Box<dyn FnOnce() -> N> { let kept = n(number); Box::new(move || kept) };
        let first = make(4);
        let second = make(5);
        yield_!(6);
        let given = first();
        yield_!(num(&given));
        if k > 1 {
            let given = second();
            yield_!(num(&given));
        }
        if let Some(job) = maybe {
            note(7);
            let given = job(8);
            yield_!(num(&given));
        }
        note(9);
    }
    called (1, None), (2, Some(Box::new(n)))
}

both! {
    /// The same where the type can be called often, or only refers to what is called: it is dropped at the end of its scope.
    fn callees_of_a_type_that_is_called_often(k: i32) -> i32 {
        let (first, second, third) = (n(1), n(2), n(3));
        let jobs: Vec<Box<dyn FnMut(i32) -> i32>> = vec![
            Box::new(move |x| num(&first) + x),
            Box::new(move |x| num(&second) + x),
        ];
        yield_!(k);
        for mut job in jobs {
            yield_!(job(k));
            yield_!(job(k));
            note(4);
        }
        let shared: std::rc::Rc<dyn Fn(i32, i32) -> i32> = std::rc::Rc::new(move |x, y| num(&third) + x * y);
        for (number, call) in [(5, shared.clone()), (6, shared)] {
            yield_!(number);
            yield_!(call(number, k));
            note(number);
        }
        for (number, call) in [(7, num as fn(&N) -> i32), (8, |it| -num(it))] {
            let it = n(number);
            yield_!(call(&it));
        }
        note(9);
    }
    called (3)
}

both! {
    /// A closure of the body that a pattern binds, and that looks at what it owns: its type cannot be asked whether it is copied
    /// (E0277).
    fn closures_that_a_pattern_binds(k: i32) -> i32 {
        let kept = n(1);
        let maybe = if k > 1 { Some(move |by: i32| num(&kept) + by) } else { None };
        yield_!(2);
        if let Some(look) = maybe {
            yield_!(look(k));
            note(3);
            yield_!(look(k));
            note(4);
        }
        let (first, second) = (n(5), n(6));
        let pair = (move || num(&first), move || num(&second));
        yield_!(7);
        let (one, two) = pair;
        yield_!(one());
        yield_!(two());
        note(12);
    }
    called (1), (2)
}

both! {
    /// Closures of the body in a list: their type cannot be asked whether it is copied (E0277).
    fn closures_in_a_list(k: i32) -> i32 {
        let list: Vec<_> = [n(1), n(2)].into_iter().map(|it| move || num(&it)).collect();
        yield_!(k);
        for look in list {
            yield_!(look());
            note(3);
        }
        let mut stack: Vec<_> = (4..6).map(|i| { let it = n(i); move |by: i32| num(&it) + by }).collect();
        while let Some(look) = stack.pop() {
            yield_!(look(k));
            note(6);
        }
        let kept = n(7);
        for look in [move || num(&kept)] {
            yield_!(look());
            note(8);
        }
    }
    called (1)
}

/// A struct literal that looks like a call of a macro.
macro_rules! labelled {
    ($number:expr, $text:ident, $list:expr) => {
        (N($number), $text, $list)
    };
}

both! {
    /// What a macro takes for good, of a type that nobody sees dropped, was put back after it (E0382).
    fn macro_that_moves_text(text: String, list: Vec<i32>, k: i32) -> i32 {
        let guard = n(1);
        let name = format!("{k}");
        let more = vec![name.len(); 2];
        yield_!(more.len() as i32);
        for turn in 0..2 {
            let part = text.repeat(turn);
            yield_!(0);
            let made = labelled!(turn as i32, part, list.len());
            note(num(&made.0));
            yield_!(made.1.len() as i32 + made.2 as i32);
        }
        if k > 1 {
            let made = labelled!(7, text, list);
            yield_!(made.1.len() as i32 + num(&made.0));
        } else {
            let made = labelled!(8, name, more);
            yield_!(made.2.len() as i32);
        }
        labelled!(9, guard, 0).0;
        note(10);
    }
    called ("ab".to_string(), vec![1, 2], 1), ("ab".to_string(), vec![1, 2], 2)
}

both! {
    /// A function of an inner block that is more than called was another one in each of the two bodies (E0308).
    fn functions_of_inner_blocks_as_values(k: i32) -> i32 {
        let doubled = {
            const BY: i32 = 2;
            fn double(n: i32) -> i32 {
                helper(n) * BY
            }
            fn helper(n: i32) -> i32 {
                op(n)
            }
            double
        };
        yield_!(doubled(k));
        for turn in 0..2 {
            fn next(n: i32) -> i32 {
                op(n + 1)
            }
            let again = next;
            let mut mapped = vec![k, turn].into_iter().map(next);
            while let Some(item) = mapped.next() {
                yield_!(again(item));
            }
        }
        yield_!(doubled(k + 1));
    }
    called (1), (2)
}
