//! One field of a struct goes its own way.

use crate::both::*;

/// Two fields that own something, without a `Drop` of its own.
pub struct Two {
    pub left: N,
    pub right: N,
}

both! {
    /// The moved field is filled again, and the whole moves on.
    fn a_field_is_moved_and_restored(stop: bool) -> i32 {
        let mut whole = Two { left: n(1), right: n(2) };
        let _later = n(9);
        let taken = whole.left;
        yield_!(num(&taken));
        if stop {
            return;
        }
        whole.left = n(3);
        yield_!(num(&whole.left));
        let moved = whole;
        yield_!(num(&moved.right));
    }
    called (false), (true)
}

both! {
    /// Moved in one branch only, and not filled again.
    fn a_field_is_moved_in_a_branch(flag: bool) -> i32 {
        let first = n(1);
        let whole = Two { left: n(2), right: n(3) };
        let last = n(4);
        yield_!(num(&whole.left));
        if flag {
            drop(whole.right);
            yield_!(5);
        }
        yield_!(num(&whole.left));
        note(num(&first) + num(&last));
    }
    called (true), (false)
}

both! {
    /// In each turn of a loop another field, or the rest by a pattern.
    fn what_a_turn_leaves_is_dropped_in_it(turns: i32) -> i32 {
        for turn in 0..turns {
            let whole = Two { left: n(turn), right: n(turn + 10) };
            if turn == 1 {
                drop(whole.right);
                yield_!(100);
                continue;
            }
            let Two { left, .. } = whole;
            yield_!(num(&left));
        }
    }
    called (3), (0)
}

both! {
    /// Moved by one loop, restored by its end.
    fn a_field_goes_round(turns: i32) -> i32 {
        let mut whole = Two { left: n(1), right: n(2) };
        for turn in 0..turns {
            let taken = whole.left;
            yield_!(num(&taken));
            whole.left = n(turn + 20);
            if turn == 1 {
                continue;
            }
            yield_!(num(&whole.right));
        }
        yield_!(num(&whole.left));
    }
    called (3), (0)
}

both! {
    /// The whole is looked at before a field moves.
    fn the_whole_is_looked_at_first(flag: bool) -> i32 {
        fn sum(duo: &Two) -> i32 { num(&duo.left) + num(&duo.right) }
        let whole = Two { left: N(1), right: N(2) };
        let after = n(3);
        yield_!(sum(&whole));
        note(sum(&whole));
        if flag {
            yield_!(eat(whole.right));
        } else {
            let left = whole.left;
            yield_!(num(&left));
        }
        yield_!(num(&after));
    }
    called (true), (false)
}

both! {
    /// Tuple structs have fields, too.
    fn a_field_of_a_tuple_struct(flag: bool) -> i32 {
        struct Both(N, N, i32);
        let whole = Both(n(1), n(2), 3);
        let _later = n(9);
        if flag {
            drop(whole.1);
        }
        yield_!(whole.2);
        let Both(first, ..) = whole;
        yield_!(num(&first));
    }
    called (true), (false)
}

both! {
    /// A closure takes the field it uses, not the variable.
    fn a_closure_takes_a_field(flag: bool) -> i32 {
        let whole = Two { left: N(1), right: N(2) };
        let _later = n(9);
        let look = move |k: i32| k + num(&whole.left);
        yield_!(look(1));
        if flag {
            drop(look);
        }
        yield_!(num(&whole.right));
    }
    called (true), (false)
}

both! {
    /// A field of a field.
    fn a_field_of_a_field(flag: bool) -> i32 {
        struct Outer { inner: Two, own: N }
        let outer = Outer { inner: Two { left: n(1), right: n(2) }, own: n(3) };
        yield_!(num(&outer.inner.left));
        let inner = outer.inner;
        let _later = n(9);
        if flag {
            drop(inner.right);
        }
        yield_!(num(&inner.left));
        yield_!(num(&outer.own));
    }
    called (true), (false)
}

