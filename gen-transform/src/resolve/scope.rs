//! The stack of scopes during resolution.

use super::LocalId;
use proc_macro2::{Ident, Span};

/// What tells one variable name from another: the text and, for names that come out of `macro_rules!`, the hygiene.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Key {
    text: String,
    hygiene: String,
}

impl Key {
    pub fn of(ident: &Ident) -> Key {
        Key::new(ident.to_string(), ident.span())
    }

    /// The key of a name written inside a literal, such as a format string.
    pub fn new(text: String, span: Span) -> Key {
        // `self` is one variable whatever macro it went through.
        let hygiene = if text == "self" {
            String::new()
        } else {
            hygiene(span)
        };
        Key {
            text: text.trim_start_matches("r#").to_string(),
            hygiene,
        }
    }
}

/// The syntax context of a span. Stable Rust shows it in the `Debug` form only (`#4 bytes(10..12)`); outside a
/// compiler there is none, and the text alone decides.
fn hygiene(span: Span) -> String {
    let text = format!("{span:?}");
    match text.split_once(' ') {
        Some((context, _)) if context.starts_with('#') => context.to_string(),
        _ => String::new(),
    }
}

/// The names in sight, innermost last. `None` marks a name that an item has taken over.
#[derive(Debug, Default)]
pub struct Scopes {
    names: Vec<(Key, Option<LocalId>)>,
}

impl Scopes {
    /// Runs `within` in a scope of its own.
    pub fn depth(&self) -> usize {
        self.names.len()
    }

    pub fn truncate(&mut self, depth: usize) {
        self.names.truncate(depth);
    }

    pub fn bind(&mut self, key: Key, local: LocalId) {
        self.names.push((key, Some(local)));
    }

    pub fn hide(&mut self, key: Key) {
        self.names.push((key, None));
    }

    pub fn lookup(&self, key: &Key) -> Option<LocalId> {
        self.names
            .iter()
            .rev()
            .find(|(known, _)| known == key)
            .and_then(|(_, local)| *local)
    }
}
