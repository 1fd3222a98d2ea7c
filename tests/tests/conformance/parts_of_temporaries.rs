//! Parts of values that are made on the spot: the whole lives to the end of its statement, or of the head it stands in.

use crate::both::*;
use std::collections::BTreeSet;

struct Held {
    list: [i32; 3],
    set: BTreeSet<i32>,
    part: Part,
    _other: N,
}

struct Part(N, i32);

impl Part {
    fn seen(&self) -> i32 {
        op(self.1)
    }
    fn own(&mut self, k: i32) -> i32 {
        self.1 = op(k);
        self.1
    }
}

fn held(k: i32) -> Held {
    Held {
        list: [k, k + 1, k + 2],
        set: BTreeSet::new(),
        part: Part(n(k), k + 1),
        _other: n(k + 2),
    }
}

fn seen(index: usize) -> usize {
    op(0);
    index
}

fn pair(k: i32) -> (N, [i32; 2]) {
    (n(k), [op(k), k + 1])
}

both! {
    /// An element, or a field of one, beside an operand that yields.
    fn elements_beside_a_yield(k: usize) -> i32 {
        let x = [n(3), n(4)][k].0 + { yield_!(1); 2 };
        yield_!(x);
        let y = vec![n(5), n(6)][k].0 * { yield_!(2); num(&n(7)) };
        yield_!(y);
        let z = add(pair(8).1[k], { yield_!(3); 4 });
        yield_!(z);
        let t = (held(9).list[k], { yield_!(5); 6 });
        yield_!(t.0);
    }
    called (0), (1)
}

both! {
    /// The index yields: what it is taken of is there before that, and stays a place.
    fn elements_behind_a_yield(k: usize) -> i32 {
        let x = held(3).list[{ yield_!(1); k }];
        yield_!(x);
        let y = [n(3), n(4)][{ yield_!(2); k }].0 + { yield_!(3); num(&n(5)) };
        yield_!(y);
        let z = -held(6).list[{ yield_!(4); k }];
        yield_!(z);
        match [n(7), n(8)][{ yield_!(5); k }].0 {
            7 => yield_!(70),
            other => yield_!(other),
        }
    }
    called (0), (1)
}

both! {
    /// The indices in front of one that yields are evaluated before it, and not anew.
    fn indices_in_front_of_a_yield(k: usize) -> i32 {
        let mut rows = [[1, 2], [3, 4]];
        let mut at = k;
        let x = rows[seen(at)][{ at = 1 - at; yield_!(1); at }];
        yield_!(x);
        let y = rows[at][{ at = 1 - at; yield_!(2); at }];
        yield_!(y);
        rows[seen(at)][{ at = 1 - at; yield_!(3); at }] = 7;
        rows[at][{ at = 1 - at; yield_!(4); 1 }] += op(8);
        for row in rows {
            yield_!(row[0] * 100 + row[1]);
        }
    }
    called (0), (1)
}

both! {
    /// In heads.
    fn elements_in_heads(k: usize) -> i32 {
        match [n(3), n(4)][k].0 {
            3 => { yield_!(30); note(1); }
            other => { yield_!(other); note(2); }
        }
        match pair(5).1[k] {
            other => { yield_!(other); note(3); }
        }
        if let 6 = pair(6).1[k] {
            yield_!(60);
            note(4);
        } else {
            yield_!(61);
            note(5);
        }
        if held(7).list[k] == 7 {
            yield_!(70);
        }
        for x in pair(1).1[k]..3 {
            yield_!(x);
            note(6);
        }
    }
    called (0), (1)
}

both! {
    /// What a field is taken of ends before what has been made on the way to it.
    fn fields_of_what_arguments_yield_for(k: i32) -> i32 {
        let x = n(num(&n(60)) + { yield_!(1); k }).0;
        yield_!(x);
        let y = (n(num(&n(70)) + { yield_!(2); k }).0, num(&n(8)));
        yield_!(y.0);
        let z = n({ yield_!(3); k }).0 + num(&n(9));
        yield_!(z);
        let w = n(num(&n(80)) + { yield_!(4); k }).0 + { yield_!(5); num(&n(6)) };
        yield_!(w);
        while n(num(&n(90)) + { yield_!(6); k }).0 < k {
            note(1);
        }
        match n(num(&n(100)) + { yield_!(7); k }).0 {
            x => { yield_!(x); note(2); }
        }
    }
    called (2)
}

both! {
    /// A method of the body's own, called on a field or an element of it: it looks, or changes it.
    fn methods_of_parts(k: i32) -> i32 {
        match held(1).part.seen() {
            x => { yield_!(x); note(1); }
        }
        match held(2).part.own(k) {
            x => { yield_!(x); note(2); }
        }
        if let true = held(3).set.insert(k) {
            yield_!(3);
            note(3);
        }
        let x = held(4).part.own(k) + { yield_!(4); 2 };
        yield_!(x);
        let y = [Part(n(5), 6), Part(n(7), 8)][seen(1)].own(k) + { yield_!(5); 3 };
        yield_!(y);
        for x in 0..vec![Part(n(9), 2)][0].seen() {
            yield_!(x);
            note(4);
        }
    }
    called (3)
}