both! {
    /// The patterns that leave fields out, of structs and of variants.
    fn fields_that_a_pattern_leaves_out(k: i32) -> i32 {
        enum Kind { Rect { w: N, h: N }, Dot }
        let kind = match k {
            0 => Kind::Rect { w: n(1), h: n(2) },
            _ => Kind::Dot,
        };
        let _later = n(9);
        yield_!(0);
        match kind {
            Kind::Rect { w, .. } => {
                yield_!(num(&w));
                note(4);
            }
            Kind::Dot => yield_!(5),
        }
        yield_!(6);
    }
    called (0), (1)
}

both! {
    /// With a method that consumes the field, and one that looks at another.
    fn methods_of_fields(stop: bool) -> i32 {
        struct Bag { items: Vec<N>, name: String, guard: N }
        let bag = Bag { items: vec![n(1), n(2)], name: word(3), guard: n(7) };
        yield_!(bag.items.len() as i32);
        for item in bag.items.into_iter().rev() {
            yield_!(num(&item));
            if stop {
                break;
            }
        }
        yield_!(bag.name.len() as i32);
        yield_!(num(&bag.guard));
    }
    called (true), (false)
}

both! {
    /// A type with a drop of its own and numbers in it stays whole.
    fn numbers_of_a_guard_are_copied(flag: bool) -> i32 {
        struct Guard { id: i32, step: i32 }
        impl Drop for Guard {
            fn drop(&mut self) { log(format!("guard {}", self.id)); }
        }
        let guard = Guard { id: 4, step: 2 };
        yield_!(guard.id);
        let step = guard.step;
        yield_!(step);
        if flag {
            return;
        }
        note(guard.id);
        yield_!(guard.step);
    }
    called (true), (false)
}

both! {
    /// Alternatives that bind one part of a variable and leave another.
    fn alternatives_that_take_a_part(shape: Shape, stop: bool) -> i32 {
        enum Kind { One(N), Two(N, N), Three { left: N, right: N, more: N } }
        let kind = match shape {
            Shape::One(x) => Kind::One(x),
            Shape::Two(_, x) => Kind::Two(n(20), x),
            Shape::Zero => Kind::Three { left: n(31), right: n(32), more: n(33) },
        };
        let _later = n(9);
        yield_!(0);
        match kind {
            Kind::One(x) | Kind::Two(_, x) | Kind::Three { right: x, .. } => {
                yield_!(num(&x));
                if stop {
                    return;
                }
                yield_!(1);
            }
        }
        yield_!(2);
    }
    called (Shape::One(N(5)), false), (Shape::Two(1, N(6)), false), (Shape::Zero, false), (Shape::Zero, true)
}

both! {
    /// The same of a value that is made in the head.
    fn alternatives_of_a_value(k: i32) -> i32 {
        fn make(k: i32) -> Result<(N, N), N> { if k == 0 { Ok((n(1), n(2))) } else { Err(n(3)) } }
        match make(k) {
            Ok((x, _)) | Err(x) if num(&x) < 3 => {
                yield_!(num(&x));
                note(4);
            }
            Ok((_, x)) | Err(x) => {
                yield_!(num(&x) * 10);
                note(5);
            }
        }
        yield_!(6);
    }
    called (0), (1)
}

both! {
    /// In a condition.
    fn alternatives_in_a_condition(k: i32) -> i32 {
        let shape = match k {
            0 => Shape::One(n(1)),
            1 => Shape::Two(2, n(3)),
            _ => Shape::Zero,
        };
        let _later = n(9);
        yield_!(0);
        if let Shape::One(x) | Shape::Two(_, x) = shape {
            yield_!(num(&x));
            note(4);
        } else {
            yield_!(7);
        }
        yield_!(8);
    }
    called (0), (1), (2)
}

both! {
    /// A variable that does not match stays in its scope while the `else` block yields.
    fn let_else_takes_a_part(shape: Shape) -> i32 {
        let _earlier = n(8);
        let kept = shape;
        let _later = n(9);
        yield_!(0);
        let Shape::Two(_, part) = kept else {
            yield_!(1);
            note(2);
            return;
        };
        yield_!(num(&part));
        note(3);
    }
    called (Shape::One(N(5))), (Shape::Two(1, N(6))), (Shape::Zero)
}

