//! Methods at the last use of a variable that is kept over a yield: only their types tell whether they take it.

use crate::both::*;
use std::cell::RefCell;
use std::rc::Rc;

/// Moved by most of its methods; it has no `Drop` and is no pointer, so that they are its own.
pub struct Order {
    parts: Vec<i32>,
    held: N,
}

pub fn order(k: i32) -> Order {
    Order {
        parts: vec![k],
        held: n(k),
    }
}

/// One that is there before the body runs.
pub fn ready(k: i32) -> Order {
    Order {
        parts: vec![k],
        held: N(k),
    }
}

impl Order {
    fn with(mut self, k: i32) -> Self {
        self.parts.push(op(k));
        self
    }
    fn named(self, name: &str, size: Option<usize>) -> Result<Self, i32> {
        match size {
            Some(size) if size == name.len() => Ok(self),
            _ => Err(self.total()),
        }
    }
    fn split(self) -> (Order, N) {
        (
            Order {
                parts: self.parts,
                held: n(50),
            },
            self.held,
        )
    }
    fn send(self) -> i32 {
        op(self.parts.len() as i32)
    }
    fn total(&self) -> i32 {
        op(self.parts.iter().sum())
    }
    fn first(&mut self) -> &mut i32 {
        &mut self.parts[0]
    }
    fn grow(&mut self, k: i32) -> &mut Self {
        self.parts.push(op(k));
        self
    }
    fn as_number<T: From<i32>>(&self) -> T {
        T::from(self.total())
    }
    fn into_number<T: From<i32>>(self, more: i32) -> T {
        T::from(self.total() + more)
    }
    fn listed(&self, k: i32) -> Vec<i32> {
        vec![op(k), self.total()]
    }
    fn rows(self, n: usize) -> impl Iterator<Item = i32> {
        let held = self.held;
        let rows = self.parts.into_iter().take(n);
        rows.map(move |row| row + num(&held))
    }
}

both! {
    /// `let g = g.method();` of a method that takes its receiver (E0507).
    fn shadowed_by_what_is_made_of_it(flag: bool) -> i32 {
        let order = order(1);
        let order = order.with(2);
        yield_!(order.total());
        let order = order.with(3).with(4);
        yield_!(order.total());
        let order = if flag { order.with(5) } else { order };
        yield_!(7);
        let sent = order.send();
        note(sent);
        yield_!(sent);
    }
    called (true), (false)
}

both! {
    /// A variable that is given back by a branch of what takes it (E0507).
    fn replaced_by_branches(rounds: i32) -> i32 {
        let mut order = order(1);
        for round in 0..rounds {
            order = if round % 2 == 0 { order.with(2) } else { order.with(3).with(4) };
            yield_!(order.total());
            order = match round {
                0 => order.with(10),
                1 => order,
                _ => crate::receivers::order(round).with(order.send()),
            };
            yield_!(order.total());
        }
    }
    called (3)
}

both! {
    /// Taken in one branch, kept to the end of its scope in the other; and methods that only look keep it that long.
    fn taken_in_one_branch(flag: bool) -> i32 {
        let order = order(3);
        let seen = crate::receivers::order(4);
        let mut grown = crate::receivers::order(5);
        yield_!(0);
        let total = seen.total();
        yield_!(total);
        let sum = grown.grow(6).grow(7).total();
        yield_!(sum);
        if flag {
            yield_!(order.send());
            note(1);
        }
        yield_!(2);
        note(3);
    }
    called (true), (false)
}

both! {
    /// What a look borrows is there as long as it is used, beside another borrow.
    fn looked_at_beside_a_borrow(k: i32) -> i32 {
        let held = order(k);
        let mut changed = order(k + 1);
        yield_!(1);
        let parts = &held.parts;
        let total = held.total();
        let first = changed.first();
        *first += total;
        note(parts[0] + *first);
        yield_!(2);
    }
    called (5)
}

both! {
    /// In the heads of a `match`, an `if let` and a loop, and before a `?`-like way out.
    fn taken_in_a_head(size: usize) -> i32 {
        let order = order(1);
        yield_!(1);
        let order = match order.named("four", Some(size)) {
            Ok(order) => order,
            Err(total) => {
                yield_!(total);
                return;
            }
        };
        yield_!(2);
        let (order, held) = order.split();
        yield_!(num(&held));
        for row in order.with(3).with(4).rows(size) {
            yield_!(row);
        }
        let other = crate::receivers::order(8);
        yield_!(3);
        for row in other.rows(size) {
            yield_!(row);
        }
        note(9);
    }
    called (4), (3)
}

