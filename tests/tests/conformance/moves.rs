//! Moves: whole, conditional, partial, in loops, into closures.

use crate::both::*;

both! {
    /// Moved in one branch, dropped at the end of the scope in the other.
    fn moved_in_one_branch(flag: bool) -> i32 {
        let a = n(1);
        let b = n(2);
        yield_!(0);
        if flag {
            yield_!(eat(a));
        }
        yield_!(3);
        note(num(&b));
    }
    called (true), (false)
}

both! {
    /// Moved in several arms, into different places.
    fn moved_in_arms(k: i32) -> i32 {
        let x = n(1);
        let mut store = None;
        match k {
            0 => drop(x),
            1 => store = Some(x),
            2 => { yield_!(5); let _kept = x; yield_!(6); }
            _ => {}
        }
        yield_!(store.is_some() as i32);
        note(7);
    }
    called (0), (1), (2), (3)
}

both! {
    /// Moved away and given back in each round of a loop.
    fn moved_and_restored_in_a_loop(rounds: i32) -> i32 {
        let mut x = n(0);
        for k in 1..=rounds {
            let taken = x;
            yield_!(num(&taken));
            x = n(k);
            if k == 2 {
                continue;
            }
            drop(taken);
            yield_!(num(&x) * 10);
        }
        yield_!(num(&x));
    }
    called (3), (0)
}

both! {
    /// Moved in a loop that is left right after.
    fn moved_before_leaving_the_loop(stop: i32) -> i32 {
        let x = n(9);
        let y = n(8);
        for k in 0..3 {
            yield_!(k);
            if k == stop {
                yield_!(eat(x));
                break;
            }
            if k == stop + 1 {
                drop(y);
                return;
            }
        }
        yield_!(num(&y));
    }
    called (0), (1), (5), (-1)
}

both! {
    /// Assignment drops the old value at once, if there is one.
    fn assignment_over_a_maybe(flag: bool) -> i32 {
        let mut x = n(1);
        if flag {
            drop(x);
        }
        yield_!(1);
        x = { yield_!(2); n(2) };
        yield_!(num(&x));
        x = n(num(&x) + 1);
        yield_!(num(&x));
    }
    called (true), (false)
}

both! {
    /// Two values change places through a third.
    fn rotated(k: i32) -> i32 {
        let (mut a, mut b) = (n(1), n(2));
        for _ in 0..k {
            let c = a;
            yield_!(0);
            a = b;
            b = c;
            yield_!(num(&a));
        }
        std::mem::swap(&mut a, &mut b);
        yield_!(num(&a) * 10 + num(&b));
    }
    called (2), (1)
}

both! {
    /// A field is moved out; the rest is dropped in the struct's place.
    fn partial_move_of_a_field(flag: bool) -> i32 {
        let first = n(1);
        let pair = (n(2), n(3));
        let last = n(4);
        if flag {
            drop(pair.0);
        }
        yield_!(num(&first));
        yield_!(num(&pair.1));
        note(num(&last));
    }
    called (true), (false)
}

both! {
    /// A pattern takes one part of a variable; the other stays where it was.
    fn partial_move_by_pattern(flag: bool) -> i32 {
        let triple = (n(1), n(2), n(3));
        let _later = n(9);
        if flag {
            let (_, middle, _) = triple;
            yield_!(num(&middle));
        } else {
            let (ref first, ..) = triple;
            note(num(first));
        }
        yield_!(5);
    }
    called (true), (false)
}

both! {
    /// An arm takes a part, another leaves the value whole.
    fn partly_moved_by_an_arm(shape: Shape) -> i32 {
        let _later = n(9);
        match shape {
            Shape::Two(0..=3, x) => yield_!(eat(x)),
            Shape::Zero => yield_!(0),
            _ => yield_!(7),
        }
        yield_!(8);
    }
    called (Shape::Two(2, N(1))), (Shape::Two(5, N(2))), (Shape::One(N(3))), (Shape::Zero)
}

