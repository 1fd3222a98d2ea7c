//! Patterns that take fields of a struct which may have a `Drop`, and parts of a variable that stays where it is.

use crate::both::*;
use std::cmp::Reverse;
use std::num::Wrapping;

/// A pattern copies its number, and it is dropped where the value would be.
pub struct Tagged(pub i32);

impl Drop for Tagged {
    fn drop(&mut self) {
        dropped(format!("-tagged {}", self.0));
    }
}

/// Without a `Drop`.
pub struct Word(pub String);

/// Two that own something.
pub struct Two {
    pub left: N,
    pub right: N,
}

pub struct Four(pub N, pub N, pub N, pub N);

#[derive(Clone)]
pub enum Command {
    Push { name: String, times: i32 },
    Pair(String, i32),
    Stop,
}

fn value(number: i32) -> Option<Tagged> {
    Some(tagged(number))
}

fn tagged(number: i32) -> Tagged {
    Tagged(op(number))
}

both! {
    fn guard_in_a_pattern_lives_as_long_as_its_variable(first: Option<Tagged>, pair: (Tagged, i32)) -> i32 {
        if let Some(Tagged(number)) = first {
            yield_!(number);
            note(1);
        }
        note(2);
        let (Tagged(number), more) = pair;
        yield_!(number + more);
        note(3);
    }
    called (Some(Tagged(1)), (Tagged(2), 3)), (None, (Tagged(4), 5))
}

both! {
    fn guard_in_an_item_lives_as_long_as_its_turn(all: Vec<Tagged>) -> i32 {
        for Tagged(number) in all {
            yield_!(number);
            note(number);
        }
        let mut more = vec![tagged(8), tagged(9)];
        while let Some(Tagged(number)) = more.pop() {
            yield_!(number);
            note(number);
        }
    }
    called (vec![Tagged(1), Tagged(2)]), (vec![])
}

both! {
    fn guard_of_what_is_assigned_later() -> i32 {
        let mut found = None;
        yield_!(0);
        found = value(1);
        if let Some(Tagged(number)) = found {
            yield_!(number);
            note(1);
        }
        let mut all = Vec::new();
        all.push((tagged(2), 3));
        for (Tagged(number), more) in all {
            yield_!(number + more);
            note(number);
        }
    }
    called ()
}

both! {
    fn guard_in_a_value_lives_as_long_as_the_match() -> i32 {
        match value(1) {
            Some(Tagged(number)) => {
                yield_!(number);
                note(1);
            }
            None => {}
        }
        if let Some(Tagged(number)) = value(2) {
            yield_!(number);
            note(2);
        }
        match (tagged(3), tagged(4)) {
            (Tagged(left), Tagged(right)) => {
                yield_!(left + right);
                note(3);
            }
        }
        let Some(Tagged(number)) = value(5) else { return };
        yield_!(number);
    }
    called ()
}

both! {
    fn guard_taken_apart_by_a_let(whole: Tagged) -> i32 {
        let Tagged(number) = whole;
        yield_!(number);
        let own = tagged(7);
        yield_!(0);
        let looked = match own {
            Tagged(1) => 1,
            Tagged(other) => other,
        };
        note(looked);
        let kept = match own {
            Tagged(1) => tagged(2),
            other => other,
        };
        yield_!(kept.0);
    }
    called (Tagged(3))
}

both! {
    fn parameter_pattern_on_a_guard(Tagged(number): Tagged, (Tagged(left), right): (Tagged, i32)) -> i32 {
        yield_!(number + left);
        note(right);
        yield_!(0);
    }
    called (Tagged(1), (Tagged(2), 3))
}

both! {
    fn guard_of_an_arm_sees_what_is_bound_later(found: Option<Tagged>, word: Option<Word>) -> i32 {
        match found {
            Some(Tagged(number)) if number > 3 && format!("{number}").len() == 1 => {
                yield_!(number);
                note(1);
            }
            Some(Tagged(number)) => {
                yield_!(-number);
                note(2);
            }
            None => yield_!(0),
        }
        match word {
            Some(Word(text)) if text.len() > 2 && matches!(text.as_str(), "abc") => yield_!(10),
            Some(Word(text)) if text == "x" => {
                yield_!(11);
                drop(text);
                yield_!(12);
            }
            Some(Word(text)) => yield_!(text.len() as i32),
            None => {}
        }
    }
    called (Some(Tagged(5)), Some(Word("abc".into()))), (Some(Tagged(1)), Some(Word("x".into()))), (None, Some(Word("yy".into()))), (None, None)
}