both! {
    /// What the method returns is inferred from what becomes of it.
    fn returns_what_is_inferred(k: i32) -> i32 {
        let taken = order(k);
        let seen = order(k + 1);
        yield_!(1);
        let number: i64 = seen.as_number();
        yield_!(number as i32);
        let number: f64 = taken.into_number(k);
        yield_!(number as i32);
    }
    called (5)
}

pub trait Job {
    fn run(self: Box<Self>) -> i32;
    fn name(&self) -> i32;
}

impl Job for N {
    fn run(self: Box<Self>) -> i32 {
        op(self.0 * 2)
    }
    fn name(&self) -> i32 {
        self.0
    }
}

impl Order {
    fn boxed(self: Box<Self>) -> i32 {
        self.send()
    }
    fn shared(self: Rc<Self>) -> i32 {
        Rc::strong_count(&self) as i32
    }
}

both! {
    /// Out of a box, and with the box (E0507); a box of what only looks stays.
    fn taken_with_its_box(k: i32) -> i32 {
        let jobs: Vec<Box<dyn Job>> = vec![Box::new(N(k)), Box::new(N(k + 1))];
        for job in jobs {
            yield_!(job.name());
            let done = job.run();
            yield_!(done);
        }
        let unboxed = Box::new(order(1));
        let boxed = Box::new(order(2));
        let seen = Box::new(order(3));
        let shared = Rc::new(order(4));
        yield_!(4);
        yield_!(unboxed.send());
        yield_!(boxed.boxed());
        yield_!(seen.total());
        yield_!(shared.shared());
        note(5);
    }
    called (5)
}

pub trait Shown {
    fn shown(&self) -> i32 {
        op(std::mem::size_of_val(self) as i32)
    }
}
impl<T> Shown for T {}

pub trait Ended {
    fn ended(self) -> i32;
    fn peeked(&self) -> i32;
}
impl Ended for Order {
    fn ended(self) -> i32 {
        self.send()
    }
    fn peeked(&self) -> i32 {
        self.total()
    }
}

both! {
    /// Methods of traits: of all types, and of a type parameter (E0507).
    fn of_traits [<T: Ended>] (a: T, b: T) -> i32 {
        let c = order(3);
        let d = order(4);
        let copy = 5_u8;
        yield_!(b.peeked());
        let size = d.shown() - d.shown() + copy.shown();
        yield_!(size);
        yield_!(a.ended());
        let ended = c.ended();
        note(ended);
        yield_!(6);
    }
    called (ready(1), ready(2))
}

#[derive(Clone, Copy)]
pub struct Point(i32, i32);

impl Point {
    fn plus(self, other: Point) -> Point {
        Point(self.0 + other.0, self.1 + other.1)
    }
    fn norm(self) -> i32 {
        op(self.0 + self.1)
    }
}

both! {
    /// A copy stays where it is, for what borrows it.
    fn copied_beside_a_borrow(k: i32) -> i32 {
        let mut at = Point(k, k);
        for step in 0..2 {
            let old = at;
            at = at.plus(Point(step, 1));
            yield_!(at.norm());
            let borrowed = &old;
            let norm = old.norm() + borrowed.0;
            yield_!(norm);
        }
    }
    called (5)
}

both! {
    /// A guard is held to the end of its scope, whatever is called last on what it guards.
    fn guards_are_looked_through(k: i32) -> i32 {
        let cell = Rc::new(RefCell::new(order(k)));
        {
            let held = &*cell;
            note(held.borrow().total());
        }
        let list = n(1);
        let array = [n(2), n(3)];
        yield_!(1);
        let sum = list.clone_number();
        yield_!(sum);
        let all = array.numbers();
        yield_!(all);
        note(4);
    }
    called (5)
}

pub trait Numbers {
    fn numbers(&self) -> i32;
}
impl Numbers for [N] {
    fn numbers(&self) -> i32 {
        self.iter().map(num).sum()
    }
}

/// Of what an `N` derefs to.
pub trait CloneNumber {
    fn clone_number(&self) -> i32;
}
impl CloneNumber for crate::vocabulary::Number {
    fn clone_number(&self) -> i32 {
        op(self.0)
    }
}

