//! The remedies of docs/limits.md: they compile, and they do what was meant; and the known differences, as long as there are any.

use crate::trace::{Noisy, all, events, log, noisy, part};
use gen_core::{gen_, generator};
use std::collections::BTreeMap;

#[test]
fn own_a_local_instead_of_borrowing_it() {
    #[generator]
    fn by_value(text: String) -> usize {
        let words: Vec<String> = text.split(' ').map(String::from).collect();
        for word in words {
            yield_!(word.len());
        }
    }
    #[generator]
    fn by_index(words: Vec<String>) -> usize {
        for i in 0..words.len() {
            yield_!(words[i].len());
        }
        yield_!(words.len());
    }
    #[generator]
    fn by_parameter(text: &str) -> usize {
        for word in text.split(' ') {
            yield_!(word.len());
        }
    }
    assert_eq!(all(by_value(String::from("a bc"))), "1 2 end");
    assert_eq!(all(by_index(vec![String::from("abc")])), "3 1 end");
    assert_eq!(all(by_parameter("a bc")), "1 2 end");
}

#[test]
fn an_iterator_is_advanced_in_place() {
    #[generator]
    fn in_two_parts(items: Vec<u32>) -> u32 {
        let mut it = items.into_iter();
        while let Some(item) = it.next() {
            if item == 0 {
                break;
            }
            yield_!(item);
        }
        for item in it {
            yield_!(10 * item);
        }
    }
    assert_eq!(all(in_two_parts(vec![1, 2, 0, 3])), "1 2 30 end");
}

#[test]
fn hand_a_closure_what_it_changes() {
    #[generator]
    fn counted() -> u32 {
        let mut total = 0;
        let add = |total: &mut u32, k| *total += k;
        yield_!(1);
        add(&mut total, 2);
        yield_!(total);
    }
    assert_eq!(all(counted()), "1 2 end");
}

#[test]
fn a_mutable_parameter_by_index() {
    #[generator]
    fn bumped(items: &mut Vec<u32>) -> u32 {
        for i in 0..items.len() {
            items[i] += 1;
            yield_!(items[i]);
        }
        items.clear();
        yield_!(0);
    }
    let mut items = vec![1, 2];
    assert_eq!(all(bumped(&mut items)), "2 3 0 end");
    assert!(items.is_empty());
}

#[test]
fn a_mutable_parameter_without_a_name_for_its_borrow() {
    #[generator]
    fn steps(x: &mut u32) -> u32 {
        yield_!(*x);
        yield_!(*x + 1);
        *x = 50;
        yield_!(*x);
        *x += 1;
        yield_!(*x);
    }
    let mut x = 1;
    assert_eq!(all(steps(&mut x)), "1 2 50 51 end");
}

#[test]
fn a_map_behind_a_reference_by_its_keys() {
    #[generator]
    fn raised(map: &mut BTreeMap<u32, u32>) -> u32 {
        for key in map.keys().copied().collect::<Vec<_>>() {
            let Some(value) = map.get_mut(&key) else {
                continue;
            };
            *value += 1;
            yield_!(*value);
        }
        map.clear();
    }
    let mut map = BTreeMap::from([(1, 2), (3, 4)]);
    assert_eq!(all(raised(&mut map)), "3 5 end");
    assert!(map.is_empty());
}

/// Differs: rustc asks once.
#[test]
fn a_method_that_borrows_and_is_called_again() {
    struct List(Vec<u32>);
    impl List {
        fn last_mut(&mut self) -> Option<&mut u32> {
            log("asked");
            self.0.last_mut()
        }
    }
    #[generator]
    fn raised(list: &mut List) -> u32 {
        if let Some(last) = list.last_mut() {
            yield_!(*last);
            *last += 1;
        }
        list.0.clear();
    }
    let mut list = List(vec![1, 2]);
    assert_eq!(all(raised(&mut list)), "asked asked 2 asked end");
}

#[test]
fn an_iterator_parameter_is_advanced_in_place() {
    #[generator]
    fn in_pairs(items: &mut dyn Iterator<Item = u32>) -> u32 {
        for _ in 0..2 {
            for _ in 0..2 {
                let Some(item) = items.next() else { break };
                yield_!(item);
            }
            yield_!(0);
        }
    }
    assert_eq!(all(in_pairs(&mut (1..9))), "1 2 0 3 4 0 end");
}

#[test]
fn a_reference_in_a_local_is_moved_into_the_loop() {
    struct Lists {
        items: Vec<u32>,
        spare: Vec<u32>,
    }
    impl Lists {
        fn fuller(&mut self) -> &mut Vec<u32> {
            if self.items.len() > self.spare.len() {
                &mut self.items
            } else {
                &mut self.spare
            }
        }

        #[generator]
        fn typed(&mut self) -> u32 {
            let items: &mut Vec<u32> = self.fuller();
            yield_!(0);
            for item in items.iter_mut() {
                *item += 1;
                yield_!(*item);
            }
        }

        #[generator]
        fn in_braces(&mut self) -> u32 {
            let items = self.fuller();
            yield_!(0);
            for item in { items }.iter_mut() {
                *item += 1;
                yield_!(*item);
            }
        }
    }
    let mut lists = Lists {
        items: vec![1, 2],
        spare: vec![],
    };
    assert_eq!(all(lists.typed()), "0 2 3 end");
    assert_eq!(all(lists.in_braces()), "0 3 4 end");
}