both! {
    fn structs_behind_references(word: &Word, found: &Option<Word>, all: &[Word]) -> i32 {
        let Word(text) = word;
        yield_!(text.len() as i32);
        match found {
            Some(Word(text)) if text.len() > 2 => yield_!(1),
            Some(Word(text)) => yield_!(text.len() as i32),
            None => yield_!(2),
        }
        for (at, Word(text)) in all.iter().enumerate() {
            yield_!((at + text.len()) as i32);
        }
    }
    called (&Word("a".into()), &Some(Word("abc".into())), &[Word("b".into())]), (&Word("a".into()), &None, &[])
}

both! {
    fn struct_without_a_drop_is_taken_apart(all: Vec<Two>, mut current: Option<Two>) -> i32 {
        for Two { left, right } in all {
            yield_!(num(&left));
            drop(left);
            yield_!(num(&right));
        }
        while let Some(Two { left, right }) = current {
            yield_!(num(&right));
            current = match num(&left) {
                1 => Some(Two { left: n(5), right: left }),
                _ => None,
            };
            drop(right);
            yield_!(0);
        }
    }
    called (vec![Two { left: N(1), right: N(2) }], Some(Two { left: N(1), right: N(4) })), (vec![], None)
}

both! {
    fn parts_of_variants_with_fields_that_have_no_name(all: Vec<Command>, last: Command) -> i32 {
        for command in all {
            match command {
                Command::Push { name, .. } if name.is_empty() => yield_!(-1),
                Command::Push { name, .. } => {
                    yield_!(name.len() as i32);
                    drop(name);
                    yield_!(0);
                }
                Command::Pair(name, _) => yield_!(name.len() as i32),
                Command::Stop => break,
            }
        }
        if let Command::Push { times, .. } = last {
            yield_!(times);
        }
    }
    called (vec![Command::Push { name: "ab".into(), times: 1 }, Command::Pair("abc".into(), 2), Command::Push { name: String::new(), times: 3 }, Command::Stop], Command::Push { name: "a".into(), times: 4 }), (vec![], Command::Stop)
}

both! {
    fn option_is_taken_where_an_if_let_matches(turns: i32) -> i32 {
        let mut held = Some(n(9));
        for turn in 0..turns {
            if turn == 1 {
                if let Some(last) = held {
                    drop(last);
                    held = None;
                }
            } else if turn == 2 {
                held = Some(n(turn));
            }
            yield_!(held.is_some() as i32);
        }
    }
    called (0), (2), (4)
}

both! {
    fn option_in_a_field_is_taken_by_a_match(mut list: List) -> i32 {
        loop {
            yield_!(num(&list.first));
            match list.next {
                Some(next) => list = *next,
                None => break,
            }
        }
    }
    called (List { first: N(1), next: Some(Box::new(List { first: N(2), next: None })) })
}

/// One after the other.
pub struct List {
    pub first: N,
    pub next: Option<Box<List>>,
}

both! {
    fn rests_of_tuples_of_known_size() -> i32 {
        let tuple = (n(1), n(2), n(3));
        yield_!(0);
        let (first, .., last) = tuple;
        yield_!(num(&first) + num(&last));
        match (n(4), n(5), n(6)) {
            (first, ..) => {
                yield_!(num(&first));
                note(1);
            }
        }
        let four = Four(n(1), n(2), n(3), n(4));
        yield_!(1);
        let Four(.., last) = four;
        yield_!(num(&last));
    }
    called ()
}

both! {
    fn fields_of_a_tuple_parameter(mut pair: (N, N), nested: (N, (N, i32))) -> i32 {
        let first = pair.0;
        yield_!(num(&first));
        pair.0 = n(7);
        yield_!(1);
        let moved = pair;
        yield_!(num(&moved.0));
        drop(nested.1.0);
        yield_!(nested.1.1);
        let left = nested.0;
        yield_!(num(&left));
    }
    called ((N(1), N(2)), (N(3), (N(4), 5)))
}

both! {
    fn fields_of_fields() -> i32 {
        let tuple = (n(1), (n(2), n(3)));
        let whole = (Two { left: n(4), right: n(5) }, n(6));
        yield_!(0);
        drop(tuple.1.0);
        yield_!(num(&tuple.1.1));
        drop(whole.0.left);
        yield_!(1);
        let last = whole.1;
        yield_!(num(&last));
    }
    called ()
}

