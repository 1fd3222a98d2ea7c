//! The stack of scopes during resolution.

use super::LocalId;
use proc_macro2::{Ident, Span};
use syn::Lifetime;

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

/// What tells one label from another, as it is with variables.
pub fn label_name(label: &Lifetime) -> String {
    format!("{}{}", label.ident, hygiene(label.ident.span()))
}

/// What a name means.
#[derive(Debug, Clone, Copy)]
enum Meaning {
    Local(LocalId),
    /// An item has taken the name over.
    Item,
    /// Perhaps a variable that a macro declares, by the number of the candidate.
    Candidate(usize),
}

/// The names in sight, innermost last.
#[derive(Debug, Default, Clone)]
pub struct Scopes {
    names: Vec<(Key, Meaning)>,
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
        self.names.push((key, Meaning::Local(local)));
    }

    pub fn hide(&mut self, key: Key) {
        self.names.push((key, Meaning::Item));
    }

    pub fn may_declare(&mut self, key: Key, candidate: usize) {
        self.names.push((key, Meaning::Candidate(candidate)));
    }

    pub fn lookup(&self, key: &Key) -> Option<LocalId> {
        match self.meaning(key)? {
            Meaning::Local(local) => Some(local),
            Meaning::Item | Meaning::Candidate(_) => None,
        }
    }

    /// The candidate that the name means, if nothing else has it.
    pub fn candidate(&self, key: &Key) -> Option<usize> {
        match self.meaning(key)? {
            Meaning::Candidate(candidate) => Some(candidate),
            Meaning::Item | Meaning::Local(_) => None,
        }
    }

    /// A candidate has turned out to be a variable.
    pub fn decide(&mut self, candidate: usize, local: LocalId) {
        for (_, meaning) in &mut self.names {
            if matches!(meaning, Meaning::Candidate(it) if *it == candidate) {
                *meaning = Meaning::Local(local);
            }
        }
    }

    fn meaning(&self, key: &Key) -> Option<Meaning> {
        let names = self.names.iter().rev();
        let mut known = names.filter(|(known, _)| known == key);
        known.next().map(|(_, meaning)| *meaning)
    }
}