both! {
    /// By reference, and of a field.
    fn let_else_looks_at_a_place(flag: bool) -> i32 {
        struct Bag { first: Option<N>, rest: N }
        let bag = Bag { first: flag.then(|| n(1)), rest: n(2) };
        yield_!(0);
        let Some(ref first) = bag.first else {
            yield_!(num(&bag.rest));
            return;
        };
        note(num(first));
        let Some(first) = bag.first else {
            yield_!(7);
            return;
        };
        yield_!(num(&first) * 10);
        yield_!(num(&bag.rest));
    }
    called (true), (false)
}

both! {
    /// Collections, texts and copies are moved out of a struct whose fields nobody knows here.
    fn fields_of_a_parameter(bag: Bag, stop: bool) -> i32 {
        let _later = n(8);
        yield_!(bag.count);
        yield_!(bag.items.len() as i32);
        for item in bag.items {
            yield_!(num(&item));
            if stop {
                return;
            }
        }
        let name = bag.name;
        yield_!(name.len() as i32);
        if let Some(x) = bag.inner.perhaps {
            yield_!(num(&x));
        }
        note(bag.count);
    }
    called (Bag::new(), false), (Bag::new(), true)
}

both! {
    /// A pattern takes some fields of such a struct.
    fn a_pattern_takes_fields_of_a_parameter(bag: Bag) -> i32 {
        yield_!(0);
        let Bag { mut items, count, .. } = bag;
        let _later = n(8);
        items.pop();
        yield_!(items.len() as i32 + count);
        for item in items.into_iter().rev() {
            yield_!(num(&item));
        }
    }
    called (Bag::new())
}

both! {
    /// What is moved out is filled again, in a loop.
    fn a_field_of_a_parameter_is_restored(mut bag: Bag) -> i32 {
        for k in 0..3 {
            let items = bag.items;
            yield_!(items.len() as i32);
            bag.items = vec![n(k), n(k + 1)];
            drop(items);
            yield_!(num(&bag.items[0]));
        }
        consume(bag);
        yield_!(9);
    }
    called (Bag::new())
}

/// What a caller has packed.
pub struct Bag {
    pub name: String,
    pub items: Vec<N>,
    pub inner: Inner,
    pub count: i32,
}

pub struct Inner {
    pub perhaps: Option<N>,
}

impl Bag {
    fn new() -> Bag {
        Bag {
            name: "bag".to_string(),
            items: vec![N(1), N(2), N(3)],
            inner: Inner {
                perhaps: Some(N(4)),
            },
            count: 5,
        }
    }
}

fn consume(bag: Bag) {
    note(bag.count);
}

both_methods! {
    /// The children of a node by value, and what is left of it.
    mod children_of_self;
    {
        pub struct Node { value: i32, guard: N, children: Vec<Node> }
        fn tree() -> Node {
            let leaf = |k| Node { value: k, guard: N(k), children: Vec::new() };
            Node { value: 1, guard: N(1), children: vec![leaf(2), leaf(3)] }
        }
    }
    impl [] Node {
        fn (self) -> i32 {
            yield_!(self.value);
            for child in self.children {
                yield_!(child.value);
                note(num(&child.guard));
            }
            yield_!(num(&self.guard));
        }
    }
    called { let node = tree(); } node.()
}

both! {
    /// What a literal takes over from a variable is moved field by field.
    fn struct_updates(stop: bool) -> i32 {
        let base = Two { left: N(1), right: N(2) };
        let _later = n(9);
        let made = Two { left: N(10), ..base };
        yield_!(num(&made.right));
        if stop {
            return;
        }
        yield_!(num(&base.left));
        note(num(&made.left));
    }
    called (false), (true)
}