both! {
    fn struct_is_assigned_after_a_field_has_moved(again: bool) -> i32 {
        let mut two = Two { left: n(1), right: n(2) };
        yield_!(0);
        let first = two.left;
        yield_!(num(&first));
        two = Two { left: n(3), right: { yield_!(8); n(4) } };
        yield_!(1);
        if again {
            drop(two.left);
            yield_!(2);
            two = Two { left: n(5), right: n(6) };
        }
        yield_!(num(&two.right));
    }
    called (false), (true)
}

/// Two, and a number.
pub struct Labelled {
    pub left: N,
    pub right: N,
    pub label: i32,
}

both! {
    fn fields_are_borrowed_beside_others_that_move(pair: (N, N)) -> i32 {
        let (ref left, right) = pair;
        note(num(left));
        yield_!(num(&right));
        let (left, ref right) = (n(3), n(4));
        note(num(right));
        yield_!(num(&left));
        let whole = Labelled { left: n(5), right: N(6), label: 7 };
        yield_!(0);
        let Labelled { ref left, right, ref label } = whole;
        note(num(left) + *label);
        yield_!(1);
        drop(right);
        yield_!(2);
    }
    called ((N(1), N(2)))
}

both! {
    /// The part that is left behind had no variable where the variable's scope ended within a branch (E0425).
    fn part_left_behind_in_a_branch(flag: bool) -> i32 {
        if flag {
            let two = Two { left: n(1), right: n(2) };
            yield_!(0);
            let Two { left, right: _ } = two;
            note(num(&left));
        }
        yield_!(1);
    }
    called (false), (true)
}

both! {
    /// A pattern that only borrows is no reason to keep the fields together (E0507).
    fn fields_are_all_borrowed_before_one_moves(count: i32) -> i32 {
        let parts = (n(1), vec![count]);
        let (ref first, ref counts) = parts;
        note(num(first) + counts[0]);
        yield_!(2);
        yield_!(num(&parts.0) + eat(parts.0));
        yield_!(parts.1[0]);
    }
    called (3)
}

both! {
    /// A pattern that copies out of a box leaves the box where it is: it was dropped with the statement.
    fn copies_out_of_a_box_leave_it(count: i32) -> i32 {
        let _older = n(1);
        let boxed = Box::new(tagged(count));
        yield_!(0);
        let _newer = n(2);
        let Tagged(number) = *boxed;
        yield_!(number);
        let made = made_in_a_box(3);
        yield_!(1);
        let Tagged(number) = *made;
        yield_!(number);
        note(4);
    }
    called (5)
}

/// A box of which the name does not tell it.
fn made_in_a_box(number: i32) -> Box<Tagged> {
    Box::new(tagged(number))
}

both! {
    /// In arms and conditions, too.
    fn copies_out_of_a_box_by_an_arm(count: i32) -> i32 {
        let first = Box::new(tagged(1));
        let second = made_in_a_box(2);
        let third = Box::new(Some(tagged(3)));
        let fourth = Box::new(tagged(4));
        yield_!(0);
        match *first {
            Tagged(5) => note(5),
            Tagged(number) => yield_!(number + count),
        }
        if let Tagged(2) = *second {
            yield_!(2);
        }
        let Some(Tagged(number)) = *third else { return };
        yield_!(number);
        let seen = match *fourth { Tagged(number) => number };
        yield_!(seen);
        note(6);
    }
    called (5)
}

both! {
    /// What a pattern leaves of what is in a box stays where the box was: it was dropped with the statement.
    fn parts_left_in_a_box(mut whole: Box<(N, N, i32)>, words: Box<Two>, turns: i32) -> i32 {
        let _newer = n(8);
        yield_!(0);
        for turn in 0..turns {
            let (first, _, number) = *whole;
            yield_!(number);
            drop(first);
            whole = Box::new((n(10), n(11), turn));
        }
        if turns == 1 {
            let Two { left, right: _ } = *words;
            yield_!(num(&left));
        }
        note(9);
    }
    called (Box::new((N(1), N(2), 3)), Box::new(Two { left: N(4), right: N(5) }), 2),
        (Box::new((N(1), N(2), 3)), Box::new(Two { left: N(4), right: N(5) }), 1),
        (Box::new((N(1), N(2), 3)), Box::new(Two { left: N(4), right: N(5) }), 0)
}

/// A struct whose fields no body spells out, so that `..` hides how many there are.
pub struct Row {
    pub number: i32,
    pub first: N,
    pub cells: Cells,
    pub last: N,
}

