//! What a pattern binds by `&mut`, with one field borrowed over yields and another in use meanwhile: the frame cannot hold both
//! borrows of one reference (E0521, E0506, E0499).

use crate::both::*;
use std::collections::BTreeMap;

struct Account {
    id: i32,
    notes: Vec<String>,
    tags: BTreeMap<i32, i32>,
    hits: i32,
}

fn account(id: i32) -> Account {
    Account {
        id,
        notes: vec!["a".repeat(id as usize), "bc".to_string()],
        tags: BTreeMap::from([(1, id), (2, id)]),
        hits: 0,
    }
}

struct Bank {
    accounts: Vec<Account>,
    by_name: BTreeMap<i32, Account>,
    current: Option<Account>,
    total: i32,
}

fn bank() -> Bank {
    Bank {
        accounts: vec![account(1), account(2)],
        by_name: BTreeMap::from([(7, account(3))]),
        current: Some(account(4)),
        total: 0,
    }
}

both! {
    fn fields_of_the_items_of_a_list(accounts: &mut Vec<Account>) -> i32 {
        for account in accounts.iter_mut() {
            for note in account.notes.drain(..) {
                account.hits += op(1);
                yield_!(account.id + account.hits + note.len() as i32);
            }
            yield_!(account.hits);
        }
    }
    called
        { let mut accounts = vec![account(1), account(2)]; } (&mut accounts),
        { let mut accounts = vec![]; } (&mut accounts)
}

both! {
    /// The list that is gone through is used again behind the loop, so that goes by number.
    fn a_field_that_is_used_again(accounts: &mut [Account]) -> i32 {
        for account in accounts {
            for note in &account.notes {
                account.hits += op(note.len() as i32);
                yield_!(account.id + account.hits);
            }
            account.notes.clear();
            for tag in account.tags.values_mut() {
                *tag += account.hits;
                yield_!(*tag);
            }
        }
    }
    called { let mut accounts = vec![account(1), account(2)]; } (&mut accounts)
}

both! {
    fn fields_of_numbered_items(bank: &mut Bank) -> i32 {
        for (i, account) in bank.accounts.iter_mut().enumerate().rev() {
            for (_, tag) in &mut account.tags {
                account.hits += 1;
                *tag += account.hits;
                bank.total += op(*tag);
                yield_!(bank.total + i as i32);
            }
        }
        yield_!(bank.total);
    }
    called { let mut bank = bank(); } (&mut bank)
}

both! {
    fn fields_of_the_values_of_a_map(bank: &mut Bank) -> i32 {
        for (name, account) in &mut bank.by_name {
            let mut notes = account.notes.drain(..);
            while let Some(note) = notes.next() {
                account.hits += *name;
                yield_!(op(note.len() as i32) + account.hits);
            }
            drop(notes);
            yield_!(account.hits);
        }
    }
    called { let mut bank = bank(); } (&mut bank)
}

both! {
    fn fields_of_what_an_option_holds(bank: &mut Bank) -> i32 {
        if let Some(account) = &mut bank.current {
            for note in account.notes.iter_mut() {
                account.hits += 1;
                note.push_str(&op(account.hits).to_string());
                yield_!(note.len() as i32);
            }
        }
        match bank.accounts.last_mut() {
            Some(account) if account.id > 1 => {
                for note in account.notes.drain(1..) {
                    account.hits += 1;
                    yield_!(note.len() as i32 + account.hits);
                }
            }
            _ => {}
        }
        yield_!(0);
    }
    called { let mut bank = bank(); } (&mut bank)
}

both! {
    fn fields_of_what_is_found(accounts: &mut Vec<Account>, id: i32) -> i32 {
        let Some(account) = accounts.iter_mut().find(|account| account.id == id) else {
            yield_!(op(-1));
            return;
        };
        for note in account.notes.drain(..) {
            account.hits += 1;
            yield_!(op(note.len() as i32));
        }
        let total = || account.hits + account.id;
        yield_!(total());
    }
    called
        { let mut accounts = vec![account(1), account(2)]; } (&mut accounts, 2),
        { let mut accounts = vec![account(1), account(2)]; } (&mut accounts, 3)
}

both! {
    fn fields_of_a_borrowed_item(accounts: &mut Vec<Account>) -> i32 {
        let account = &mut accounts[0];
        for note in account.notes.drain(..) {
            account.hits += 1;
            yield_!(op(note.len() as i32) + account.id);
        }
        yield_!(account.hits);
    }
    called { let mut accounts = vec![account(1)]; } (&mut accounts)
}

both! {
    fn a_field_that_a_variable_goes_over(account: &mut Account) -> i32 {
        let mut notes = account.notes.drain(..);
        while let Some(note) = notes.next() {
            account.hits += 1;
            yield_!(op(note.len() as i32) + account.id);
        }
        drop(notes);
        yield_!(account.hits);
    }
    called { let mut account = account(1); } (&mut account)
}

both! {
    /// Nothing is borrowed over a yield but what is bound anew.
    fn a_part_of_an_item_that_is_used_again(bank: &mut Bank) -> i32 {
        for (i, account) in bank.accounts.iter_mut().enumerate() {
            if let Some(last) = account.notes.last_mut() {
                yield_!(last.len() as i32);
                last.push_str(&op(5).to_string());
            }
            account.notes.push(i.to_string());
            yield_!(account.notes.len() as i32);
        }
    }
    called { let mut bank = bank(); } (&mut bank)
}

both! {
    /// The names of the first loop are bound anew, by the list; which is not used again behind the last one for that.
    fn fields_behind_what_is_bound_anew(bank: &mut Bank) -> i32 {
        let rate = bank.total + 2;
        for account in &mut bank.accounts {
            account.hits += op(rate);
            yield_!(account.hits);
            if account.hits > 1 {
                account.tags.clear();
            }
        }
        for account in bank.accounts.iter_mut() {
            for note in account.notes.drain(..) {
                yield_!(account.id + op(note.len() as i32));
            }
        }
    }
    called { let mut bank = bank(); } (&mut bank)
}

/// Something to call, and something to drop.
struct Task<F> {
    run: F,
    left: N,
}

both! {
    /// E0277, *the trait bound `N: Copy` is not satisfied*: the closure was asked for its kind before that was known.
    fn a_closure_in_a_field_is_called(k: i32) -> i32 {
        let held = n(k);
        let task = Task { run: move || num(&held), left: n(2) };
        yield_!((task.run)());
        for _ in 0..2 {
            yield_!((task.run)());
        }
        drop(task.left);
        yield_!((task.run)());
        let once = n(3);
        let task = Task { run: move || { let once = once; num(&once) }, left: n(4) };
        yield_!((task.run)());
        yield_!(num(&task.left));
    }
    called (1)
}
