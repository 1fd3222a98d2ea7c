//! Fields that are moved out of structs whose definition the generator does not see.

use crate::both::*;

/// Fields of which something empty can be left behind.
pub struct Order {
    pub head: Option<N>,
    pub lines: Vec<N>,
    pub urgent: i32,
    pub buyer: Buyer,
}

/// Those of a field.
pub struct Buyer {
    pub name: String,
    pub alias: Option<String>,
}

fn order(urgent: i32) -> Order {
    Order {
        head: Some(n(1)),
        lines: vec![n(2), n(3)],
        urgent,
        buyer: Buyer {
            name: word(3),
            alias: Some(word(1)),
        },
    }
}

both! {
    /// In the first arm the field may not be asked for, and in the second one it has to be there.
    fn option_in_a_field_is_taken_in_arms_with_guards(urgent: i32) -> i32 {
        let order = order(urgent);
        yield_!(0);
        match order.head {
            Some(head) if order.urgent > 2 => yield_!(num(&head)),
            Some(mut head) => {
                yield_!(10);
                head = n(9);
                yield_!(num(&head));
            }
            None => note(7),
        }
        for line in order.lines {
            yield_!(num(&line));
        }
    }
    called (1), (5)
}

/// A value whose type does not show.
fn held_back<T>(value: T) -> T {
    value
}

/// What a box is made of.
pub struct Lot {
    pub left: Vec<N>,
    pub right: i32,
}

/// Options of what patterns take as a whole.
pub struct Nested {
    pub pair: Option<(N, i32)>,
    pub inner: Option<Option<N>>,
    pub rest: Vec<N>,
}

both! {
    fn what_is_in_an_option_in_a_field_is_taken_apart(some: bool) -> i32 {
        let held = Nested {
            pair: some.then(|| (n(1), 2)),
            inner: Some(some.then(|| n(3))),
            rest: vec![n(4)],
        };
        let nested = held_back(held);
        yield_!(0);
        if let Some((first, second)) = nested.pair {
            yield_!(num(&first) + second);
        }
        while let Some(Some(inner)) = nested.inner {
            yield_!(num(&inner));
            return;
        }
        for one in nested.rest {
            yield_!(num(&one));
        }
    }
    called (true), (false)
}

both! {
    /// Each was taken for a use of the other, and so for a copy.
    fn fields_of_one_field_are_moved_one_by_one() -> i32 {
        let mut order = order(3);
        yield_!(0);
        let name = order.buyer.name;
        yield_!(name.len() as i32);
        if let Some(alias) = order.buyer.alias {
            yield_!(alias.len() as i32);
        }
        order.buyer.name = word(4);
        yield_!(order.urgent);
        let name = order.buyer.name;
        yield_!(name.len() as i32);
        yield_!(order.lines.len() as i32);
    }
    called ()
}

both! {
    /// Nothing is moved out of what an `Rc` shares.
    fn numbers_behind_a_pointer_in_a_field_are_copied() -> i32 {
        let shared = (std::rc::Rc::new((n(1), 2, 3)), n(4));
        let shared = held_back(shared);
        yield_!(0);
        let second = shared.0.1;
        yield_!(second);
        let third = shared.0.2;
        yield_!(third + num(&shared.1));
    }
    called ()
}

both! {
    /// The type of the box is that of its value.
    fn fields_are_moved_out_of_a_box_that_is_made_of_a_literal() -> i32 {
        let order = Box::new(Lot { left: vec![n(1), n(2)], right: 3 });
        yield_!(0);
        let right = order.right;
        for one in order.left {
            yield_!(num(&one) + right);
        }
        note(4);
    }
    called ()
}

both! {
    /// Behind a pointer of unknown type, and in the order in which the pattern binds them.
    fn parts_of_a_tuple_are_taken_out_of_a_box_of_a_pattern() -> i32 {
        for boxed in vec![Box::new((word(3), n(1), 2)), Box::new((word(4), n(3), 4))] {
            yield_!(0);
            let (name, _, number) = *boxed;
            yield_!(name.len() as i32 + number);
            yield_!(num(&boxed.1));
        }
        for pair in [('a', 1), ('b', 2)].iter() {
            yield_!(0);
            let (letter, _) = *pair;
            yield_!(letter as i32);
            let (_, number) = *pair;
            yield_!(number);
        }
    }
    called ()
}