pub struct Cells(pub i32, pub String, pub N, pub N);

fn row(k: i32) -> Row {
    let cells = Cells(k, k.to_string(), N(k + 1), N(k + 2));
    Row {
        number: k,
        first: N(k),
        cells,
        last: N(k + 3),
    }
}

both! {
    /// What `..` hides was dropped with the pattern: of a parameter, in a tuple, in an item and in an arm.
    fn parts_that_are_hidden(Row { number, .. }: Row, Cells(count, ..): Cells, pair: (Cells, N), rows: Vec<Row>, perhaps: Option<Row>) -> i32 {
        note(number);
        yield_!(number + count);
        let (Cells(count, ..), other) = pair;
        yield_!(count);
        for Row { number, first: _, cells: Cells(_, text, ..), .. } in rows {
            yield_!(number + text.len() as i32);
            note(number);
        }
        if let Some(Row { number, last: _, .. }) = perhaps {
            yield_!(number);
        }
        yield_!(num(&other));
    }
    called (row(10), Cells(1, String::new(), N(2), N(3)), (Cells(4, String::new(), N(5), N(6)), N(7)), vec![row(20), row(30)], Some(row(40))),
        (row(10), Cells(1, String::new(), N(2), N(3)), (Cells(4, String::new(), N(5), N(6)), N(7)), vec![], None)
}

/// A guard with more than one part.
pub struct Ticket {
    pub held: N,
    pub number: i32,
}

impl Drop for Ticket {
    fn drop(&mut self) {
        dropped(format!("-ticket {}", self.number));
    }
}

both! {
    /// A part that the pattern leaves out was moved out of the guard (E0509).
    fn part_left_out_of_a_guard(k: i32) -> i32 {
        let ticket = Ticket { held: n(1), number: op(k) };
        yield_!(0);
        let Ticket { number, .. } = ticket;
        yield_!(number);
        let seen = { let Ticket { number, held: _ } = ticket; number };
        yield_!(seen + 1);
    }
    called (5)
}

/// A guard with a struct in it that has no `Drop`, but one that has.
pub struct Booking(pub Seat, pub i32);

pub struct Seat(pub i32, pub N);

impl Drop for Booking {
    fn drop(&mut self) {
        dropped(format!("-booking {}", self.1));
    }
}

both! {
    /// A struct in a guard was moved out of it (E0509).
    fn struct_in_a_guard_is_looked_into(booking: Booking, more: bool) -> i32 {
        yield_!(0);
        let Booking(Seat(row, _), number) = booking;
        yield_!(row + number);
        match booking {
            Booking(_, number) if number > 1 && more => yield_!(number),
            Booking(Seat(row, ..), _) => yield_!(row),
        }
        yield_!(9);
    }
    called
        (Booking(Seat(1, N(2)), 3), true),
        (Booking(Seat(1, N(2)), 3), false)
}

/// More than a pattern names, and no `Drop` of its own.
pub struct Parcel {
    pub first: N,
    pub weight: i32,
    pub second: N,
}

pub fn parcel(weight: i32) -> Parcel {
    Parcel::new(weight)
}

impl Parcel {
    fn new(weight: i32) -> Parcel {
        Parcel {
            first: N(1),
            weight,
            second: N(2),
        }
    }
}

both! {
    /// What a pattern copies out of a variable leaves it whole: the rest of it was dropped with the arm.
    fn copied_out_of_a_variable(parcel: Parcel, maybe: Option<Parcel>) -> i32 {
        yield_!(0);
        let doubled = 2 * match parcel { Parcel { weight, .. } => weight };
        yield_!(doubled);
        match maybe {
            Some(Parcel { weight, .. }) if weight > 1 => yield_!(weight),
            _ => yield_!(op(7)),
        }
        yield_!(8);
        if let Parcel { weight: weight @ 3.., .. } = parcel {
            yield_!(weight);
        }
        yield_!(9);
    }
    called
        (Parcel::new(3), Some(Parcel::new(4))),
        (Parcel::new(2), None)
}

both! {
    /// The same of a value, which lives as long as its statement.
    fn copied_out_of_a_value(all: Vec<Parcel>) -> i32 {
        match parcel(5) {
            Parcel { weight, .. } => yield_!(weight),
        }
        if let Some(Parcel { weight, .. }) = Some(parcel(6)) && weight > 1 {
            yield_!(weight);
            note(1);
        }
        for Parcel { weight, .. } in all {
            yield_!(weight);
            note(2);
        }
        let (Parcel { weight, .. }, more) = (parcel(7), op(1)) else {
            return;
        };
        yield_!(weight + more);
    }
    called (vec![Parcel::new(3), Parcel::new(4)])
}