both! {
    /// Alternatives in a `let .. else`.
    fn alternatives_of_let_else(shape: Shape) -> i32 {
        let kept = shape;
        let _later = n(9);
        yield_!(0);
        let (Shape::One(part) | Shape::Two(_, part)) = kept else {
            note(1);
            return;
        };
        yield_!(num(&part));
        let (Ok(k) | Err(k)) = (if num(&part) > 5 { Ok(2) } else { Err(3) });
        note(k);
    }
    called (Shape::One(N(5))), (Shape::Two(1, N(6))), (Shape::Zero)
}

/// A list that owns its tail.
pub struct Link {
    value: i32,
    name: String,
    next: Option<Box<Link>>,
}

fn links(count: i32) -> Option<Box<Link>> {
    let mut list = None;
    for value in (0..count).rev() {
        let name = "n".repeat(value as usize);
        list = Some(Box::new(Link {
            value,
            name,
            next: list,
        }));
    }
    list
}

both! {
    /// The links of a list that is consumed, field by field, and what a loop takes out of its items.
    fn consumed_field_by_field(list: Option<Box<Link>>, pairs: Vec<(String, i32)>) -> i32 {
        let mut cur = list;
        while let Some(link) = cur {
            cur = link.next;
            yield_!(link.value);
            let name = link.name;
            note(name.len() as i32);
        }
        for pair in pairs {
            yield_!(pair.1);
            let name = pair.0;
            yield_!(name.len() as i32);
        }
    }
    called (links(3), vec![("a".into(), 7), ("bc".into(), 8)]), (None, Vec::new())
}

both! {
    /// A tuple that is taken apart on one way, moved as a whole on another, and moved in part on a third.
    fn a_tuple_goes_three_ways(k: i32) -> i32 {
        let first = n(1);
        let pair = (first, n(2));
        let _later = n(9);
        if k == 0 {
            let (x, y) = pair;
            yield_!(num(&x));
            drop(y);
            yield_!(1);
        } else if k == 1 {
            drop(pair.1);
            yield_!(2);
        } else {
            let whole = pair;
            yield_!(num(&whole.0));
        }
        yield_!(3);
    }
    called (0), (1), (2)
}

both! {
    /// A `let .. else` on a struct that is taken apart keeps its `else`.
    fn let_else_on_what_is_taken_apart(k: i32) -> i32 {
        struct Wrapped { inner: Option<N>, other: String }
        let wrapped = Wrapped { inner: Some(N(k)).filter(|x| num(x) > 1), other: String::from("a") };
        let _later = n(9);
        if k == 3 {
            drop(wrapped.other);
            yield_!(1);
            return;
        }
        yield_!(2);
        let Wrapped { inner: Some(inner), .. } = wrapped else {
            note(4);
            return;
        };
        yield_!(num(&inner));
    }
    called (1), (2), (3)
}

both! {
    /// What a `let .. else` does not match stays where it is: it was dropped in front of the `else`, or before younger variables.
    fn let_else_leaves_what_does_not_match(first: Shape, second: Shape, list: Vec<N>) -> i32 {
        let Shape::Two(k, a) = first else {
            note(1);
            return;
        };
        yield_!(k + num(&a));
        let young = n(50);
        let Shape::Two(_, b) = second else {
            yield_!(num(&young));
            return;
        };
        yield_!(num(&b) + list.len() as i32);
    }
    called
        (Shape::Two(1, N(2)), Shape::Two(3, N(4)), vec![N(5)]),
        (Shape::One(N(1)), Shape::Two(3, N(4)), vec![N(5)]),
        (Shape::Two(1, N(2)), Shape::One(N(4)), vec![N(5)]),
        (Shape::Two(1, N(2)), Shape::Zero, vec![N(5), N(6)])
}

both! {
    /// The same in a loop, which goes on.
    fn let_else_in_a_loop(list: Vec<N>) -> i32 {
        for (at, item) in list.into_iter().enumerate() {
            let held = n(70 + at as i32);
            let shape = if at % 2 == 0 { Shape::One(item) } else { Shape::Two(at as i32, item) };
            let Shape::Two(k, inside) = shape else {
                note(num(&held));
                continue;
            };
            yield_!(k + num(&inside));
        }
    }
    called (vec![N(1), N(2), N(3), N(4)])
}