struct Pair {
    a: Noisy,
    b: Noisy,
}

fn pair() -> Pair {
    Pair {
        a: Noisy("a"),
        b: Noisy("b"),
    }
}

#[test]
fn fields_that_go_their_own_ways_are_locals() {
    #[generator]
    fn renewed() -> usize {
        let Pair { mut a, b } = pair();
        drop(a);
        yield_!(1);
        a = Noisy("c");
        yield_!(2);
        let whole = Pair { a, b };
        yield_!(whole.a.len() + whole.b.len());
    }
    #[generator]
    fn rounds() -> usize {
        for i in 0..2 {
            let Pair { a, b: _b } = pair();
            if i == 1 {
                drop(a);
                yield_!(100);
                continue;
            }
            yield_!(a.len());
        }
    }
    assert_eq!(all(renewed()), "-a 1 2 2 -c -b end");
    assert_eq!(part(1, renewed()), "-a 1 / -b");
    assert_eq!(all(rounds()), "1 -b -a -a 100 -b end");
}

#[test]
fn a_field_is_taken_and_something_left_in_its_place() {
    struct Batch {
        items: Vec<u32>,
        base: u32,
    }
    #[generator]
    fn drained(mut batch: Batch) -> u32 {
        yield_!(batch.base);
        for item in std::mem::take(&mut batch.items) {
            yield_!(item + batch.base);
        }
    }
    let batch = Batch {
        items: vec![1, 2],
        base: 10,
    };
    assert_eq!(all(drained(batch)), "10 11 12 end");
}

#[test]
fn a_collection_of_ones_own_leaves_its_default_behind() {
    struct Bag(Noisy);
    impl Default for Bag {
        fn default() -> Self {
            Bag(noisy("default"))
        }
    }
    impl IntoIterator for Bag {
        type Item = Noisy;
        type IntoIter = std::iter::Once<Noisy>;
        fn into_iter(self) -> Self::IntoIter {
            std::iter::once(self.0)
        }
    }
    struct Order {
        bag: Bag,
        name: Noisy,
    }
    #[generator]
    fn emptied(order: Order) -> usize {
        yield_!(0);
        drop(order.bag);
        yield_!(order.name.len());
    }
    let order = Order {
        bag: Bag(Noisy("bag")),
        name: Noisy("name"),
    };
    assert_eq!(all(emptied(order)), "0 +default -bag 4 -default -name end");
}

#[test]
fn a_copied_field_of_a_guard_is_looked_at() {
    struct Guard {
        name: Noisy,
        count: usize,
    }
    impl Drop for Guard {
        fn drop(&mut self) {
            log(format!("guard of {}", self.name.0));
        }
    }
    fn count() -> usize {
        3
    }
    #[generator]
    fn counted() -> usize {
        let guard = Guard {
            name: Noisy("a"),
            count: count(),
        };
        yield_!(0);
        let &count = &guard.count;
        yield_!(guard.name.len() + count);
    }
    assert_eq!(all(counted()), "0 4 guard of a -a end");

    #[generator]
    fn numbered(tagged: Tagged) -> usize {
        yield_!(0);
        let &Tagged(number, _) = &tagged;
        yield_!(number);
    }
    assert_eq!(
        all(numbered(Tagged(7, Noisy("a")))),
        "0 7 -tag 7 of a -a end"
    );
}

#[test]
fn a_field_that_jumps_is_evaluated_first() {
    #[generator]
    fn renamed(base: Pair, name: Option<Noisy>) -> Option<usize> {
        yield_!(Some(0));
        let a = name?;
        let next = Pair { a, ..base };
        yield_!(Some(next.b.len()));
    }
    let pair = || Pair {
        a: Noisy("a"),
        b: Noisy("b"),
    };
    let trace = |name| all(renamed(pair(), name).map(|item| item.map_or(9, |it| it)));
    assert_eq!(trace(Some(Noisy("new"))), "0 1 -new -b -a end");
    assert_eq!(trace(None), "0 -a -b 9 end");
}

/// A number with a name, whose drops can be seen.
struct Tagged(
    usize,
    #[allow(dead_code, reason = "its drop is what is seen")] Noisy,
);

impl Drop for Tagged {
    fn drop(&mut self) {
        log(format!("-tag {} of {}", self.0, self.1.0));
    }
}

#[test]
fn patterns_name_every_part() {
    #[generator]
    fn named(pair: Pair) -> usize {
        yield_!(0);
        let Pair { a, b: _b } = pair;
        yield_!(a.len());
    }
    assert_eq!(all(named(pair())), "0 1 -b -a end");
}

#[test]
fn a_map_of_references_has_a_written_type() {
    #[generator]
    fn counted(text: String) -> usize {
        let mut by_name: std::collections::HashMap<&str, u32> = std::collections::HashMap::new();
        by_name.insert(&text, 1);
        yield_!(by_name.len());
        yield_!(text.len());
    }
    assert_eq!(all(counted("abc".into())), "1 3 end");
}