pub type Once = Box<dyn FnOnce(i32) -> i32>;

/// Gives what it holds away when it is called.
pub fn once(k: i32) -> Once {
    let held = N(k);
    Box::new(move |more| more + eat(held))
}

both! {
    /// What a pattern binds, and can be called once (E0507); what can be called again is kept to the end of its scope.
    fn called_once(jobs: Vec<(i32, Once)>, last: Option<Once>, flag: bool) -> i32 {
        let mut later = Vec::new();
        for (k, job) in jobs {
            if k == 0 {
                later.push(job);
                continue;
            }
            yield_!(k);
            let done = job(k);
            yield_!(done);
        }
        while let Some(job) = later.pop() {
            yield_!(later.len() as i32);
            yield_!(job(1));
        }
        let done = match last {
            Some(last) if flag => last(4),
            Some(_) => 5,
            None => 6,
        };
        yield_!(done);
        let held = n(7);
        let again: Option<Box<dyn Fn(i32) -> i32>> = Some(Box::new(move |more| more + num(&held)));
        if let Some(again) = again {
            yield_!(again(1));
            yield_!(again(2));
            note(8);
        }
    }
    called
        (vec![(1, once(1)), (0, once(2)), (0, once(3))], Some(once(4)), true),
        (vec![], Some(once(4)), false)
}

fn scope(close: impl FnOnce() -> i32) -> impl FnOnce() -> i32 {
    close
}

both! {
    /// What a function makes of a closure, or a written type hides, can be asked whether it is called once; it was taken for the
    /// closure itself (E0507).
    fn called_once_around_a_closure(k: i32) -> i32 {
        let held = n(k);
        let close = scope(move || eat(held));
        let last: Option<Once> = Some(Box::new(|more| more + 1));
        yield_!(1);
        let closed = close();
        yield_!(closed);
        match last {
            Some(last) => yield_!(last(2)),
            None => yield_!(3),
        }
    }
    called (4)
}

both! {
    /// A struct literal among the arguments has its type of its own; the method was taken for one that looks (E0507).
    fn given_a_literal(k: i32) -> i32 {
        struct Sizes {
            from: i32,
            to: i32,
        }
        struct Cut(Order);
        impl Cut {
            fn to(self, sizes: Sizes) -> Order {
                self.0.with(sizes.to - sizes.from)
            }
        }
        let cut = Cut(order(k));
        yield_!(op(1));
        let order = cut.to(Sizes { from: k, to: 10 });
        yield_!(order.total());
        yield_!(op(2));
    }
    called (1)
}

/// Keeps what it was told.
pub struct Journal(N);

impl Journal {
    fn write(&mut self, k: i32) {
        self.0.0 += k;
    }
    fn finish(self) -> i32 {
        eat(self.0)
    }
}

both! {
    /// Taken in a loop that it leaves, and used in place by its other turns.
    fn taken_where_the_loop_is_left(k: i32) -> i32 {
        let mut journal = Journal(n(1));
        let mut turn = 0;
        loop {
            turn += 1;
            if turn > k {
                note(journal.finish());
                break;
            }
            journal.write(turn);
            if turn % 2 == 0 {
                yield_!(turn);
            }
        }
        yield_!(9);
    }
    called (0), (1), (5)
}

/// What a method of [`Named`] is called with.
pub struct Kind {
    k: i32,
}

/// With methods of the names that the question about a method uses itself.
pub struct Named(N);

impl Named {
    fn kind(self, kind: Kind) -> i32 {
        self.0.0 + kind.k
    }
    fn target(self) -> Named {
        Named(n(self.0.0 + 1))
    }
    fn answer(&self, k: i32) -> i32 {
        self.0.0 + k
    }
    fn called(self, k: i32) -> i32 {
        self.0.0 + k
    }
}

both! {
    /// Methods and types whose names those of the question are not taken for.
    fn names_of_the_question(k: i32) -> i32 {
        let (a, b, c, d) = (Named(n(k)), Named(n(2)), Named(n(3)), Named(n(4)));
        yield_!(op(1));
        note(a.kind(Kind { k: 7 }));
        let next = b.target();
        note(c.answer(8));
        note(d.called(k));
        yield_!(op(2));
        note(next.kind(Kind { k }));
    }
    called (1)
}