both! {
    /// Into a closure that lives across yields, and into one that is used up.
    fn into_closures(k: i32) -> i32 {
        let a = n(1);
        let b = n(2);
        let keeps = move |x: i32| x + num(&a);
        yield_!(keeps(k));
        {
            let spends = move || eat(b);
            note(spends());
        }
        yield_!(keeps(k + 1));
    }
    called (10)
}

both! {
    /// Into a struct, a vector and a box, and out of them again.
    fn into_containers_and_out(k: i32) -> i32 {
        let (a, b, c) = (n(1), n(2), n(3));
        let boxed = Box::new(a);
        yield_!(num(&boxed));
        let mut list = vec![b, *boxed];
        yield_!(list.len() as i32);
        list.push(c);
        let last = list.remove(0);
        yield_!(num(&last));
        for x in list {
            yield_!(num(&x) * k);
        }
        yield_!(num(&last));
    }
    called (10)
}

both! {
    /// Moved by `return`, `break` and the end of a block.
    fn moved_by_jumps(k: i32) -> i32 {
        let a = n(1);
        let b = loop {
            let inner = n(2);
            yield_!(num(&inner));
            if k > 0 {
                break inner;
            }
            break { let _other = inner; yield_!(7); n(3) };
        };
        let c = { let t = a; yield_!(num(&t)); t };
        yield_!(num(&b) * 10 + num(&c));
    }
    called (0), (1)
}

both! {
    /// Moved into the yielded item.
    fn moved_into_the_item(flag: bool) -> (N, Option<N>) {
        let (a, b, c) = (n(1), n(2), n(3));
        yield_!((a, flag.then_some(b)));
        yield_!((c, None));
        note(4);
    }
    called (true), (false)
}

both! {
    /// A vector by value: the rest is dropped with the loop.
    fn vector_by_value(list: Vec<N>) -> N {
        for (i, x) in list.into_iter().enumerate() {
            if i == 1 {
                note(num(&x));
                continue;
            }
            yield_!(x);
            if i == 2 {
                break;
            }
        }
        note(0);
    }
    called (vec![N(1), N(2), N(3), N(4)]), (vec![])
}

both! {
    /// Values that only sometimes exist: `take`, `replace`, `insert`.
    fn options_as_storage(rounds: i32) -> i32 {
        let mut slot = None;
        for k in 0..rounds {
            let old = slot.replace(n(k));
            yield_!(old.as_ref().map_or(-1, num));
            if k == 1 {
                let taken = slot.take();
                yield_!(taken.is_some() as i32);
            }
        }
        note(slot.is_some() as i32);
    }
    called (0), (3)
}

both! {
    /// `*` moves out of a box that nothing shows to be one, and copies out of whatever else it is.
    fn moved_out_of_boxes(count: i32) -> i32 {
        struct Link { value: N, next: Option<Box<Link>> }
        let mut list = None;
        for k in 0..count {
            list = Some(Box::new(Link { value: n(k), next: list }));
        }
        while let Some(link) = list {
            yield_!(0);
            let Link { value, next } = *link;
            yield_!(num(&value));
            list = next;
        }
    }
    called (0), (3)
}

both! {
    /// A guard is not moved by what is copied out of it.
    fn copied_out_of_guards(k: i32) -> i32 {
        struct Guard(i32);
        impl std::ops::Deref for Guard {
            type Target = i32;
            fn deref(&self) -> &i32 { &self.0 }
        }
        impl Drop for Guard {
            fn drop(&mut self) { log("released".to_string()); }
        }
        fn lock(k: i32) -> Guard { Guard(op(k)) }
        let guard = lock(k);
        yield_!(0);
        let value = *guard;
        note(value);
        yield_!(value);
        let shared = std::rc::Rc::new(k);
        let other = shared.clone();
        yield_!(3);
        note(*other);
        yield_!(4);
    }
    called (2)
}