#[test]
fn a_view_ends_before_the_yield() {
    struct Lexer<'t> {
        rest: std::str::Chars<'t>,
        seen: Vec<char>,
    }
    impl<'t> Lexer<'t> {
        fn new(text: &'t str) -> Self {
            let rest = text.chars();
            Lexer { rest, seen: vec![] }
        }
        fn tokens(&mut self) -> Vec<char> {
            self.seen.extend(self.rest.by_ref());
            self.seen.clone()
        }
    }
    #[generator]
    fn dropped(text: String) -> char {
        let mut lexer = Lexer::new(&text);
        let tokens = lexer.tokens();
        drop(lexer);
        for token in tokens {
            yield_!(token);
        }
    }
    #[generator]
    fn in_a_block(text: String) -> char {
        let tokens = {
            let mut lexer = Lexer::new(&text);
            lexer.tokens()
        };
        for token in tokens {
            yield_!(token);
        }
    }
    assert_eq!(all(dropped("ab".into())), "'a' 'b' end");
    assert_eq!(all(in_a_block("ab".into())), "'a' 'b' end");
}

#[test]
fn a_reference_in_a_field_is_taken_out_of_it() {
    struct Halves<'a> {
        items: &'a mut [u32],
        at: usize,
    }
    impl<'a> Halves<'a> {
        #[generator]
        fn both(self) -> &'a mut [u32] {
            let Halves { items, at } = self;
            let (left, right) = items.split_at_mut(at);
            yield_!(left);
            yield_!(right);
        }
    }
    let mut items = [1, 2, 3];
    let halves = Halves {
        items: &mut items,
        at: 1,
    };
    assert_eq!(all(halves.both()), "[1] [2, 3] end");
}

#[test]
fn a_receiver_in_braces_is_moved() {
    struct Journal(u32);
    impl Journal {
        fn finish(self, last: impl Fn(u32) -> u32) -> u32 {
            last(self.0)
        }
    }
    #[generator]
    fn braces(journal: Journal) -> u32 {
        yield_!(1);
        yield_!({ journal }.finish(|n| n + 1));
    }
    #[generator]
    fn by_path(journal: Journal) -> u32 {
        yield_!(1);
        yield_!(Journal::finish(journal, |n| n + 1));
    }
    #[generator]
    fn boxed(boxed: Box<Journal>) -> u32 {
        yield_!(1);
        yield_!({ *boxed }.finish(|n| n + 1));
    }
    impl Journal {
        fn get(self) -> u32 {
            self.0
        }
    }
    fn journal(n: u32) -> Journal {
        Journal(n)
    }
    #[generator]
    fn with_a_name_of_std() -> u32 {
        let journal = journal(4);
        yield_!(1);
        yield_!({ journal }.get() + 1);
    }
    assert_eq!(all(with_a_name_of_std()), "1 5 end");
    assert_eq!(all(braces(Journal(4))), "1 5 end");
    assert_eq!(all(by_path(Journal(4))), "1 5 end");
    assert_eq!(all(boxed(Box::new(Journal(4)))), "1 5 end");
}

macro_rules! twice {
    ($value:expr) => {
        [$value, $value]
    };
}

#[test]
fn yields_stay_outside_of_unknown_macros() {
    #[generator]
    fn outside() -> u32 {
        let n = {
            yield_!(1);
            2
        };
        yield_from!(twice!(n));
    }
    assert_eq!(all(outside()), "1 2 2 end");
}

macro_rules! five_and_six {
    () => {
        (5, 6)
    };
}

#[test]
fn a_macro_gives_values_and_the_body_declares() {
    #[generator]
    fn declared() -> u32 {
        let (a, b) = five_and_six!();
        yield_!(a);
        yield_!(b);
    }
    assert_eq!(all(declared()), "5 6 end");
}

macro_rules! consume {
    ($value:expr) => {
        drop($value)
    };
}

#[test]
fn a_macro_may_move_text() {
    #[generator]
    fn consumed(words: Vec<String>, count: usize) -> usize {
        let text = "a".repeat(count);
        let _guard = Noisy("guard");
        yield_!(1);
        if words.is_empty() {
            consume!(text);
        } else {
            consume!((text, words));
        }
        yield_!(2);
    }
    assert_eq!(all(consumed(Vec::new(), 1)), "1 2 -guard end");
    assert_eq!(all(consumed(vec![String::new()], 1)), "1 2 -guard end");
}

#[test]
fn what_a_macro_moves_is_moved_into_its_block() {
    #[generator]
    fn consumed() -> u32 {
        let value = Noisy("value");
        yield_!(1);
        {
            let value = value;
            consume!(value);
        }
        log("after");
        yield_!(2);
    }
    assert_eq!(all(consumed()), "1 -value after 2 end");
}

#[test]
fn a_closure_in_braces_is_called_once() {
    #[generator]
    fn once(text: String) -> usize {
        let guard = Noisy("guard");
        let give = move || (text, guard.len());
        yield_!(1);
        let (text, held) = { give }();
        yield_!(text.len() + held);
    }
    assert_eq!(all(once(String::from("ab"))), "1 -guard 7 end");
}