both! {
    /// Entries of a map are taken by the methods that fill them, and dead by the next yield though nothing takes them: they were
    /// kept over it, with their borrow of the map (E0521, E0507).
    fn entries_of_a_map(counts: &mut std::collections::BTreeMap<String, i32>, words: &[&str]) -> i32 {
        use std::collections::btree_map::{BTreeMap, Entry};
        for word in words {
            match counts.entry(word.to_string()) {
                Entry::Occupied(mut entry) => {
                    *entry.get_mut() += 1;
                    let count = *entry.get();
                    yield_!(op(count));
                }
                Entry::Vacant(entry) => {
                    entry.insert(op(1));
                    yield_!(1);
                }
            }
        }
        let mut own: BTreeMap<i32, N> = BTreeMap::new();
        for (k, word) in words.iter().enumerate() {
            let entry = own.entry(k as i32 / 2);
            if let Entry::Occupied(entry) = entry {
                let removed = entry.remove();
                yield_!(num(&removed));
                continue;
            }
            entry.or_insert(n(k as i32));
            yield_!(word.len() as i32);
        }
        match counts.entry("last".to_string()) {
            Entry::Occupied(_) => {}
            Entry::Vacant(entry) => {
                yield_!(0);
                let count = entry.insert(op(7));
                yield_!(*count);
                *count += 1;
                note(*count);
            }
        }
    }
    called { let mut counts = std::collections::BTreeMap::new(); } (&mut counts, &["a", "b", "a"]), { let mut counts = std::collections::BTreeMap::new(); } (&mut counts, &[])
}

/// Made on the spot, and taken by its methods.
pub struct Size(pub N, pub i32);

impl Size {
    fn scaled(mut self, k: i32) -> Size {
        self.1 *= op(k);
        self
    }
    fn into_number(self) -> i32 {
        num(&self.0) + self.1
    }
    fn number(&self) -> i32 {
        num(&self.0) - self.1
    }
    fn above(self, k: i32) -> Option<Size> {
        (self.1 > op(k)).then_some(self)
    }
}

both! {
    /// What is made on the spot was taken for a guard, out of which nothing moves (E0507).
    fn literal_is_taken_beside_an_operand_that_yields(k: i32) -> i32 {
        let sum = Size(n(1), k).scaled(2).into_number() + { yield_!(op(0)); 1 };
        yield_!(sum);
        let pair = (Size { 0: n(2), 1: k }.scaled(3), { yield_!(op(1)); n(3) });
        yield_!(num(&pair.1) + pair.0.number());
        let seen = add(Size(n(4), k).number(), { yield_!(op(2)); Size(n(5), k).into_number() });
        yield_!(seen);
    }
    called (2)
}

both! {
    /// The same in the head of a statement whose body yields.
    fn literal_is_taken_in_a_head(k: i32) -> i32 {
        match Size(n(1), k).into_number() {
            3 => yield_!(op(1)),
            _ => yield_!(op(2)),
        }
        if let Some(size) = Size(n(2), k).above(1) {
            yield_!(size.number());
        }
        for i in 3..Size(n(3), k).scaled(1).into_number() {
            yield_!(i);
        }
    }
    called (1), (2)
}

/// Behind a pin.
pub struct Pinned(pub Vec<i32>);

both! {
    /// Taken for a view of the variable (E0507).
    fn pinned_reference_ends_with_get_mut(pinned: std::pin::Pin<&mut Pinned>) -> i32 {
        yield_!(op(0));
        let all = pinned.get_mut();
        while let Some(last) = all.0.pop() {
            yield_!(op(last));
        }
    }
    called (std::pin::Pin::new(&mut Pinned(vec![1, 2])))
}

both! {
    /// Branches among the arguments: the method was taken for one that looks (E0507).
    fn given_what_branches_give(k: i32, more: Option<i32>) -> i32 {
        let size = Size(n(1), k);
        yield_!(op(0));
        let size = size.scaled(if k > 1 { 2 } else { op(3) });
        yield_!(op(1));
        let size = size.scaled(match more {
            Some(k) if k > 2 => k,
            _ => op(1),
        });
        yield_!(op(2));
        let found = size.above({
            let least = op(k);
            least * 2
        });
        yield_!(found.map_or(0, Size::into_number));
    }
    called (1, Some(3)), (2, None)
}