both! {
    /// The same with a variable that was made in the body, and one that lives on behind a loop.
    fn let_else_of_a_local(k: i32) -> i32 {
        let whole = n(5);
        let mut shape = Shape::One(n(1));
        let result: Result<i32, N> = if k > 1 { Err(n(2)) } else { Ok(k) };
        yield_!(op(7));
        let Ok(v) = result else {
            note(3);
            yield_!(num(&whole));
            return;
        };
        loop {
            let Shape::Two(_, inside) = shape else {
                note(4);
                yield_!(op(8));
                shape = Shape::Two(v, n(6));
                continue;
            };
            yield_!(num(&inside));
            break;
        }
        note(v);
    }
    called (1), (2)
}

both! {
    /// The same with branches in code without a yield.
    fn branch_leaves_what_does_not_match(first: Shape, second: Shape, third: Shape, list: Vec<N>) -> i32 {
        yield_!(op(1));
        let young = n(50);
        if let Shape::Two(k, a) = first {
            note(k + num(&a));
        } else {
            note(10);
        }
        note(11);
        match second {
            Shape::One(a) => note(num(&a)),
            _ => note(12),
        }
        note(13);
        if num(&young) > 3 {
            let Shape::One(inside) = third else {
                note(14);
                return;
            };
            note(num(&inside));
        }
        yield_!(num(&young) + list.len() as i32);
    }
    called
        (Shape::Two(1, N(2)), Shape::Two(3, N(4)), Shape::One(N(6)), vec![N(5)]),
        (Shape::One(N(2)), Shape::One(N(4)), Shape::Two(6, N(7)), vec![N(5)]),
        (Shape::Zero, Shape::Zero, Shape::Zero, vec![N(5)])
}

both! {
    /// The same with arms.
    fn arms_leave_what_they_do_not_name(first: Shape, second: Result<N, N>, third: Option<N>, list: Vec<N>) -> i32 {
        yield_!(op(1));
        let young = n(50);
        match first {
            Shape::One(a) => note(num(&a)),
            Shape::Two(..) => note(10),
            Shape::Zero => note(11),
        }
        note(12);
        match second {
            Ok(a) if list.len() > 3 => note(num(&a)),
            Ok(a) => note(num(&a)),
            Err(_) => note(14),
        }
        note(15);
        match third {
            Some(a) => note(num(&a)),
            None => note(16),
        }
        yield_!(num(&young) + list.len() as i32);
    }
    called
        (Shape::Two(1, N(2)), Ok(N(3)), Some(N(6)), vec![N(5)]),
        (Shape::One(N(2)), Err(N(4)), None, vec![N(5)]),
        (Shape::Zero, Ok(N(4)), None, vec![N(5)])
}

both! {
    /// The same in the head of a loop.
    fn loop_leaves_what_does_not_match(first: Result<N, N>, list: Vec<N>) -> i32 {
        let mut result = first;
        yield_!(op(1));
        let young = n(50);
        while let Ok(a) = result {
            note(num(&a));
            result = if a.0 > 2 { Ok(n(a.0 - 1)) } else { Err(n(60)) };
        }
        note(2);
        yield_!(num(&young) + list.len() as i32);
    }
    called (Ok(N(4)), vec![N(5)]), (Err(N(4)), vec![N(5)])
}

both! {
    /// What a pattern left behind was dropped at the end of the scope, not where the variable got another value.
    fn rests_are_dropped_by_an_assignment(k: i32) -> i32 {
        let mut pair = (n(1), n(2));
        yield_!(op(3));
        {
            let (x, _) = pair;
            note(4);
            pair = (n(5), n(6));
            note(num(&x));
        }
        yield_!(k);
        let fresh = (Some(n(8)), Some(n(9)));
        let (_, y) = pair;
        yield_!(num(&y));
        pair = (n(7), n(10));
        yield_!(num(&y) + num(&pair.0) + fresh.0.map_or(0, eat));
    }
    called (1)
}