/// Differs: rustc keeps the entry, and so its key, to the end of the block.
#[test]
fn the_key_of_an_entry_that_nothing_takes() {
    use std::collections::btree_map::{BTreeMap, Entry};

    #[derive(PartialEq, Eq, PartialOrd, Ord)]
    struct Key;
    impl Drop for Key {
        fn drop(&mut self) {
            log("-key");
        }
    }
    #[generator]
    fn found(map: &mut BTreeMap<Key, u32>) -> bool {
        let entry = map.entry(Key);
        let found = matches!(entry, Entry::Occupied(_));
        yield_!(found);
    }
    assert_eq!(all(found(&mut BTreeMap::new())), "-key false end");
}

/// Differs: rustc leaves the variable where it is and drops it at the end of its scope.
#[test]
fn a_closure_takes_the_variable_of_a_field() {
    #[generator]
    fn field() -> usize {
        let guard = Noisy("guard");
        {
            let f = move |k: usize| k + guard.0.len();
            yield_!(f(1));
        }
        log("after");
        yield_!(2);
    }
    assert_eq!(all(field()), "6 -guard after 2 end");
}

/// Differs: rustc drops what is captured in the order in which it is mentioned.
#[test]
fn a_block_drops_what_it_may_take_first() {
    fn shown(last: bool) -> impl Iterator<Item = usize> {
        let (shown, given) = (Noisy("shown"), Noisy("given"));
        gen_!(move {
            yield_!(shown.len());
            if last {
                drop(given);
            }
        })
    }
    assert_eq!(all(shown(true)), "5 -given -shown end");
    assert_eq!(all(shown(false)), "5 -given -shown end");
    fn bound(last: bool) -> impl Iterator<Item = usize> {
        let (shown, given) = (Noisy("shown"), Noisy("given"));
        gen_!(move {
            let shown = shown;
            yield_!(shown.len());
            if last {
                drop(given);
            }
        })
    }
    assert_eq!(all(bound(false)), "5 -shown -given end");
}

/// Differs: rustc keeps the second to the end of the branch.
#[test]
#[allow(
    irrefutable_let_patterns,
    reason = "it is about what a condition keeps"
)]
fn parts_that_two_dots_stand_for() {
    fn pair() -> (Noisy, Noisy) {
        (Noisy("first"), Noisy("second"))
    }
    #[generator]
    fn firsts() -> usize {
        match pair() {
            (first, ..) => yield_!(first.len()),
        }
    }
    assert_eq!(all(firsts()), "-second 5 -first end");
}

/// Differs: rustc keeps it where the box is.
#[test]
fn an_arm_that_takes_nothing_out_of_a_box() {
    enum Step {
        Next(Noisy),
        Last(#[expect(dead_code, reason = "it is there to be dropped")] Noisy),
    }
    fn step(last: bool) -> Box<Step> {
        Box::new(match last {
            true => Step::Last(Noisy("last")),
            false => Step::Next(Noisy("next")),
        })
    }
    #[generator]
    fn inferred(last: bool) -> usize {
        let step = step(last);
        yield_!(9);
        match *step {
            Step::Next(next) => yield_!(next.len()),
            Step::Last(_) => yield_!(0),
        }
        yield_!(1);
    }
    assert_eq!(all(inferred(true)), "9 -last 0 1 end");
    assert_eq!(all(inferred(false)), "9 4 -next 1 end");
    #[generator]
    fn written(last: bool) -> usize {
        let step: Box<Step> = step(last);
        yield_!(9);
        match *step {
            Step::Next(next) => yield_!(next.len()),
            Step::Last(_) => yield_!(0),
        }
        yield_!(1);
    }
    assert_eq!(all(written(true)), "9 0 1 -last end");
}

/// Differs: rustc keeps it to the end of the block.
#[test]
fn types_with_the_names_of_others() {
    struct String(Noisy);
    #[generator]
    fn texts() -> usize {
        let text: String = String(Noisy("text"));
        yield_!(text.0.len());
        yield_!(0);
    }
    assert_eq!(all(texts()), "-text 4 0 end");

    struct Wrapping(u32);
    impl Drop for Wrapping {
        fn drop(&mut self) {
            log("-wrapping");
        }
    }
    #[generator]
    fn wrapped() -> u32 {
        match Wrapping(1) {
            Wrapping(n) => yield_!(n),
        }
    }
    assert_eq!(all(wrapped()), "-wrapping 1 end");
}

/// Differs: rustc keeps the struct to the end of the block.
#[test]
fn a_unit_struct_that_is_borrowed() {
    struct Guard;
    impl Drop for Guard {
        fn drop(&mut self) {
            log("-guard");
        }
    }
    #[generator]
    fn shared() -> u32 {
        let _guard = &Guard;
        yield_!(1);
    }
    #[generator]
    fn exclusive() -> u32 {
        let _guard = &mut Guard;
        yield_!(1);
    }
    assert_eq!(all(shared()), "-guard 1 end");
    assert_eq!(all(exclusive()), "1 -guard end");
}

/// Differs: rustc drops the newest first.
#[test]
fn a_panic_drops_what_no_yield_keeps_first() {
    #[generator]
    fn panics(fails: bool) -> usize {
        let a = Noisy("a");
        let b = Noisy("b");
        assert!(!fails);
        drop(a);
        yield_!(b.len());
    }
    let mut items = panics(true);
    let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| items.next()));
    assert!(result.is_err());
    assert_eq!(events(), "-a -b");
}

