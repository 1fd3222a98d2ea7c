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
