//! Items of the blocks inside a body: each name is in sight where it was, and what exists once exists once.

use crate::both::*;

const LIMIT: i32 = 4;

struct Wrapped(i32);

impl Wrapped {
    fn get(&self) -> i32 {
        op(self.0)
    }
}

both! {
    /// An item in a block hid what the arm or loop in front had bound.
    fn beside_what_the_block_is_entered_with(list: Vec<i32>, found: Option<D>) -> i32 {
        for x in list {
            const STEP: i32 = 30;
            if x == 2 { continue; }
            yield_!(x + STEP);
            note(x);
        }
        if let Some(x) = found {
            use std::cmp::max;
            yield_!(max(len(&x), 1));
            yield_!(max(len(&x), 9));
        }
        let mut stack = vec![n(5), n(6)];
        while let Some(x) = stack.pop() {
            type Item = N;
            let x: Item = x;
            yield_!(num(&x));
        }
        let mut counted = count(n(7), 1);
        let y = match counted.next() {
            Some(x) => {
                fn twice(x: i32) -> i32 { x * 2 }
                yield_!(twice(x));
                twice(x) + 1
            }
            None => 0,
        };
        yield_!(y);
    }
    called (vec![1, 2, 3], Some(D("four"))), (vec![], None)
}

both! {
    /// Types, impls and statics of a block did not see its `use`s, constants and aliases.
    fn that_refer_to_each_other(k: i32) -> String {
        if k > 0 {
            use std::fmt;
            struct Shown(Number);
            type Number = i32;
            impl fmt::Display for Shown {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    write!(f, "<{}>", op(self.0))
                }
            }
            let shown = Shown(k);
            yield_!(shown.to_string());
            yield_!(shown.to_string());
        }
        {
            const LENGTH: usize = 2;
            static TABLE: [i32; LENGTH] = [op_free(1), op_free(2)];
            const fn op_free(x: i32) -> i32 { x }
            yield_!(word(TABLE[0]));
            yield_!(word(TABLE[1] + LENGTH as i32));
        }
        for x in 0..k {
            use std::collections::*;
            struct Held { list: VecDeque<i32> }
            trait Total {
                fn total(&self) -> i32;
                fn twice(&self) -> i32 { self.total() * FACTOR }
            }
            const FACTOR: i32 = 2;
            impl Total for Held {
                fn total(&self) -> i32 { self.list.iter().sum() }
            }
            let held = Held { list: VecDeque::from([x, 5]) };
            yield_!(word(held.total()));
            yield_!(word(held.twice()));
        }
    }
    called (0), (2)
}

both! {
    /// Items of an inner block were in sight of all the body, and two of one name were one too many.
    fn of_one_name_in_several_blocks(k: i32) -> i32 {
        let a = Wrapped(k);
        yield_!(a.get() + LIMIT);
        {
            struct Wrapped(&'static str);
            impl Wrapped {
                fn get(&self) -> i32 { op(self.0.len() as i32) + LIMIT }
            }
            const LIMIT: i32 = 100;
            let b = Wrapped("four");
            yield_!(b.get());
            {
                struct Wrapped(N);
                let c = Wrapped(n(LIMIT));
                yield_!(num(&c.0));
                yield_!(num(&c.0) + 1);
            }
            yield_!(Wrapped("x").get());
        }
        if k > 0 {
            static LIMIT: i32 = 7;
            enum Wrapped { One(i32) }
            let Wrapped::One(x) = Wrapped::One(k);
            yield_!(x + LIMIT);
        }
        for x in LIMIT..LIMIT + 2 {
            yield_!(Wrapped(x).get() + a.get());
        }
        match k {
            LIMIT => yield_!(1),
            _ => yield_!(2),
        }
    }
    called (0), (4)
}

both! {
    /// A constant of an inner block hid that of the block around, or was one too many.
    fn of_one_name_in_nested_blocks(k: i32) -> i32 {
        {
            const X: i32 = 1;
            type Number = i64;
            yield_!(X);
            {
                const X: i32 = 2;
                type Number = i32;
                let x = X as Number;
                yield_!(x + k);
                yield_!(x);
            }
            let x = X as Number;
            yield_!(X);
            yield_!(x as i32);
        }
        yield_!(k);
    }
    called (0)
}

both! {
    /// A function with a static of its own was one function a block, each with a static of its own.
    fn with_state_of_their_own(k: i32) -> i32 {
        if k > 0 {
            fn next() -> i32 {
                thread_local! { static LAST: Cell<i32> = const { Cell::new(0) }; }
                LAST.with(|last| last.replace((last.get() + 1) % 3))
            }
            use std::cell::Cell;
            // To where it started, for it is the same in the next run.
            while next() != 2 {}
            yield_!(next());
            yield_!(next());
            note(next());
            yield_!(4);
        }
        {
            thread_local! { static SUM: std::cell::Cell<i32> = const { std::cell::Cell::new(0) }; }
            SUM.set(k);
            yield_!(SUM.get());
            SUM.set(SUM.get() + 1);
            yield_!(SUM.get());
        }
    }
    called (0), (1)
}