/// Differs: rustc drops what is newer first.
#[test]
fn a_panic_drops_what_is_being_replaced_first() {
    struct Pair {
        a: Noisy,
        b: Noisy,
    }
    fn next(name: Noisy, fails: bool) -> Noisy {
        drop(name);
        assert!(!fails);
        Noisy("next")
    }
    #[generator]
    fn panics(mut pair: Pair, fails: bool) -> usize {
        let newer = Noisy("newer");
        yield_!(0);
        pair.a = next(pair.a, fails);
        yield_!(pair.a.len() + pair.b.len());
        yield_!(newer.len());
    }
    let pair = || Pair {
        a: Noisy("a"),
        b: Noisy("b"),
    };
    assert_eq!(all(panics(pair(), false)), "0 -a 5 5 -newer -next -b end");
    let mut items = panics(pair(), true);
    assert_eq!(items.next(), Some(0));
    let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| items.next()));
    assert!(result.is_err());
    assert_eq!(events(), "-a -b -newer");
}

/// Differs: rustc drops what is newer first.
#[test]
fn a_panic_drops_what_a_macro_is_given_first() {
    macro_rules! check {
        ($name:expr, $holds:expr) => {
            assert!($name.len() == 3 && $holds)
        };
    }
    #[generator]
    fn panics(fails: bool) -> usize {
        let older = Noisy("old");
        let newer = Noisy("new");
        yield_!(0);
        check!(older, !fails);
        yield_!(older.len() + newer.len());
    }
    assert_eq!(all(panics(false)), "0 6 -new -old end");
    let mut items = panics(true);
    assert_eq!(items.next(), Some(0));
    let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| items.next()));
    assert!(result.is_err());
    assert_eq!(events(), "-old -new");
}

/// Differs: rustc drops it at the end of its scope.
#[test]
fn what_a_macro_that_returns_may_move_ends_with_it() {
    macro_rules! return_if {
        ($holds:expr, $name:expr) => {
            if $holds {
                drop($name);
                return;
            }
        };
    }
    #[generator]
    fn names(fails: bool) -> u32 {
        {
            let name = Noisy("a");
            return_if!(fails, name);
            log("goes on");
        }
        yield_!(1);
    }
    assert_eq!(all(names(true)), "-a end");
    assert_eq!(all(names(false)), "-a goes on 1 end");
}

/// Differs: rustc drops an array from the last element if a pattern takes elements out of it.
#[test]
fn an_array_to_be_taken_apart_is_dropped_from_the_first() {
    #[generator]
    fn array() -> usize {
        let array = [Noisy("one"), Noisy("two")];
        yield_!(1);
        let [x, _] = array;
        yield_!(x.len());
    }
    let mut items = array();
    items.next();
    drop(items);
    assert_eq!(events(), "-one -two");
    #[generator]
    fn arms(flag: bool) -> usize {
        match [Noisy("one"), Noisy("two"), Noisy("three")] {
            [_, x, _] if flag => yield_!(x.len()),
            [.., x] => yield_!(x.len()),
        }
    }
    assert_eq!(all(arms(false)), "5 -three -one -two end");
}

#[test]
fn boxes_in_boxes_are_opened_one_after_the_other() {
    #[generator]
    fn lengths() -> usize {
        let boxed = Box::new(Box::new(Noisy("a")));
        yield_!(0);
        let inner = *boxed;
        let noisy = *inner;
        yield_!(noisy.len());
    }
    assert_eq!(all(lengths()), "0 1 -a end");
}

macro_rules! size_of {
    ($list:expr) => {
        $list.len()
    };
}

#[test]
fn what_a_macro_borrows_in_a_head_is_copied_first() {
    macro_rules! first {
        ($list:expr) => {
            $list.iter().next()
        };
    }
    #[generator]
    fn firsts(words: Vec<String>) -> usize {
        yield_!(0);
        let first = first!(words).cloned();
        if let Some(word) = first {
            yield_!(word.len());
        }
        yield_!(words.len());
    }
    assert_eq!(all(firsts(vec![String::from("abc")])), "0 3 1 end");
}

#[test]
#[allow(
    clippy::replace_box,
    reason = "what was in the box has been moved out of it"
)]
fn a_box_is_made_anew() {
    #[generator]
    fn lengths(mut text: Box<Noisy>) -> usize {
        yield_!(text.len());
        drop(*text);
        text = Box::new(Noisy("again"));
        yield_!(text.len());
    }
    assert_eq!(
        all(lengths(Box::new(Noisy("first")))),
        "5 -first 5 -again end"
    );
}

#[test]
fn an_async_block_takes_what_it_captures() {
    #[generator]
    fn tasks(text: Noisy) -> usize {
        let task = async move { text };
        yield_!(1);
        drop(task);
        yield_!(2);
    }
    assert_eq!(all(tasks(Noisy("text"))), "1 -text 2 end");
}