both! {
    /// `_ = x` dropped the variable, and so did a destructuring assignment with what it leaves out.
    fn an_assignment_to_nothing_moves_nothing(k: i32) -> i32 {
        let x = n(1);
        let pair = (n(2), n(k));
        let nested = (n(4), (n(5), 6));
        let both = duo(n(7), 8);
        let list = [n(9), n(10)];
        yield_!(k);
        _ = x;
        (_) = x;
        [_, ..] = list;
        yield_!(1);
        let mut part;
        (_, part) = pair;
        yield_!(num(&part));
        let count;
        (_, (_, count)) = nested;
        yield_!(count);
        Duo { left: part, right: _ } = both;
        yield_!(num(&part));
        _ = n(11);
        (part, _) = (n(12), n(13));
        yield_!(num(&part));
        let boxed = Box::new(n(14));
        yield_!(3);
        _ = *boxed;
        yield_!(4);
        let kept = n(15);
        let look = || { _ = kept; };
        look();
        yield_!(num(&kept));
    }
    called (3)
}

both! {
    /// Views of a `&mut` that nothing but a method's name shows, matched and lent on: the item borrowed from the generator.
    fn items_out_of_a_split_slice [<'a>] (items: &'a mut [i32]) -> &'a mut i32 {
        let (left, right) = items.split_at_mut(1);
        if let Some(x) = left.first_mut() {
            *x += op(1);
            yield_!(x);
        }
        if let Some(x) = right.last_mut() {
            yield_!(x);
        }
        note(1);
    }
    called { let mut items = [1, 2, 3]; } (&mut items), { let mut items = [1]; } (&mut items)
}

both! {
    /// The same with what is found in a map, over a yield.
    fn found_in_a_map(map: &mut std::collections::HashMap<i32, Vec<i32>>) -> i32 {
        let Some(list) = map.get_mut(&1) else { return };
        list.push(op(1));
        yield_!(list.len() as i32);
        list.push(op(2));
        yield_!(list.len() as i32);
        if let Some(last) = list.last_mut() {
            *last += 1;
            yield_!(*last);
            *last += 5;
            note(*last);
        }
    }
    called { let mut map = std::collections::HashMap::from([(1, vec![4])]); } (&mut map)
}

both! {
    /// A copy that is matched through a view stays where it is: what the arm binds borrows it.
    fn an_array_matched_through_a_view(k: i32) -> i32 {
        let mut items = [op(3), 1, 2];
        let mut others = std::convert::identity([1, 2]);
        yield_!(k);
        if let Some(x) = items.first_mut() {
            *x += 1;
            while *x > k {
                *x -= op(1);
                if *x == 100 {
                    yield_!(3);
                    return;
                }
            }
            note(*x);
        }
        if let Some(x) = others.first_mut() {
            *x += 1;
            while *x > k {
                *x -= op(1);
                if *x == 100 {
                    yield_!(3);
                    return;
                }
            }
            note(*x);
        }
    }
    called (1), (5)
}

/// A builder in the style of those that take `self`.
struct Builder {
    parts: Vec<N>,
    names: String,
}

impl Builder {
    fn part(mut self, part: N) -> Self {
        self.parts.push(part);
        self
    }
    fn named(mut self, name: &str) -> Self {
        self.names.push_str(name);
        self
    }
    fn half(&self) -> Builder {
        let parts = self.parts.iter().take(1).map(|part| n(num(part) + 50));
        Builder {
            parts: parts.collect(),
            names: self.names.clone(),
        }
    }
    fn finish(self) -> String {
        let numbers: Vec<i32> = self.parts.iter().map(num).collect();
        format!("{}{numbers:?}", self.names)
    }
}

both! {
    /// A variable that gets the value of a method called on it was taken to be looked at only (E0507).
    fn builder_that_replaces_itself(k: i32) -> String {
        let mut wrapped = Some(n(1));
        let mut builder = Builder { parts: Vec::new(), names: String::new() };
        for i in 0..k {
            yield_!(format!("{i}"));
            builder = builder.part(n(i)).named("x");
            if i > 1 {
                builder = builder.half();
            }
        }
        while let Some(value) = wrapped {
            wrapped = None;
            builder = builder.part(value);
            yield_!(builder.names.clone());
        }
        let text = { builder }.finish();
        yield_!(text);
    }
    called (0), (2), (4)
}

