//! The jumps that a macro of unknown grammar may make, as far as its tokens and its name tell.

use crate::resolve::visit_idents;
use proc_macro2::{TokenStream, TokenTree};
use std::collections::BTreeMap;
use syn::{Ident, Lifetime, Macro};

/// Parts of names that say that a macro returns, and that it goes on or stops with a loop.
const RETURNING: [&str; 3] = ["return", "ensure", "bail"];
const LOOPING: [&str; 3] = ["break", "continue", "skip"];

/// Which jumps stand in tokens.
#[derive(Debug, Clone, Default)]
pub struct Jumps {
    /// `return`
    pub returns: bool,
    /// `break` and `continue` without a label.
    pub loops: bool,
    /// The labels of the others.
    pub labels: Vec<Lifetime>,
}

impl Jumps {
    /// Those that stand in `tokens`, be it in a closure or a loop that stands there, too.
    ///
    /// Input: `x.parse(), { n += 1; continue 'lines }`
    fn note(&mut self, tokens: TokenStream) {
        let mut trees = tokens.into_iter().peekable();
        while let Some(tree) = trees.next() {
            match tree {
                TokenTree::Ident(ident) if ident == "return" => self.returns = true,
                TokenTree::Ident(ident) if ident == "break" || ident == "continue" => {
                    let quote = trees.next_if(is_quote);
                    match (quote, trees.peek()) {
                        (Some(_), Some(TokenTree::Ident(label))) => self.note_label(label),
                        _ => self.loops = true,
                    }
                }
                TokenTree::Group(group) => self.note(group.stream()),
                _ => {}
            }
        }
    }

    fn note_label(&mut self, name: &Ident) {
        if self.labels.iter().all(|known| known.ident != *name) {
            self.labels.push(Lifetime {
                apostrophe: name.span(),
                ident: name.clone(),
            });
        }
    }

    /// Those that the name of a macro says it makes.
    ///
    /// Input: `or_continue`
    fn note_name(&mut self, name: &str) {
        self.returns |= RETURNING.iter().any(|part| name.contains(part));
        self.loops |= LOOPING.iter().any(|part| name.contains(part));
    }
}

fn is_quote(tree: &TokenTree) -> bool {
    matches!(tree, TokenTree::Punct(punct) if punct.as_char() == '\'')
}

/// The macros of a body.
#[derive(Debug, Clone, Default)]
pub struct LocalMacros {
    /// The tokens of each `macro_rules!`, by name. Of several with one name those of all.
    definitions: BTreeMap<String, TokenStream>,
    /// Whether a macro of unknown grammar is called.
    called: bool,
    /// Whether one of these calls may return.
    returns: bool,
    /// Whether one of them, or `dbg!`, may show the text of its arguments.
    shows: bool,
}

impl LocalMacros {
    /// Adds one.
    pub fn add(&mut self, name: &Ident, definition: TokenStream) {
        let known = self.definitions.entry(name.to_string()).or_default();
        known.extend(definition);
    }

    /// The jumps that a call of unknown grammar may make: those among its arguments, in the `macro_rules!` of the body that it
    /// needs, and, of a macro from elsewhere, what its name says.
    pub fn jumps(&self, mac: &Macro) -> Jumps {
        let mut jumps = Jumps::default();
        jumps.note(mac.tokens.clone());
        let name = mac.path.segments.last().map(|last| last.ident.to_string());
        let name = name.unwrap_or_default();
        if !self.definitions.contains_key(&name) {
            jumps.note_name(&name);
        }
        for definition in self.needed(name, mac.tokens.clone()) {
            // A label in a `macro_rules!` is one of its own.
            let labels = std::mem::take(&mut jumps.labels);
            jumps.note(definition.clone());
            jumps.labels = labels;
        }
        jumps
    }

    /// Notes that a macro of unknown grammar is called.
    pub fn note_call(&mut self, mac: &Macro) {
        self.called = true;
        self.shows = true;
        self.returns = self.returns || self.jumps(mac).returns;
    }

    /// Notes that one of std's is called.
    pub fn note_known(&mut self, mac: &Macro) {
        self.shows = self.shows || mac.path.is_ident("dbg");
    }

    /// Whether a call may show the text of its arguments.
    pub fn may_show(&self) -> bool {
        self.shows
    }

    /// Whether a macro of unknown grammar is called.
    pub fn any_called(&self) -> bool {
        self.called
    }

    /// Whether any of those that are called may return.
    pub fn may_return(&self) -> bool {
        self.returns
    }

    /// The definitions of the macro of this name, of those that its arguments name, and of those that these need.
    fn needed(&self, name: String, arguments: TokenStream) -> Vec<&TokenStream> {
        let mut names = vec![name];
        let mut definitions: Vec<&TokenStream> = Vec::new();
        self.add_named(&mut names, arguments);
        let mut at = 0;
        while let Some(name) = names.get(at) {
            if let Some(definition) = self.definitions.get(name) {
                definitions.push(definition);
                self.add_named(&mut names, definition.clone());
            }
            at += 1;
        }
        definitions
    }

    fn add_named(&self, names: &mut Vec<String>, tokens: TokenStream) {
        visit_idents(tokens, &mut |ident| {
            let ident = ident.to_string();
            if self.definitions.contains_key(&ident) && !names.contains(&ident) {
                names.push(ident);
            }
        });
    }
}