#[test]
fn closures_in_lists_are_boxed() {
    #[generator]
    fn stepped(mut number: u32) -> u32 {
        let mut steps: Vec<Box<dyn Fn(u32) -> u32>> = Vec::new();
        let mut last: Option<Box<dyn Fn(u32) -> u32>> = None;
        yield_!(number);
        steps.push(Box::new(|number| number + 1));
        steps.push(Box::new(move |other| number * other));
        for step in &steps[..] {
            number = step(number);
        }
        yield_!(number);
        last.replace(Box::new(|number| number - 1));
        yield_!(last.map_or(0, |step| step(number)));
    }
    assert_eq!(stepped(3).collect::<Vec<_>>(), [3, 12, 11]);
}

#[test]
fn a_state_has_a_written_type() {
    enum State {
        Count(usize),
        Text(Noisy),
    }
    fn first(count: usize) -> State {
        match count {
            0 => State::Text(Noisy("text")),
            count => State::Count(count),
        }
    }
    #[generator]
    fn steps(count: usize) -> usize {
        let state: State = first(count);
        for _ in 0..2 {
            match state {
                State::Count(n) => yield_!(n),
                State::Text(text) => return yield_!(text.len()),
            }
        }
    }
    assert_eq!(all(steps(0)), "4 -text end");
    assert_eq!(all(steps(3)), "3 3 end");
}

#[test]
fn a_closure_that_hands_a_variable_to_a_macro_is_mut() {
    #[generator]
    fn shares(list: Vec<u32>) -> usize {
        yield_!(0);
        {
            #[allow(unused_mut)]
            let mut share = |n: usize| n * size_of!(list);
            log(share(2) + share(3));
        }
        yield_!(list.len());
    }
    assert_eq!(all(shares(vec![1, 2])), "0 10 2 end");
}

macro_rules! show {
    ($list:expr) => {
        log(format!("{} {:?}", stringify!($list), $list))
    };
    ($text:literal, $list:ident) => {
        log(format!($text, $list))
    };
}

#[test]
fn what_a_macro_shows_beside_a_borrow_is_a_reference() {
    #[generator]
    fn shown(words: Vec<&'static str>) -> usize {
        yield_!(0);
        let all = &words;
        for word in all {
            if word.is_empty() {
                return;
            }
            show!(all);
            show!("{:?}", all);
        }
        yield_!(words.len());
    }
    let trace = r#"0 all ["a", "b"] ["a", "b"] all ["a", "b"] ["a", "b"] 2 end"#;
    assert_eq!(all(shown(vec!["a", "b"])), trace);
}

#[test]
fn what_a_head_needs_has_a_name() {
    struct List;
    impl List {
        fn first_one(&self) -> Noisy {
            Noisy("t")
        }
    }
    #[generator]
    fn unnamed() -> usize {
        match List.first_one().len() {
            n => {
                yield_!(n);
                log("arm ends");
            }
        }
    }
    #[generator]
    fn named() -> usize {
        let value = Noisy("t");
        match value.len() {
            n => {
                yield_!(n);
                log("arm ends");
            }
        }
    }
    #[generator]
    fn each_round() -> usize {
        let mut rounds = 0;
        loop {
            let value = Noisy("t");
            let Some(n) = value.some() else { break };
            if rounds == 2 {
                break;
            }
            rounds += 1;
            yield_!(n);
        }
    }
    assert_eq!(all(unnamed()), "-t 1 arm ends end");
    assert_eq!(all(named()), "1 arm ends -t end");
    assert_eq!(all(each_round()), "1 -t 1 -t -t end");
}

#[test]
fn a_view_of_a_temporary_in_a_head() {
    struct View<'a>(&'a Noisy);
    impl View<'_> {
        fn size(&self) -> usize {
            self.0.len()
        }
    }
    fn view(of: &Noisy) -> View<'_> {
        View(of)
    }
    #[generator]
    fn named() -> usize {
        let size = view(&Noisy("t")).size();
        match size {
            size => yield_!(size),
        }
    }
    assert_eq!(all(named()), "-t 1 end");
}

#[test]
fn what_the_item_needs_has_a_name() {
    #[generator]
    fn named() -> usize {
        let value = Noisy("t");
        yield_!(value.len());
        log("resumed");
    }
    assert_eq!(all(named()), "1 resumed -t end");
}

#[test]
fn a_name_outlives_the_else_in_every_edition() {
    #[generator]
    fn named(name: &'static str) -> usize {
        let value = Noisy(name);
        if let Some(n @ 1..) = value.some() {
            yield_!(n);
        } else {
            log("else");
            yield_!(0);
        }
    }
    assert_eq!(all(named("")), "else 0 - end");
    assert_eq!(all(named("t")), "1 -t end");
}