both! {
    /// A field that a string is made of is moved, as it is anywhere else (E0507).
    fn field_before_a_concatenation(who: Person) -> String {
        yield_!(String::from("a"));
        let shout = who.name + "!";
        yield_!(shout);
        let both = who.town + &op(who.age).to_string();
        yield_!(both);
    }
    called (Person { name: "n".into(), town: "t".into(), age: 3 })
}

/// Fields that can be left empty.
struct Person {
    name: String,
    town: String,
    age: i32,
}

both! {
    /// What a panic carries is taken out of its box (E0507).
    fn downcast_of_a_box(k: i32) -> String {
        let thing: Box<dyn std::any::Any> = if k > 1 { Box::new(String::from("text")) } else { Box::new(k) };
        yield_!(String::from("a"));
        match thing.downcast::<String>() {
            Ok(text) => yield_!(*text),
            Err(other) => yield_!(format!("{:?}", other.downcast_ref::<i32>())),
        }
    }
    called (1), (2)
}

/// Something that is changed by making it anew.
struct Progress {
    turn: i32,
    held: N,
    log: String,
}

both! {
    /// A struct that replaces the one it has the rest of its fields from was E0507.
    fn struct_that_replaces_itself(k: i32) -> String {
        let mut progress = Progress { turn: 0, held: n(1), log: String::new() };
        while progress.turn < k {
            yield_!(progress.log.clone());
            progress = Progress { turn: progress.turn + 1, ..progress };
            let log = format!("{}{}", progress.log, progress.turn);
            if progress.turn == 2 {
                progress = Progress { held: n(2), log, ..progress };
            } else {
                progress = Progress { log, ..progress };
            }
            note(num(&progress.held));
        }
        yield_!(progress.log);
    }
    called (0), (2), (3)
}

fn stop() -> ! {
    panic!("called")
}

both! {
    /// Moved in front of a call that does not return: where the code goes on, the value is still there.
    fn moved_before_a_call_that_does_not_return(k: i32, held: Option<Box<D>>, list: Vec<Option<Box<D>>>) -> i32 {
        if k > 100 {
            drop(held);
            stop();
        }
        yield_!(k);
        for item in list {
            if k > 100 {
                drop(item);
                stop();
            }
            yield_!(item.is_some() as i32);
            note(2);
        }
        note(held.map_or(0, |it| it.0.len() as i32));
    }
    called (1, Some(Box::new(D("held"))), vec![Some(Box::new(D("item"))), None])
}

both! {
    /// The same of a type parameter, of a tuple and of an array.
    fn generic_moved_before_a_call_that_does_not_return[<T: Clone + std::fmt::Debug>](k: i32, pair: (T, i32), array: [T; 1]) -> T {
        let same = pair;
        if k > 100 {
            drop((same, array));
            stop();
        }
        yield_!(same.0.clone());
        let [first] = array;
        yield_!(first);
    }
    called (1, (3, 4), [5])
}

both! {
    /// Collections of references to variables, not used after the yield: their drop cannot be noticed, so they are not kept
    /// (E0521).
    fn collections_of_references(a: N, b: String) -> i32 {
        let c = n(3);
        let all = vec![&a, &c];
        let sum: i32 = all.iter().map(|value| num(value)).sum();
        yield_!(sum);
        let mut by_number: std::collections::HashMap<i32, &str> = Default::default();
        by_number.insert(num(&c), b.as_str());
        let words: Vec<&str> = b.split(' ').collect();
        let found = by_number.get(&3).map_or(0, |text| text.len() + words.len());
        yield_!(found as i32);
        let mut queue: std::collections::VecDeque<(i32, &N)> = [(1, &a)].into();
        while let Some((k, value)) = queue.pop_front() {
            if k < 3 {
                queue.push_back((k + 1, value));
            }
        }
        yield_!(queue.len() as i32);
        note(b.len() as i32 + num(&a));
    }
    called (N(1), String::from("to be or"))
}

both! {
    fn reborrowed_and_used_again(all: &mut [i32; 2], number: &mut i32) -> i32 {
        {
            let look = &*number;
            yield_!(*look);
            yield_!(*look + 1);
        }
        *number = 50;
        {
            let change = &mut *number;
            yield_!(*change);
            *change += op(1);
        }
        yield_!(*number);
        let list = &mut *all;
        list[0] += 1;
        yield_!(list[0]);
        list.swap(0, 1);
        all[1] += 1;
        yield_!(all[0] + all[1]);
    }
    called (&mut [1, 2], &mut 3)
}