fn noted(of: &N, k: i32) -> Part {
    Part(n(of.0), op(k))
}

both! {
    /// A value that borrows for all one knows, and has waited for a yield: it was once dropped at the end of the block.
    fn methods_of_what_arguments_yield_for(of: &N, k: i32) -> i32 {
        let x = noted(of, { yield_!(1); k }).seen();
        note(x);
        let y = noted(of, { yield_!(2); k }).1;
        note(y);
        let z = vec![noted(of, { yield_!(3); k })].len() as i32;
        note(z);
        let w = [noted(of, { yield_!(4); k })][0].1;
        note(w);
        if noted(of, { yield_!(5); k }).seen() > 2 {
            note(6);
        }
        yield_!(7);
    }
    called (const { &constant(9) }, 3)
}

both! {
    /// Fields in the arguments of calls.
    fn fields_in_arguments(k: i32) -> i32 {
        let x = add(Some(k).unwrap_or(n(3).0), { yield_!(1); k });
        yield_!(x);
        let y = (add(n(4).0, k), n(5).0).1 + { yield_!(2); k };
        yield_!(y);
        match add(held(6).list[1], n(7).0) {
            z => { yield_!(z); note(1); }
        }
        match Some([n(8).0, n(9).0]) {
            Some([a, b]) => { yield_!(a + b); note(2); }
            None => {}
        }
        if let 10 = add(n(9).0, 1) {
            yield_!(3);
            note(3);
        }
    }
    called (2)
}

fn part(value: N) -> Part {
    Part(value, 4)
}

both! {
    /// What is made of a variable that owns what it holds.
    fn made_of_variables(first: N, second: N, k: usize) -> i32 {
        let third = n(3);
        match part(first).seen() {
            x => { yield_!(x); note(1); }
        }
        let y = [second, n(4)][k].0 + { yield_!(1); 5 };
        yield_!(y);
        match (third, 6).1 {
            z => { yield_!(z); note(2); }
        }
    }
    called (N(1), N(2), 0), (N(1), N(2), 1)
}

both! {
    /// Temporaries in the elements of a `vec!`.
    fn elements_of_a_vec(k: usize) -> i32 {
        let x = vec![num(&n(3)), n(4).0][k] + { yield_!(1); 2 };
        yield_!(x);
        let y = vec![n(5).0, { yield_!(2); 6 }];
        yield_!(y[k]);
        match vec![num(&n(7)), n(8).0][k] {
            z => { yield_!(z); note(1); }
        }
        for w in vec![n(9).0, num(&n(10))] {
            yield_!(w);
            note(2);
        }
    }
    called (0), (1)
}

/// What is built by methods that hand it on by reference, and looks as if it might be generic.
pub struct Built<T> {
    items: Vec<T>,
    seal: N,
}

impl<T> Built<T> {
    fn new() -> Built<T> {
        Built {
            items: Vec::new(),
            seal: n(9),
        }
    }
    fn with(&mut self, item: T) -> &mut Self {
        op(1);
        self.items.push(item);
        self
    }
    fn size(&self) -> i32 {
        op(self.items.len() as i32)
    }
}

fn built() -> Built<i32> {
    Built::new()
}

both! {
    /// A value made by the name of its type lives to the end of the statement, whatever is called on it.
    fn built_and_used_in_one_statement() -> i32 {
        let x = Built::new().with(5).size() + { yield_!(1); 1 };
        yield_!(x);
        let y = Built::new().with(n(5)).items.len() as i32 + { yield_!(2); 1 };
        yield_!(y);
        match Built::new().with("a").with("b").size() {
            z => { yield_!(z); note(1); }
        }
        if let 1 = Built::new().with(3).items.len() {
            yield_!(3);
            note(2);
        }
    }
    called ()
}

both! {
    /// A part of what a method returns by reference stays behind that reference.
    fn parts_behind_a_returned_reference() -> i32 {
        let x = built().with(5).items[0] + { yield_!(1); 1 };
        yield_!(x);
        let y = built().with(6).items[0].abs() + { yield_!(2); 1 };
        yield_!(y);
        for z in built().with(7).items.drain(..).collect::<Vec<_>>() {
            yield_!(z);
        }
        match *built().with(8).items.first().unwrap() {
            w => { yield_!(w); note(1); }
        }
    }
    called ()
}

both! {
    /// The type of what is indexed was not known where the run goes on (E0282), for that stood in front of where it is made.
    fn elements_whose_type_only_the_text_tells(flag: bool) -> i32 {
        let x = add(if flag { yield_!(1); 2 } else { op(3) }, 'made: {
            op(4);
            [n(5), n(6)][({ match yield_!(7) { () => note(0) } 8 } & 1) as usize].0
        });
        yield_!(x);
        let mut turns = 0;
        loop {
            if turns > 1 {
                yield_!([n(9), n(10)][({ yield_!(op(11)); 12 } & 1) as usize].0);
                break;
            }
            turns += 1;
            yield_!(turns);
        }
    }
    called (true), (false)
}