#[test]
fn closures_as_items_are_made_elsewhere() {
    fn adder(n: u32) -> impl Fn(u32) -> u32 {
        move |x| x + n
    }
    #[generator]
    fn adders() -> impl Iterator<Item = impl Fn(u32) -> u32> {
        for n in 0..3 {
            yield_!(adder(n));
        }
    }
    #[generator]
    fn boxed() -> Box<dyn Fn(u32) -> u32> {
        for n in 0..3 {
            yield_!(Box::new(move |x| x + n));
        }
    }
    let results: Vec<u32> = adders().map(|add| add(10)).collect();
    assert_eq!(results, [10, 11, 12]);
    let results: Vec<u32> = boxed().map(|add| add(10)).collect();
    assert_eq!(results, [10, 11, 12]);
}

#[test]
#[allow(non_snake_case, reason = "it is what this is about")]
fn upper_case_names_are_bound_by_let() {
    #[generator]
    fn by_let(n: u32) -> u32 {
        let N = n;
        yield_!(N);
        yield_!(N + 1);
    }
    #[generator]
    fn by_at(n: Option<u32>) -> u32 {
        if let Some(N @ _) = n {
            yield_!(N);
            yield_!(N + 1);
        }
    }
    assert_eq!(all(by_let(1)), "1 2 end");
    assert_eq!(all(by_at(Some(1))), "1 2 end");
}

#[test]
fn arguments_that_yield_come_before_the_call() {
    #[generator]
    fn pushed() -> usize {
        let mut list = Vec::new();
        let value = {
            yield_!(0);
            3
        };
        list.push(value);
        yield_!(list[0] + list.len());
    }
    assert_eq!(all(pushed()), "0 4 end");
}

#[test]
fn a_reference_that_says_so_waits_for_an_argument() {
    #[generator]
    fn pushed(list: Option<&mut Vec<u32>>) -> u32 {
        let Some(list) = list else { return };
        let list: &mut Vec<u32> = list;
        list.push({
            yield_!(0);
            3
        });
        yield_!(list[0]);
    }
    assert_eq!(pushed(Some(&mut Vec::new())).collect::<Vec<_>>(), [0, 3]);
    assert_eq!(pushed(None).collect::<Vec<_>>(), []);
}

#[test]
fn a_future_is_an_item() {
    #[generator]
    fn futures() -> std::future::Ready<u32> {
        for n in 0..3 {
            yield_!(std::future::ready(n));
        }
    }
    let values: Vec<u32> = futures().map(std::future::Ready::into_inner).collect();
    assert_eq!(values, [0, 1, 2]);
}

/// Differs: rustc keeps the temporary to the end of the statement.
#[test]
fn a_method_of_a_temporary_beside_an_operand_that_yields() {
    struct Maker;
    impl Maker {
        fn made(&self) -> Noisy {
            noisy("one")
        }
    }
    #[generator]
    fn added() -> usize {
        let sum = Maker.made().len() + {
            yield_!(1);
            2
        };
        yield_!(sum);
    }
    assert_eq!(all(added()), "+one -one 1 5 end");

    fn pair() -> (Noisy, Noisy) {
        (Noisy("one"), Noisy("two"))
    }
    fn paired(one: Noisy) -> (Noisy, usize) {
        (one, 5)
    }
    #[generator]
    fn of_bound() -> usize {
        match pair() {
            (one, _other) => {
                let sum = paired(one).1 + {
                    yield_!(1);
                    2
                };
                yield_!(sum);
            }
        }
    }
    assert_eq!(all(of_bound()), "-one 1 7 -two end");
}

/// Differs: rustc drops the variable, and what is returned, at the end of the scope.
#[test]
fn methods_with_the_names_of_others() {
    struct Scores(Noisy);
    impl Scores {
        fn max(&self) -> usize {
            self.0.len()
        }
        fn values(&self) -> Noisy {
            Noisy("values")
        }
    }
    fn scores() -> Scores {
        Scores(Noisy("scores"))
    }
    #[generator]
    fn best() -> usize {
        let scores = scores();
        yield_!(0);
        let best = scores.max();
        yield_!(best);
    }
    assert_eq!(all(best()), "0 -scores 6 end");

    #[generator]
    fn by_path() -> usize {
        let scores = scores();
        yield_!(0);
        let best = Scores::max(&scores);
        yield_!(best);
    }
    assert_eq!(all(by_path()), "0 6 -scores end");

    #[generator]
    fn of_written_type() -> usize {
        let scores: Scores = scores();
        yield_!(0);
        let best = scores.max();
        yield_!(best);
    }
    assert_eq!(all(of_written_type()), "0 6 -scores end");

    #[generator]
    fn held(scores: Scores) -> usize {
        let _values = scores.values();
        yield_!(1);
    }
    assert_eq!(all(held(Scores(Noisy("scores")))), "-values 1 -scores end");
}

/// Differs: rustc drops it at the end of the scope.
#[test]
fn a_macro_that_declares_what_nobody_names() {
    macro_rules! guarded {
        ($name:expr) => {
            let _guard = Noisy($name);
        };
    }
    #[generator]
    fn inside() -> usize {
        guarded!("guard");
        yield_!(1);
    }
    assert_eq!(all(inside()), "-guard 1 end");
}