/// What a method borrows one field after the other of.
pub struct Ledger {
    pub items: Vec<i32>,
    pub count: i32,
}

both! {
    fn fields_borrowed_over_yields_and_used_again(ledger: &mut Ledger) -> i32 {
        let items = &mut ledger.items;
        items.push(1);
        yield_!(items.len() as i32);
        items.push(op(2));
        let look = || items.len() as i32;
        let seen = look();
        ledger.count += seen;
        yield_!(items[0] + ledger.count);
        let count = &mut ledger.count;
        *count += 10;
        loop {
            *count += 1;
            yield_!(*count);
            if *count > 13 {
                break;
            }
        }
        let whole = &mut *ledger;
        whole.count = 0;
        yield_!(whole.items.len() as i32);
        ledger.items.clear();
    }
    called (&mut Ledger { items: vec![], count: 0 })
}

both! {
    fn lists_are_used_again_behind_loops_over_them(items: &mut Vec<i32>, words: &mut [String]) -> i32 {
        for item in items.iter_mut() {
            *item += op(1);
            yield_!(*item);
            if *item == 3 {
                continue;
            }
            *item *= 2;
        }
        items.push(7);
        for (at, item) in items.iter().enumerate() {
            if at == 2 {
                break;
            }
            yield_!(*item + at as i32);
            note(*item);
        }
        'outer: for left in &*items {
            for right in 0..2 {
                if *left > 6 {
                    break 'outer;
                }
                yield_!(*left + right);
            }
        }
        items.clear();
        for word in &mut *words {
            word.push('!');
            yield_!(word.len() as i32);
            let again = &mut *word;
            again.push('?');
        }
        for _ in 0..2 {
            for word in words.iter() {
                let length = word.as_str().len();
                yield_!(length as i32);
            }
        }
    }
    called (&mut vec![1, 2], &mut ["a".to_string(), "bb".to_string()])
}

both! {
    /// A box that is made of a borrowed value is no borrow, and is moved out of.
    fn boxes_of_what_is_borrowed(ks: &[i32]) -> i32 {
        let made = ks.first().map(|k| Box::new(n(*k))).unwrap();
        yield_!(op(1));
        let inner = *made;
        yield_!(inner.0);
        for made in ks.iter().map(|k| Box::new(n(*k))) {
            yield_!(op(2));
            let inner = *made;
            yield_!(inner.0);
        }
    }
    called (&[3, 4])
}

both! {
    /// A variable was left in its place by `reduce`, which takes an iterator by value (E0507).
    fn reduced(ks: Vec<i32>) -> i32 {
        let sums = ks.into_iter().map(|k| op(k) + 1);
        yield_!(1);
        let sum = sums.reduce(|a, b| a + b);
        yield_!(sum.unwrap_or(0));
    }
    called (vec![1, 2, 3])
}

/// Macros and types with names of std, whose values are copies.
mod copies {
    use crate::both::*;

    macro_rules! vec {
        ($($item:expr),*) => { [$($item),*] };
    }

    macro_rules! format {
        ($text:literal) => {
            op(5)
        };
    }

    #[derive(Clone, Copy)]
    struct Rc(i32);

    impl Rc {
        fn new(number: i32) -> Rc {
            Rc(op(number))
        }
    }

    both! {
        /// Nothing was left for the second use (a panic, "this is a bug in gen-core").
        fn with_the_names_of_what_is_moved(k: i32) -> i32 {
            let list = vec![k, 2];
            let text = format!("five");
            let shared = Rc::new(3);
            yield_!(0);
            let (first, other, third) = (list, text, shared);
            yield_!(first[0] + other + third.0);
            for turn in 0..2 {
                let (again, text) = (list, text);
                yield_!(again[turn] + text);
            }
            if k > 0 {
                let taken = shared;
                note(taken.0 + shared.0);
            }
            yield_!(list[1] + text + shared.0);
        }
        called (1), (0)
    }
}