both! {
    /// The same in a machine of states.
    fn states_that_leave_parts_behind(k: i32) -> i32 {
        let mut state = (Shape::Two(1, n(1)), n(10));
        let mut turn = 0;
        while turn < 3 {
            turn += 1;
            state = match state {
                (Shape::Two(k, a), _) => {
                    yield_!(k + num(&a));
                    (Shape::One(a), n(20 + turn))
                }
                (_, b) => {
                    yield_!(num(&b));
                    (Shape::Two(turn, b), n(30 + turn))
                }
            };
            note(turn);
        }
        yield_!(k);
    }
    called (1)
}

both! {
    /// The pattern stands below the assignment, and the loop comes to it first.
    fn rests_in_a_loop(k: i32) -> i32 {
        let mut pair = Some((n(1), n(2)));
        let mut turn = 0;
        loop {
            turn += 1;
            pair = if turn < 4 { Some((n(10 * turn), n(10 * turn + 1))) } else { None };
            note(turn);
            let Some((x, _)) = pair else {
                break;
            };
            yield_!(num(&x) + k);
        }
        note(99);
    }
    called (1)
}

both! {
    /// What a `let` leaves in a variable was dropped before what it takes, where no yield follows.
    fn rests_are_older_than_what_is_taken(pairs: Vec<(N, N)>, whole: (N, N)) -> i32 {
        {
            let pair = (n(1), n(2));
            yield_!(op(3));
            let (x, _) = pair;
            note(num(&x));
        }
        for pair in pairs {
            yield_!(op(4));
            let held = n(5);
            let (_, y) = pair;
            note(num(&y) + num(&held));
        }
        let (_, z) = whole;
        let held = n(10);
        note(num(&z) + num(&held));
    }
    called (vec![(N(11), N(12)), (N(13), N(14))], (N(15), N(16)))
}

both! {
    /// Alternatives that leave parts behind, in the condition of a branch (E0507).
    fn parts_taken_in_a_condition(shape: Shape, k: i32) -> i32 {
        yield_!(op(1));
        let x = if k >= (match shape {
            Shape::One(g) | Shape::Two(_, g) => num(&g),
            _ => k,
        }) {
            yield_!(op(2));
            3
        } else {
            4
        };
        yield_!(x);
    }
    called (Shape::One(N(5)), 6), (Shape::Two(1, N(5)), 4), (Shape::Zero, 0)
}

both! {
    /// A variable that lives longer than what an arm binds was made inside its braces (E0425).
    fn older_variables_stand_around_what_an_arm_binds(k: i32, text: String) -> i32 {
        let own = format!("{text}-{k}");
        drop(text);
        let sum = [op({
            let (c @ (1 | 4..=9)) = k else {
                match own {
                    other => yield_!(other.len() as i32),
                }
                return yield_!(if k > 20 { yield_!(1); 2 } else { yield_!(3); 4 });
            };
            num(&n(c))
        }), own.len() as i32, eat(n(k))];
        note(sum[0] + sum[1]);
    }
    called (1, String::from("a")), (3, String::from("b")), (30, String::from("c"))
}

/// Three fields.
struct Three(N, N, i32);

both! {
    /// `..` in patterns of tuples whose parts show: what it stood for was dropped at the first yield of a branch, and could not be
    /// left behind in a variable (E0507).
    fn parts_that_two_dots_stand_for(k: i32, (first, ..): (N, N, i32)) -> i32 {
        yield_!(num(&first));
        match (n(1), n(2), k) {
            (it, .., 1) => {
                yield_!(num(&it));
                note(1);
            }
            (.., number) => {
                yield_!(number);
                note(2);
            }
        }
        let tuple = ((n(3), n(4)), n(5), op(6));
        yield_!(tuple.2);
        let ((it, ..), .., number) = tuple;
        yield_!(num(&it) + number);
        let written: (N, (N, N), i32) = (n(7), (n(8), n(9)), op(10));
        yield_!(11);
        let (.., (it, ..), number) = written;
        yield_!(num(&it) + number);
        match Three(n(12), n(13), k) {
            Three(it, ..) => {
                yield_!(num(&it));
                note(12);
            }
        }
        if let Some((it, ..)) = Some((n(14), n(15))) {
            yield_!(num(&it));
            note(14);
        }
        note(16);
    }
    called (1, (N(17), N(18), 19)), (2, (N(17), N(18), 19))
}