fn listed(k: i32) -> Vec<N> {
    vec![n(k), n(k + 1), n(k + 2)]
}

both! {
    /// Slices have a method of the same name with another argument (E0277).
    fn split_off_at_the_last_use(k: i32) -> i32 {
        let mut list = listed(k);
        yield_!(op(1));
        for item in list.split_off(1) {
            yield_!(num(&item));
        }
        note(2);
    }
    called (1)
}

both! {
    /// A method that looks makes the iterator of a loop: what it is called on was dropped before the first item.
    fn looked_at_in_the_head_of_a_loop(k: i32) -> i32 {
        let order = ready(k);
        note(1);
        for part in order.listed(2) {
            yield_!(part);
        }
        note(3);
    }
    called (1), (2)
}

both! {
    /// rustc was asked whether `cmp` takes the number: a `&mut` to it can be compared with another `&mut` only (E0308).
    fn compared_at_the_last_use(pairs: Vec<(i32, i32)>, most: &i32) -> i32 {
        for (x, y) in pairs {
            yield_!(-x);
            let order = x.cmp(&y) as i32;
            let boxed = Box::new(y);
            yield_!(order);
            match y.partial_cmp(most) {
                Some(order) => yield_!(order as i32),
                None => return,
            }
            let other = Box::new(2);
            yield_!(0);
            yield_!(boxed.cmp(&other) as i32);
        }
        let counted = [1, 2].into_iter();
        let expected = vec![1, 2];
        yield_!(7);
        if counted.eq(expected) {
            yield_!(8);
        }
    }
    called (vec![(1, 2), (3, 3), (4, 2)], &2)
}

both! {
    /// What a yield in an argument keeps borrowed was taken for granted, though the call is never reached from there (a message of ours).
    fn arguments_that_yield_and_leave(ops: Vec<Option<i32>>) -> i32 {
        let mut stack = vec![1];
        let text = String::from("ab");
        let kept = N(4);
        for (i, o) in ops.into_iter().enumerate() {
            stack.push(match o {
                Some(n) => op(n),
                None => {
                    yield_!(-1);
                    continue;
                }
            });
            stack.insert(0, if i > 4 { yield_!(-2); break } else { op(8) });
            let replaced = text.replace(if i < 9 { "a" } else { yield_!(0); return }, "xyz");
            yield_!(replaced.len() as i32);
            yield_!(sum_of(&kept, &stack, match i { 3 => { yield_!(-3); return } _ => 1 }));
        }
        yield_!(stack.len() as i32);
    }
    called (vec![Some(1), None, Some(4)]),
        (vec![None, None, None, None, Some(3), Some(5), Some(2)]),
        (vec![Some(1), Some(1), Some(1), Some(1)])
}

fn sum_of(kept: &N, list: &[i32], more: i32) -> i32 {
    num(kept) + list.iter().sum::<i32>() + more
}

both! {
    /// A `&mut` to a reader reads as well, and what it gives is of another type (E0308).
    fn what_a_reference_has_by_value_as_well_takes_a_reader(text: &'static str) -> i32 {
        use std::io::{BufRead, Cursor, Read};
        let (lines, parts, bytes) = (Cursor::new(text), Cursor::new(text), Cursor::new(text));
        let numbers = (1..4).map(|k| k * 2);
        let turned = numbers.clone();
        yield_!(0);
        let mut lines = lines.lines();
        yield_!(1);
        while let Some(Ok(line)) = lines.next() {
            yield_!(line.len() as i32);
        }
        let parts = parts.split(b',');
        yield_!(2);
        for part in parts {
            yield_!(part.map_or(-1, |part| part.len() as i32));
        }
        let bytes = bytes.bytes();
        yield_!(3);
        yield_!(bytes.count() as i32);
        let sorted = numbers.is_sorted();
        yield_!(sorted as i32);
        yield_!(turned.rfold(0, |all, k| all * 10 + k));
    }
    called ("a,bc\nd")
}

both! {
    /// Of a text they look, and it lives to the end of its scope.
    fn what_a_reader_has_by_value_looks_at_a_text(tag: D) -> i32 {
        struct Text(String, D);
        impl std::ops::Deref for Text {
            type Target = String;
            fn deref(&self) -> &String {
                &self.0
            }
        }
        let text = Text(word(3), tag);
        yield_!(0);
        let count = text.split('w').count() as i32;
        yield_!(count);
        note(1);
    }
    called (D("text"))
}

