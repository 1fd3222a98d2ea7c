//! What operands are made of lives to the end of their statement, though an operand behind them yields.

use crate::both::*;
use std::cell::RefCell;
use std::ops::Deref;
use std::sync::Mutex;

#[derive(PartialEq, PartialOrd)]
struct Key(i32);

impl Drop for Key {
    fn drop(&mut self) {
        dropped(format!("-key {}", self.0));
    }
}

fn key(k: i32) -> Key {
    log(format!("key {k}"));
    Key(k)
}

/// Derefs to its number.
struct Pointer(i32, Key);

impl Deref for Pointer {
    type Target = i32;
    fn deref(&self) -> &i32 {
        log(format!("deref {}", self.0));
        &self.0
    }
}

fn pointer(k: i32) -> Pointer {
    Pointer(k, key(k))
}

both! {
    /// A comparison looks at its operands: they were dropped behind it, and not behind the yield.
    fn operands_of_comparisons(k: i32) -> i32 {
        let same = (key(1) == key(k)) as i32 + { yield_!(2); 3 };
        yield_!(same);
        let all = [key(4) < Key(k), { yield_!(5); true }, Key(6) != key(6)];
        yield_!(all[0] as i32);
        if (key(7) >= key(k)) == { yield_!(8); true } {
            yield_!(9);
        }
        let some = Some(key(10)) == None || { yield_!(11); key(12) > key(13) };
        yield_!(some as i32);
        match (key(14) <= key(k), 15) {
            (true, next) => {
                yield_!(next);
                note(16);
            }
            (false, next) => yield_!(-next),
        }
        let mut left = k;
        let later = left == { left += 1; left } || { yield_!(17); false };
        yield_!(later as i32);
    }
    called (1), (20)
}

fn some(of: &N) -> Option<i32> {
    Some(num(of))
}

both! {
    /// The head of a match that is an operand: what it borrows from was dropped behind the match.
    fn heads_of_matches_that_are_operands(k: i32, cell: &RefCell<i32>) -> i32 {
        let free = || cell.try_borrow_mut().is_ok() as i32;
        let sum = match k + num(&n(1)) {
            3 => num(&n(4)),
            other => { let inner = n(5); yield_!(other); num(&inner) }
        } + num(&n(6));
        yield_!(sum);
        let held = 1 + match *cell.borrow() { 0 => { yield_!(free()); 7 } other => other } + free() + { yield_!(8); 0 };
        yield_!(held + free());
        let pair = (
            match some(&n(9)) { Some(of) => { yield_!(of); of } None => return },
            if let Some(of) = some(&n(10)) { yield_!(of); of } else { 0 },
            n(11),
        );
        yield_!(pair.0 + pair.1);
    }
    called { let cell = RefCell::new(0); } (1, &cell), { let cell = RefCell::new(3); } (2, &cell)
}

fn same(k: &i32) -> &i32 {
    k
}

both! {
    /// What a `*` reaches through a value with a `Deref` was taken for that value (E0369).
    fn values_reached_through_operands(k: &i32) -> i32 {
        let sum = *pointer(1) + { yield_!(2); *pointer(3) } + *same(k);
        yield_!(sum);
        let list = [*same(k), *pointer(4), { yield_!(5); *pointer(6) }, -*pointer(7)];
        yield_!(list[1]);
        if *pointer(8) > { yield_!(9); *k } {
            yield_!((*pointer(10)).abs() + { yield_!(11); 12 });
        }
        let (nested, copied) = (**Box::new(&13) + { yield_!(14); 1 }, *pointer(15) as i64);
        yield_!(nested + copied as i32);
    }
    called { let k = 5; } (&k)
}

both! {
    /// A method that takes the `Result` of a lock had none to take (E0507).
    fn results_of_locks_that_are_taken(lock: &Mutex<i32>) -> i32 {
        let free = || lock.try_lock().is_ok() as i32;
        let mapped = lock.lock().map(|of| *of).unwrap_or(1) + { yield_!(free()); 2 };
        yield_!(mapped);
        let converted = lock.lock().ok().map_or(3, |of| *of) + { yield_!(free()); 4 };
        yield_!(converted);
        let asked = lock.try_lock().is_ok_and(|of| *of > 0) as i32 + { yield_!(free()); 5 };
        yield_!(asked);
        let looked_at = lock.lock().unwrap().abs() + { yield_!(free()); 6 };
        yield_!(looked_at + lock.lock().is_ok() as i32 + { yield_!(free()); 7 });
    }
    called { let lock = Mutex::new(8); } (&lock)
}