#[test]
fn what_is_in_a_field_is_taken_out_of_a_variable() {
    enum Kind {
        Word(Noisy),
        End,
    }
    struct Token {
        kind: Kind,
        line: usize,
    }
    #[generator]
    fn words(token: Token) -> usize {
        yield_!(token.line);
        let Token { kind, line } = token;
        match kind {
            Kind::Word(word) => yield_!(word.len()),
            Kind::End => {}
        }
        yield_!(line);
    }
    let token = |kind| Token { kind, line: 7 };
    assert_eq!(all(words(token(Kind::Word(Noisy("w"))))), "7 1 -w 7 end");
    assert_eq!(all(words(token(Kind::End))), "7 7 end");

    struct Job {
        name: Noisy,
        run: Box<dyn FnOnce() -> usize>,
    }
    #[generator]
    fn jobs(jobs: Vec<Job>) -> usize {
        for job in jobs {
            yield_!(job.name.len());
            let Job { name: _name, run } = job;
            yield_!(run());
        }
    }
    let job = Job {
        name: Noisy("job"),
        run: Box::new(|| 4),
    };
    assert_eq!(all(jobs(vec![job])), "3 4 -job end");
}

#[repr(C, packed)]
struct Packed {
    kind: u8,
    length: u32,
}

impl Packed {
    fn length(&self) -> u32 {
        self.length
    }
}

#[test]
fn a_field_of_a_packed_struct_is_read_in_a_method() {
    #[generator]
    fn numbers() -> u32 {
        let packed = Packed { kind: 1, length: 2 };
        yield_!(packed.length);
        yield_!(u32::from(packed.kind));
        yield_!(packed.length());
    }
    assert_eq!(numbers().collect::<Vec<_>>(), [2, 1, 2]);
}

/// Differs: rustc makes it where it stands, and it lives to the end of the `match`.
#[test]
fn constants_with_a_drop_are_made_late() {
    const HELD: Noisy = Noisy("held");
    #[generator]
    fn operand() -> usize {
        let pair = (HELD, {
            yield_!(1);
            2
        });
        yield_!(pair.1);
    }
    assert_eq!(part(1, operand()), "1 /");
    #[generator]
    fn named() -> usize {
        let held = HELD;
        let pair = (held, {
            yield_!(1);
            2
        });
        yield_!(pair.1);
    }
    assert_eq!(part(1, named()), "1 / -held");
}

/// Differs: rustc drops the newest first.
#[test]
fn a_move_closure_is_made_behind_an_operand_that_yields() {
    #[generator]
    fn lengths() -> usize {
        let held = Noisy("held");
        let parts = (Noisy("first"), move || held.len(), {
            yield_!(1);
            2
        });
        yield_!((parts.1)() + parts.2);
    }
    assert_eq!(part(1, lengths()), "1 / -first -held");
    assert_eq!(all(lengths()), "1 6 -first -held end");
}

/// Differs: rustc keeps it to the end of the statement.
#[test]
fn a_match_in_an_operand_ends_what_it_takes_apart() {
    #[generator]
    fn lengths() -> usize {
        let sum = match Noisy("matched") {
            Noisy(name) => name.len(),
        } + {
            yield_!(1);
            2
        };
        yield_!(sum);
    }
    assert_eq!(all(lengths()), "-matched 1 9 end");
    #[generator]
    fn named() -> usize {
        let matched = Noisy("matched");
        let sum = match &matched {
            Noisy(name) => name.len(),
        } + {
            yield_!(1);
            2
        };
        drop(matched);
        yield_!(sum);
    }
    assert_eq!(all(named()), "1 -matched 9 end");
}

macro_rules! shown {
    ($value:expr) => {
        format!("{} = {}", stringify!($value), $value)
    };
}

/// Differs: the names are those of the body.
#[test]
fn texts_of_names_that_hide_others() {
    struct Counted(u32);
    impl Counted {
        #[generator]
        fn texts(&self, k: u32) -> String {
            yield_!(shown!(k));
            let k = k + 1;
            yield_!(shown!(k));
            yield_!(shown!(self.0));
            yield_!(stringify!(self.k).to_string());
        }
    }
    let texts: Vec<String> = Counted(3).texts(1).collect();
    assert_eq!(texts, ["k = 1", "k_1 = 2", "this.0 = 3", "self.k"]);
}

#[test]
fn branches_of_two_types_have_a_name() {
    use std::fmt::Display;
    fn length(shown: Box<dyn Display>) -> usize {
        shown.to_string().len()
    }
    #[generator]
    fn lengths(flag: bool) -> usize {
        let shown: Box<dyn Display> = if flag {
            Box::new(1_u8)
        } else {
            yield_!(0);
            Box::new("one")
        };
        yield_!(length(shown));
    }
    assert_eq!(all(lengths(true)), "1 end");
    assert_eq!(all(lengths(false)), "0 3 end");
}

#[test]
fn a_closure_behind_a_yield_has_types() {
    #[generator]
    fn lengths(words: Vec<String>) -> usize {
        let all = words.into_iter().fold(String::new(), {
            yield_!(0);
            |all: String, word: String| all + &word
        });
        yield_!(all.len());
    }
    assert_eq!(all(lengths(vec!["a".into(), "bc".into()])), "0 3 end");
}