/// Methods for whatever is iterated over, and so for a `&mut` to it.
pub trait Paired: Iterator + Sized {
    fn pairs(self) -> Pairs<Self> {
        Pairs(self)
    }
    fn next_two(&mut self) -> Option<(Self::Item, Self::Item)> {
        Some((self.next()?, self.next()?))
    }
}

impl<I: Iterator> Paired for I {}

/// Two items at a time.
pub struct Pairs<I>(I);

impl<I: Iterator> Iterator for Pairs<I> {
    type Item = (I::Item, I::Item);
    fn next(&mut self) -> Option<Self::Item> {
        self.0.next_two()
    }
}

both! {
    /// The first takes the iterator, and was taken for one that borrows it; the other leaves it where it is.
    fn adapters_of_other_crates_take_what_they_are_called_on() -> i32 {
        let numbers = count(n(1), 5);
        let mut others = count(n(2), 4);
        yield_!(0);
        let pairs = numbers.pairs();
        yield_!(10);
        for (first, second) in pairs {
            yield_!(first * 10 + second);
        }
        let two = others.next_two();
        yield_!(two.map_or(-1, |(first, second)| first + second));
        note(3);
    }
    called ()
}

both! {
    /// Names of methods of readers, which here look.
    fn ones_own_methods_with_the_names_of_a_reader_look() -> i32 {
        struct Own(Vec<N>);
        impl Own {
            fn lines(&mut self) -> usize {
                self.0.pop();
                self.0.len()
            }
            fn bytes(&mut self) -> std::vec::Drain<'_, N> {
                self.0.drain(..1)
            }
        }
        let made = || Own(vec![n(1), n(2)]);
        let (mut first, mut second) = (made(), made());
        yield_!(0);
        let lines = first.lines();
        yield_!(lines as i32);
        let drained: Vec<N> = second.bytes().collect();
        yield_!(drained.len() as i32);
        note(3);
    }
    called ()
}

both! {
    /// Of a method of a trait that `&mut T` has as well: it was called on a reference made for it, and borrowed from that (E0716).
    fn borrowed_by_a_trait[<T: AsRef<str>>](names: Vec<T>) -> i32 {
        for name in names {
            let name = name.as_ref();
            ev!("{name}");
            yield_!(op(name.len() as i32));
        }
    }
    called
        (vec!["a", "bc"]),
        (vec![String::from("a"), String::from("bc")])
}

both! {
    /// The same, where its type is known.
    fn borrowed_by_a_trait_of_a_pointer(names: Vec<std::rc::Rc<str>>) -> i32 {
        for name in names {
            yield_!(0);
            let text: &str = name.as_ref();
            ev!("{text}");
            yield_!(op(text.len() as i32));
        }
    }
    called (vec!["a".into(), "bc".into()])
}

both! {
    /// The same, by `&mut`; and from what a reference refers to.
    fn changed_by_a_trait[<T: AsMut<[i32]>>](lists: Vec<T>, more: &mut T) -> i32 {
        for mut list in lists {
            yield_!(0);
            let list = list.as_mut();
            list[0] += op(1);
            let first = list[0];
            yield_!(first);
        }
        for n in more.as_mut() {
            *n += 1;
            yield_!(*n);
        }
    }
    called { let mut more = [7, 8]; } (vec![[1, 2], [3, 4]], &mut more)
}

/// Takes itself by methods with the names of those that look in std.
pub struct Owner(pub N);

impl Owner {
    pub fn get(self) -> N {
        self.0
    }
    pub fn pop(self) -> Option<N> {
        Some(self.0)
    }
    pub fn len(self) -> usize {
        self.0.0 as usize
    }
    pub fn push(self, other: N) -> Owner {
        note(num(&self.0));
        Owner(other)
    }
}

both! {
    /// What std's methods of these names do tells nothing of a type that is none of std's: each was a move out of a reference (E0507).
    fn ones_own_methods_with_the_names_of_those_that_look(first: Owner, k: i32) -> i32 {
        let second = Owner(n(k));
        let third = Owner(n(7));
        let fourth: Owner = Owner(n(8));
        yield_!(0);
        let got = first.get();
        yield_!(num(&got));
        let popped = second.pop();
        yield_!(popped.map_or(0, eat));
        if k == 1 {
            yield_!(third.len() as i32);
        }
        let other = n(9);
        let fourth = fourth.push(other);
        yield_!(num(&fourth.0));
        note(3);
    }
    called (Owner(N(1)), 1), (Owner(N(1)), 2)
}

