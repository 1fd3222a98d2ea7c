//! What happened, in order.

use std::cell::RefCell;
use std::fmt::{Debug, Display};

thread_local! {
    static EVENTS: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// Something has happened.
pub fn log(event: impl Display) {
    EVENTS.with_borrow_mut(|events| events.push(event.to_string()));
}

/// All that has happened since the last call.
pub fn events() -> String {
    EVENTS.take().join(" ")
}

/// Runs to the end: the items among what the body does.
pub fn all<T: Debug>(mut items: impl Iterator<Item = T>) -> String {
    for item in items.by_ref() {
        log(format!("{item:?}"));
    }
    log("end");
    drop(items);
    events()
}

/// Takes `count` items and drops the generator, which is where the `/` stands.
pub fn part<T: Debug>(count: usize, mut items: impl Iterator<Item = T>) -> String {
    for item in items.by_ref().take(count) {
        log(format!("{item:?}"));
    }
    log("/");
    drop(items);
    events()
}

/// A value that shows its drop.
#[derive(Debug)]
pub struct Noisy(pub &'static str);

impl Noisy {
    /// The length of its name: looks at it, without keeping a borrow.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The same, as an `Option`.
    pub fn some(&self) -> Option<usize> {
        Some(self.0.len())
    }
}

impl Drop for Noisy {
    fn drop(&mut self) {
        log(format!("-{}", self.0));
    }
}

/// Makes one, visibly.
pub fn noisy(name: &'static str) -> Noisy {
    log(format!("+{name}"));
    Noisy(name)
}
