//! Loops that leave out items of a list behind a `&mut` by a test, and the `&mut` used again: the iterator was one reference too many
//! for the frame (E0521, E0499).

use crate::both::*;
use std::collections::VecDeque;

#[derive(Debug)]
struct Item {
    id: u32,
    on: bool,
    notes: Vec<String>,
}

struct Store {
    items: Vec<Item>,
    wanted: u32,
    seen: Vec<u32>,
}

impl Store {
    fn new() -> Store {
        let item = |id, on, notes: &[&str]| {
            let notes = notes.iter().map(|note| note.to_string()).collect();
            Item { id, on, notes }
        };
        Store {
            items: vec![
                item(1, true, &["a", "", "b"]),
                item(2, false, &["q"]),
                item(3, false, &["c"]),
                item(4, true, &["x", "y"]),
                item(5, true, &[]),
            ],
            wanted: 3,
            seen: vec![],
        }
    }
}

both! {
    fn items_and_their_notes(store: &mut Store, only: &[u32]) -> i32 {
        'items: for item in store.items.iter_mut().filter(|item| item.on || item.id == store.wanted) {
            item.on = false;
            for note in item.notes.iter_mut().filter(|note| !note.is_empty()) {
                note.push('!');
                if only.contains(&item.id) { continue 'items; }
                yield_!(op(note.len() as i32));
                store.seen.push(item.id);
                if note == "x!" { break 'items; }
            }
            yield_!(item.id as i32 * 100);
            ev!("{item:?}");
        }
        ev!("{:?}", store.seen);
        store.items.clear();
    }
    called
        { let mut store = Store::new(); } (&mut store, &[]),
        { let mut store = Store::new(); } (&mut store, &[1, 4])
}

both! {
    /// Each test is asked once for each item, and not behind the first that ends the loop.
    fn tests_in_their_order(list: &mut Vec<i32>, limit: &mut i32) -> i32 {
        fn is_odd(x: &&mut i32) -> bool { **x % 2 == 1 }
        for x in list.iter_mut().filter(|x| { ev!("f{x}"); **x != 2 }).take_while(|x| { ev!("w{x}"); **x < 9 }) {
            *x += 1;
            yield_!(op(*x));
            *x += 1;
        }
        for x in list.iter_mut().filter(is_odd) {
            yield_!(*x);
            *x = 0;
        }
        for (i, x) in list.iter().enumerate().rev().filter(|(i, _)| *i != 1) {
            yield_!(i as i32 * 10 + x);
        }
        for _ in list.iter().filter(|x| { *limit += 1; **x < *limit }) {
            yield_!(0);
        }
        list.push(*limit);
        yield_!(list.len() as i32 + *limit);
    }
    called { let (mut list, mut limit) = (vec![1, 2, 3, 9, 5], 3); } (&mut list, &mut limit)
}

both! {
    /// A copy that a test takes is looked at where it is.
    fn tests_that_take_a_copy(queue: &mut VecDeque<(i32, Option<String>)>, log: &mut Vec<i32>) -> i32 {
        for round in 0..3 {
            for (order, slot) in queue.iter_mut().filter(move |(order, _)| *order % 2 == round % 2) {
                *order += 1;
                match slot.take() {
                    Some(n) => {
                        log.push(n.len() as i32);
                        yield_!(op(*order));
                        if round == 0 { *slot = Some(n); }
                    }
                    None => {
                        *slot = Some(round.to_string());
                        yield_!(100 + *order);
                    }
                }
            }
            yield_!(log.len() as i32);
        }
        queue.clear();
    }
    called
        { let mut queue = VecDeque::from([(0, Some("a".to_string())), (1, None), (2, Some("bc".to_string()))]); let mut log = vec![]; } (&mut queue, &mut log)
}
