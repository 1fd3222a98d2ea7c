//! What is seen in, or taken out of, values of std: what is a reference need not live on, and what is none has to.

use crate::both::*;

both! {
    /// What is taken out of a list behind a reference is no reference.
    fn taken_out_of_a_list(list: &mut Vec<N>) -> i32 {
        while let Some(item) = list.pop() {
            yield_!(num(&item));
            note(1);
        }
    }
    called { let mut list = vec![N(1)]; } (&mut list)
}

both! {
    /// Nor are the items of an iterator that empties it.
    fn drained(list: &mut Vec<N>) -> i32 {
        for item in list.drain(..) {
            yield_!(num(&item));
            note(1);
        }
    }
    called { let mut list = vec![N(1)]; } (&mut list)
}

both! {
    /// Nor those of an iterator behind a reference.
    fn taken_out_of_an_iterator(items: &mut std::vec::IntoIter<N>) -> i32 {
        for item in items {
            yield_!(num(&item));
            note(1);
        }
    }
    called { let mut items = vec![N(1)].into_iter(); } (&mut items)
}

both! {
    /// The last item of an iterator is the item itself, that of a slice a reference.
    fn last_of_both(items: Vec<N>, kept: &[i32]) -> i32 {
        yield_!(0);
        let ahead = items.into_iter().peekable();
        if let Some(last) = ahead.last() {
            yield_!(num(&last));
            note(1);
        }
        if let Some(last) = kept.last() {
            yield_!(*last);
            note(2);
        }
    }
    called (vec![N(1), N(2)], &[3, 4])
}

both! {
    /// What only looks is gone by the time that the items are taken.
    fn peeked_at(left: Vec<N>, right: Vec<N>) -> i32 {
        let mut left = left.into_iter().peekable();
        let mut right = right.into_iter().peekable();
        loop {
            match (left.peek(), right.peek()) {
                (Some(a), Some(b)) if num(a) <= num(b) => yield_!(num(&left.next().unwrap())),
                (_, Some(_)) => yield_!(num(&right.next().unwrap())),
                (Some(_), None) => {
                    let last = left.next().unwrap();
                    yield_!(num(&last));
                    note(1);
                }
                (None, None) => return,
            }
        }
    }
    called (vec![N(1), N(4), N(5)], vec![N(2), N(3)])
}

both! {
    /// What is made of what is seen is something else.
    fn made_of_what_is_seen(items: Vec<N>, at: Vec<usize>) -> i32 {
        for i in at {
            if let Some(made) = items.get(i).map(|item| n(num(item) + 10)) {
                yield_!(num(&made));
                note(1);
            }
            match items.get(i) {
                Some(item) if num(item) > 1 => yield_!(num(item)),
                Some(_) => yield_!(items.len() as i32),
                None => note(2),
            }
        }
    }
    called (vec![N(1), N(2)], vec![0, 7, 1])
}

both! {
    /// Plain numbers, though no type says so: of a vector, of its elements, and of what was made of it.
    fn lengths(rows: Vec<Vec<N>>, text: &str) -> i32 {
        let (count, empty) = (rows.len(), rows.is_empty());
        let width = rows[0].len();
        let words = text.to_string();
        let long = words.len();
        yield_!(count as i32);
        if !empty {
            yield_!(width as i32);
        }
        drop(rows);
        yield_!((count * width + long) as i32);
    }
    called (vec![vec![N(1), N(2)], vec![N(3), N(4)]], "abc")
}

/// With the names of std, and other results.
pub struct Pile(pub Vec<N>);

impl Pile {
    fn get(&self, at: usize) -> Option<N> {
        self.0.get(at).map(|item| n(num(item) + 20))
    }
}

both! {
    /// What nobody knows to be of std may be anything.
    fn of_ones_own_with_the_names_of_std(pile: Pile) -> i32 {
        yield_!(0);
        if let Some(item) = pile.get(0) {
            yield_!(num(&item));
            note(1);
        }
        note(2);
    }
    called (Pile(vec![N(1), N(2)]))
}

/// With an error that its name does not show.
type Result<T> = std::result::Result<T, N>;

both! {
    /// The error was dropped before its scope ended, as if there were none.
    fn an_alias_of_result(results: Vec<Result<i32>>) -> i32 {
        let mut results: Vec<Result<i32>> = results;
        while let Some(result) = results.pop() {
            yield_!(result.as_ref().map_or(0, |value| *value));
            note(1);
        }
        let failed: Result<i32> = Err(n(9));
        yield_!(failed.is_ok() as i32);
        note(2);
    }
    called (vec![Ok(1), Err(N(2)), Err(N(3))])
}

/// With the name of a method that numbers have not.
trait Pop {
    fn pop(self) -> Option<N>;
}

impl Pop for i32 {
    fn pop(self) -> Option<N> {
        Some(n(self))
    }
}

both! {
    /// What a method of one's own makes of a number is none: it was dropped at once.
    fn popped_off_a_number(from: i32) -> i32 {
        let popped = from.pop();
        yield_!(popped.as_ref().map_or(0, num));
        note(1);
        if let Some(popped) = from.max(7).pop() {
            yield_!(num(&popped));
            note(2);
        }
        note(3);
    }
    called (5)
}

both! {
    /// The items of the inner loop had no type where the loop around the dispatch started (E0282).
    fn items_of_an_inner_loop(cells: [[i32; 3]; 2]) -> i32 {
        for sum in 0..4 {
            let range = 0..=1_usize;
            let rows: Box<dyn Iterator<Item = usize>> = if sum % 2 == 0 { Box::new(range.rev()) } else { Box::new(range) };
            for y in rows {
                yield_!(cells[y][sum / 2]);
            }
        }
    }
    called ([[1, 2, 3], [4, 5, 6]])
}