both! {
    /// A tuple that is borrowed as a whole first, and of which a field is moved later (E0507).
    fn a_field_of_a_tuple_that_was_borrowed(k: i32) -> i32 {
        let tuple = (n(1), n(2), op(3));
        let whole = &tuple;
        note(num(&whole.0));
        yield_!(tuple.2);
        let it = tuple.0;
        yield_!(num(&it));
        if k == 1 {
            drop(tuple.1);
        }
        yield_!(4);
        note(5);
    }
    called (1), (2)
}

/// A list of boxed nodes.
pub struct Chain {
    item: i32,
    next: Option<Box<Chain>>,
    held: Vec<N>,
}

pub fn chain(items: &[i32]) -> Option<Box<Chain>> {
    let mut head = None;
    for item in items.iter().rev() {
        head = Some(Box::new(Chain {
            item: *item,
            next: head,
            held: vec![N(*item)],
        }));
    }
    head
}

both! {
    /// Fields of a variable whose type is not written, a box among them (E0507).
    fn fields_of_an_unknown_type(list: Option<Box<Chain>>, count: i32) -> i32 {
        let mut link = list;
        while let Some(node) = link {
            yield_!(node.item);
            let item = node.item;
            for held in node.held {
                yield_!(num(&held) * 10);
            }
            link = node.next;
            yield_!(item + 100);
        }
        let pairs: Vec<(i32, String)> = (0..count).map(|k| (k, k.to_string())).collect();
        for pair in pairs {
            yield_!(pair.0);
            let text = pair.1;
            yield_!(text.len() as i32 + pair.0);
        }
    }
    called (chain(&[1, 2]), 2)
}

both! {
    /// References, whose fields are copied, beside a borrow of the same field.
    fn fields_of_references(list: &Option<Box<Chain>>, shared: Vec<std::rc::Rc<(i32, N)>>) -> i32 {
        let mut link = list;
        while let Some(node) = link {
            let held = &node.held;
            yield_!(node.item);
            note(held.len() as i32);
            link = &node.next;
        }
        for pair in shared {
            yield_!(1);
            let borrowed = &pair.0;
            let number = pair.0;
            yield_!(number + borrowed + num(&pair.1));
        }
    }
    called { let list = Some(Box::new(Chain { item: 1, next: None, held: Vec::new() })); } (&list, vec![std::rc::Rc::new((1, N(2)))])
}

/// A type of one's own that derefs without a `DerefMut`.
pub struct View {
    seen: (i32, N),
    own: i32,
}

impl std::ops::Deref for View {
    type Target = (i32, N);
    fn deref(&self) -> &(i32, N) {
        &self.seen
    }
}

fn view(k: i32) -> View {
    View {
        seen: (k, N(k)),
        own: k,
    }
}

both! {
    /// A copy that is behind a `Deref` was taken for a field that can be borrowed mutably (E0596).
    fn fields_behind_a_deref_of_ones_own(k: i32, pair: (View, View), given: View) -> i32 {
        let made = View { seen: (op(k), N(k)), own: k };
        yield_!(made.own);
        let number = made.0;
        yield_!(number);
        let number = given.0;
        yield_!(number);
        let (first, second) = (pair.0.0, pair.1.own);
        yield_!(first + second);
        let outer = Some(view(3)).map(|it| (it, 4));
        if let Some(inner) = outer {
            yield_!(inner.1);
            let number = inner.0.0;
            yield_!(number);
        }
    }
    called (1, (view(5), view(6)), view(7))
}

/// A struct of which the bodies do not spell out the fields.
pub struct Wide {
    pub words: Vec<N>,
    pub number: i32,
    pub rest: N,
    pub more: N,
}