/// Its methods look, and have the names of others that take their receiver.
pub struct Scores {
    list: Vec<i32>,
    held: N,
}

impl Scores {
    fn max(&self) -> Option<i32> {
        self.list.iter().copied().max()
    }
    fn count(&self) -> i32 {
        op(num(&self.held))
    }
    fn filter(&self, least: i32) -> Vec<i32> {
        let enough = self.list.iter().copied().filter(|k| *k >= least);
        enough.collect()
    }
    fn chain(&self) -> std::ops::Range<i32> {
        0..2
    }
    fn unwrap(self) -> N {
        self.held
    }
}

pub fn scores(k: i32) -> Scores {
    Scores {
        list: vec![k, k + 1],
        held: n(k),
    }
}

/// An iterator of one's own with a drop.
pub struct Down(i32, N);

impl Iterator for Down {
    type Item = i32;
    fn next(&mut self) -> Option<i32> {
        self.0 -= 1;
        (self.0 > 0).then_some(self.0)
    }
}

both! {
    /// A variable of a type of one's own ended with a method that looks and has the name of one of iterators.
    fn named_like_methods_of_std(k: i32) -> i32 {
        let scores: Scores = crate::receivers::scores(10);
        yield_!(scores.count());
        match scores.max() {
            Some(most) => yield_!(most),
            None => yield_!(-1),
        }
        let made = Scores { list: vec![k], held: n(60) };
        for k in made.chain() {
            yield_!(k);
        }
        for k in made.filter(op(k)) {
            yield_!(k);
        }
        let written: Scores = crate::receivers::scores(70);
        yield_!(if written.count() > 1 { 2 } else { 3 });
        let taken: Scores = crate::receivers::scores(80);
        yield_!(0);
        let inner = taken.unwrap();
        yield_!(num(&inner));
    }
    called (3)
}

both! {
    /// Iterators of one's own are taken by those of std.
    fn iterators_of_ones_own() -> i32 {
        let down = Down(5, n(1));
        yield_!(0);
        yield_!(down.count() as i32);
        let other = Down(4, n(2));
        yield_!(1);
        let most = other.max();
        yield_!(most.unwrap_or(op(3)));
        let last: Down = Down(3, n(5));
        yield_!(2);
        for k in last.filter(|k| k % 2 == 1) {
            yield_!(k);
        }
    }
    called ()
}

both! {
    /// The same of what is made on the spot: it ended with the call, not with the statement.
    fn named_like_methods_of_std_on_the_spot(k: i32) -> i32 {
        let x = Scores { list: vec![k], held: n(1) }.count() + { yield_!(1); op(2) };
        yield_!(x);
        let (held, y) = (Scores { list: vec![k], held: n(3) }.unwrap(), { yield_!(3); op(4) });
        yield_!(num(&held) + y);
        match (Scores { list: vec![k], held: n(5) }).max() {
            Some(most) => yield_!(most),
            None => {}
        }
        for k in (Scores { list: vec![k], held: n(6) }).chain() {
            yield_!(k);
        }
        for k in Down(3, n(7)).skip(1) {
            yield_!(k);
        }
        let z = Down(3, n(8)).count() as i32 + { yield_!(5); Down(2, n(9)).last().unwrap_or(op(6)) };
        yield_!(z);
    }
    called (3)
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Version(i32);

impl Drop for Version {
    fn drop(&mut self) {
        dropped(format!("-version {}", self.0));
    }
}

both! {
    /// rustc was asked whether `max` of a reference takes it, and missed one as its argument (E0308).
    fn the_greater_of_two_of_a_type(k: i32) -> i32 {
        let first = Version(k);
        let second = Version(2);
        yield_!(first.0);
        let greater = first.max(second);
        yield_!(greater.0);
        let lesser = greater.min(Version(3));
        yield_!(lesser.0);
        let between = lesser.clamp(Version(4), Version(5));
        yield_!(between.0);
        yield_!(between.max(Version(6)).0);
    }
    called (1), (9)
}