/// Expressions of a tree, one of which has a part that nobody takes.
pub enum Term {
    Number(i32),
    Negated(Box<Term>),
    Joined {
        _op: i32,
        left: Box<Term>,
        right: Box<Term>,
    },
}

fn term() -> Term {
    let number = |k| Box::new(Term::Number(k));
    let joined = |_op, left, right| Box::new(Term::Joined { _op, left, right });
    *joined(
        1,
        number(3),
        Box::new(Term::Negated(joined(2, number(4), number(5)))),
    )
}

both! {
    /// References out of a list, whose type does not show, were taken for structs that the parts are moved out of (E0277).
    fn referred_to_by_the_items_of_a_list(root: &Term) -> i32 {
        let mut left_to_do = vec![root];
        while let Some(next) = left_to_do.pop() {
            yield_!(0);
            match next {
                Term::Number(k) => yield_!(*k),
                Term::Negated(of) => left_to_do.push(of),
                Term::Joined { left, right, .. } => {
                    left_to_do.push(right);
                    left_to_do.push(left);
                }
            }
        }
    }
    called (&term())
}

/// Of which each arm takes a part.
pub enum Step {
    Pair(N, i32),
    Next(N, N),
}

both! {
    /// What an arm leaves of the value in a box was dropped before the arm's first yield.
    fn parts_left_in_a_box_by_an_arm(first: Box<Step>, second: Box<Step>) -> i32 {
        let _newer = n(9);
        yield_!(0);
        match *first {
            Step::Pair(_, number) => {
                yield_!(number);
                note(1);
            }
            Step::Next(next, _) => {
                yield_!(num(&next));
                note(2);
            }
        }
        note(3);
        yield_!(2);
        match *second {
            Step::Pair(_, number) => yield_!(number),
            Step::Next(..) => yield_!(4),
        }
        if let Step::Next(left, _) = &*second {
            yield_!(num(left));
        }
        note(5);
    }
    called
        (Box::new(Step::Pair(N(1), 2)), Box::new(Step::Next(N(3), N(4)))),
        (Box::new(Step::Next(N(1), N(2))), Box::new(Step::Pair(N(3), 4)))
}

both! {
    /// `Reverse` has no `Drop`: what it holds is taken out of it, and what that is made of decides.
    fn opened_behind_reverse(numbers: Vec<i32>, words: Vec<(i32, N)>) -> i32 {
        let mut tagged: Vec<_> = numbers.into_iter().map(|k| Reverse(Tagged(k))).collect();
        while let Some(Reverse(Tagged(k))) = tagged.pop() {
            yield_!(k);
            note(k);
        }
        let mut heap: Vec<_> = words.into_iter().map(Reverse).collect();
        while let Some(Reverse((k, word))) = heap.pop() {
            yield_!(k);
            if let Some(Reverse((_, other))) = heap.last() {
                yield_!(other.0 + word.0);
            }
        }
        let Wrapping(sum) = Wrapping(op(3));
        yield_!(sum);
        match Reverse(N(op(9))) {
            Reverse(_) => yield_!(op(8)),
        }
    }
    called (vec![1, 2], vec![(3, N(30)), (4, N(40))])
}

both! {
    /// Behind an arm that borrows and yields, one that copies out of a guard was taken for one that moves (E0277).
    fn an_arm_that_copies_behind_one_that_borrows(flag: bool) -> i32 {
        let k = match Tagged(op(1)) {
            ref whole if flag => {
                let k = whole.0;
                yield_!(k);
                2
            }
            Tagged(k) => op(k) * 10,
        };
        yield_!(k);
    }
    called (false), (true)
}

both! {
    /// A field that is copied out of an element leaves that where it is.
    fn elements_that_are_copied_out_of_stay_in_their_order(k: i32) -> i32 {
        while let [Tagged(x), _, Tagged(y)] = [tagged(k), { yield_!(8); tagged(4) }, tagged(5)] {
            yield_!(x + y);
            break;
        }
        match [tagged(1), tagged(2), tagged(3), tagged(4)] {
            [Tagged(x), _, last, _] => { yield_!(x); yield_!(last.0); }
        }
    }
    called (0), (3)
}