both! {
    /// A pattern on what is in a box of which only the type tells that it is one takes fields, and leaves the others in the box.
    fn fields_of_a_struct_in_a_box(node: Box<Wide>, also: Box<Wide>, k: i32) -> i32 {
        yield_!(0);
        let Wide { words, number, .. } = *node;
        yield_!(number + words.len() as i32);
        if k > 1 {
            let moved = also;
            yield_!(1);
            let Wide { words, .. } = *moved;
            drop(words);
            yield_!(k);
        }
        drop(words);
        note(3);
    }
    called (wide(10), wide(20), 1), (wide(10), wide(20), 2)
}

fn wide(k: i32) -> Box<Wide> {
    Box::new(Wide {
        words: vec![N(k), N(k + 1)],
        number: k,
        rest: N(k + 2),
        more: N(k + 3),
    })
}

both! {
    /// A variable that a pattern has left a part in gets another value: the part was once dropped behind the temporaries of that.
    fn assigned_anew_with_temporaries(k: i32) -> i32 {
        let mut pair = (n(1), n(2));
        yield_!(0);
        for i in 0..2 {
            if k > i {
                let (first, _) = pair;
                yield_!(num(&first));
            }
            pair = (n(3), n(num(&n(8))));
            yield_!(num(&pair.1));
            yield_!(4);
            pair = (n(4), n(num(&n(9)) + num(&n(10))));
        }
        yield_!(num(&pair.0));
    }
    called (0), (1), (2)
}

/// The same, without names.
pub struct Numbered(pub String, pub N, pub Vec<N>);

fn numbered(k: i32) -> Box<Numbered> {
    Box::new(Numbered("ab".to_owned(), N(k), vec![N(k + 1)]))
}

both! {
    /// What `_` left in a box of which only the type tells that it is one was a move out of a reference (E0507), even of fields that
    /// leave an empty one behind.
    fn fields_left_with_underscores_in_a_box(nodes: Vec<Box<Wide>>, mut stack: Vec<Box<Numbered>>, pairs: &[(i32, i32, (i32, i32))]) -> i32 {
        for node in nodes {
            let Wide { mut words, number, rest: _, more: _ } = *node;
            words.push(N(op(9)));
            yield_!(number + words.len() as i32);
        }
        while let Some(numbered) = stack.pop() {
            let Numbered(text, _, words) = *numbered;
            yield_!(text.len() as i32);
            yield_!(words.len() as i32);
        }
        for pair in pairs {
            let (first, _, (second, _)) = *pair;
            yield_!(first);
            yield_!(second);
        }
    }
    called (vec![wide(10), wide(20)], vec![numbered(1), numbered(5)], &[(1, 2, (3, 4))])
}

both! {
    /// The items of a list of tuples are tuples, which are taken apart like those that are written (E0277).
    fn fields_of_the_tuples_in_a_list(list: Vec<(String, N, i32)>, skipped: i32) -> i32 {
        for item in list.into_iter().rev() {
            let name = item.0;
            yield_!(name.len() as i32);
            if item.2 == skipped {
                continue;
            }
            let inner = item.1;
            yield_!(num(&inner) + item.2 + name.len() as i32);
        }
    }
    called
        (vec![("a".to_string(), N(1), 5), ("bc".to_string(), N(2), 6)], 5),
        (vec![], 5)
}

/// A struct in a struct in a struct, with what is no copy and no collection.
struct Case {
    before: Box<i32>,
    inner: Layer,
}
struct Layer {
    first: Box<i32>,
    heart: Heart,
}
struct Heart {
    left: Box<i32>,
    right: Box<i32>,
}

both! {
    /// E0507: what is moved out of a field of a field when no yield follows, though there is a way out in between.
    fn a_field_of_a_field_of_a_field(stop: bool) -> i32 {
        let outer = Case {
            before: Box::new(1),
            inner: Layer { first: Box::new(2), heart: Heart { left: Box::new(3), right: Box::new(4) } },
        };
        yield_!(0);
        let left = outer.inner.heart.left;
        if stop {
            return;
        }
        drop(outer.inner.first);
        note(*left + *outer.inner.heart.right);
        drop(outer.before);
    }
    called (true), (false)
}
