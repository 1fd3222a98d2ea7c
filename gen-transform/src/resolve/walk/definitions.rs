//! `macro_rules!` in the body whose transcribers name variables of the body.
//!
//! Such a macro means the variables in sight where it is defined, which in the state machine is another block by the time
//! it is called. So each call carries the definition, its names encoded, at the end of its tokens: they are mentions like
//! those among its arguments, and the definition can be written where they are variables.

use super::Resolver;
use crate::resolve::scope::Key;
use crate::resolve::tokens::{self, DEFINED, DEFINES, LATE};
use crate::resolve::{LocalId, Locals, decode};
use crate::syntax::format_captures;
use proc_macro2::{Ident, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use std::collections::{BTreeMap, BTreeSet};
use syn::visit::{self, Visit};
use syn::visit_mut::VisitMut;
use syn::{Block, Item, ItemMacro, Macro};

/// A `macro_rules!` in sight.
#[derive(Debug)]
pub struct Definition {
    name: Ident,
    number: usize,
    item: ItemMacro,
    rules: Vec<Rule>,
    /// Whether calls carry it.
    carried: bool,
}

/// `(matcher) => { transcriber }`
#[derive(Debug)]
struct Rule {
    /// The matcher and what else stands before the transcriber.
    head: TokenStream,
    transcriber: Option<proc_macro2::Group>,
    /// The variables that the transcriber names, by the names they have there.
    captured: Vec<(Key, LocalId)>,
}

impl Rule {
    fn local(&self, key: &Key) -> Option<LocalId> {
        let mut known = self.captured.iter();
        known.find(|(name, _)| name == key).map(|(_, local)| *local)
    }

    /// The rule with its variables encoded.
    fn encoded(&self, locals: &mut Locals) -> TokenStream {
        let mut tokens = self.head.clone();
        let transcriber = self.transcriber.clone().map(TokenTree::from);
        tokens.extend(tokens::encode_names(
            transcriber.into_token_stream(),
            &mut |ident, is_label| {
                let local = (!is_label).then(|| self.local(&Key::of(ident)))??;
                Some(locals.mention(local, ident.span()))
            },
        ));
        tokens
    }
}

impl Definition {
    /// The definition with its number, its variables encoded.
    ///
    /// Output: `0 { macro_rules! add { ($x:expr) => { __local0_4 += $x } } }`
    fn encoded(&self, locals: &mut Locals) -> TokenStream {
        let mut item = self.item.clone();
        let rules = self.rules.iter().map(|rule| rule.encoded(locals));
        item.mac.tokens = rules.collect();
        let number = Literal::usize_unsuffixed(self.number);
        quote!(#number { #item })
    }

    fn is_conditional(&self) -> bool {
        let mut attrs = self.item.attrs.iter();
        attrs.any(|attr| attr.path().is_ident("cfg"))
    }
}

impl Resolver {
    /// Brings a `macro_rules!` in sight. One that calls carry has to stay where it is.
    pub fn define(&mut self, item: &mut Item) {
        let Item::Macro(it) = &*item else { return };
        let (Some(name), true) = (&it.ident, it.mac.path.is_ident("macro_rules")) else {
            return;
        };
        self.macros.add(name, it.mac.tokens.clone());
        let rules = self.rules(it.mac.tokens.clone());
        let again = self.defined_again.contains(&name.to_string());
        let late = self.called_outside.contains(&name.to_string());
        let definition = Definition {
            name: name.clone(),
            number: self.definitions_seen,
            item: it.clone(),
            carried: again || late || rules.iter().any(|rule| !rule.captured.is_empty()),
            rules,
        };
        if definition.carried {
            let marker = Ident::new(DEFINES, Span::mixed_site());
            let encoded = definition.encoded(&mut self.locals);
            let late = late.then(|| Ident::new(LATE, Span::mixed_site()));
            *item = Item::Verbatim(quote!(#marker(#late #encoded)));
        }
        self.definitions_seen += 1;
        self.definitions.push(definition);
    }

    fn rules(&mut self, tokens: TokenStream) -> Vec<Rule> {
        let mut rules = Vec::new();
        let mut head = TokenStream::new();
        let mut arrow = false;
        for tree in tokens {
            match tree {
                TokenTree::Group(group) if arrow => {
                    rules.push(Rule {
                        head: std::mem::take(&mut head),
                        captured: self.named_in(group.stream()),
                        transcriber: Some(group),
                    });
                    arrow = false;
                }
                other => {
                    arrow = matches!(&other, TokenTree::Punct(punct) if punct.as_char() == '>');
                    head.extend([other]);
                }
            }
        }
        rules.push(Rule {
            head,
            transcriber: None,
            captured: Vec::new(),
        });
        rules
    }

    /// The variables in sight that a transcriber names. Where it cannot be read, because of what its fragments stand for,
    /// each name that is one.
    fn named_in(&mut self, transcriber: TokenStream) -> Vec<(Key, LocalId)> {
        let readable = tokens::without_fragments(transcriber.clone());
        let stmts = syn::parse::Parser::parse2(Block::parse_within, readable);
        let mut probe = Resolver {
            locals: self.locals.clone(),
            scopes: self.scopes.clone(),
            candidates: self.candidates.clone(),
            ..Resolver::default()
        };
        let found = match stmts {
            Ok(stmts) => {
                let mut block: Block = syn::parse_quote!({});
                block.stmts = stmts;
                probe.visit_block_mut(&mut block);
                block.to_token_stream()
            }
            Err(_) => {
                tokens::encode_macro_tokens(transcriber.clone(), &probe.scopes, &mut probe.locals)
            }
        };
        if self.declare_as(&probe) {
            return self.named_in(transcriber);
        }
        let mut captured = BTreeMap::new();
        tokens::visit_idents(found, &mut |ident| {
            if let Some(name) = decode(ident)
                && name.local.index() < self.locals.len()
            {
                captured.insert(name.local, Key::of(&self.locals.get(name.local).ident));
            }
        });
        let captured = captured.into_iter();
        captured.map(|(local, key)| (key, local)).collect()
    }

    /// Adds the definitions that a call needs to its tokens; returns what their string literals capture.
    pub fn carry_definitions(&mut self, mac: &Macro) -> (TokenStream, TokenStream) {
        let (mut carried, mut captured) = (TokenStream::new(), TokenStream::new());
        let mut called = mac.path.get_ident().cloned().into_iter().collect();
        tokens::called_macros(mac.tokens.clone(), &mut called);
        self.note_outside(&called);
        if self.definitions.iter().all(|it| !it.carried) {
            return (carried, captured);
        }
        for index in self.needed(called) {
            let definition = &self.definitions[index];
            carried.extend(definition.encoded(&mut self.locals));
            for rule in &definition.rules {
                captured.extend(literal_captures(rule, &mut self.locals));
            }
        }
        if !carried.is_empty() {
            let marker = Ident::new(DEFINED, Span::mixed_site());
            carried = quote!(#marker(#carried));
        }
        (carried, captured)
    }

    /// Notes those of the macros that are none of the body.
    fn note_outside(&mut self, called: &[Ident]) {
        let in_sight = |name: &&Ident| self.definitions.iter().any(|it| it.name == **name);
        let outside = called.iter().filter(|name| !in_sight(name));
        self.called_outside
            .extend(outside.map(Ident::to_string).collect::<Vec<_>>());
    }

    /// The definitions that the macros of these names mean here, and those that their transcribers call.
    fn needed(&self, mut called: Vec<Ident>) -> BTreeSet<usize> {
        let mut needed = BTreeSet::new();
        while let Some(name) = called.pop() {
            for (index, definition) in self.definitions.iter().enumerate().rev() {
                if definition.name != name {
                    continue;
                }
                if needed.insert(index) {
                    tokens::called_macros(definition.item.mac.tokens.clone(), &mut called);
                }
                if !definition.is_conditional() {
                    break;
                }
            }
        }
        needed.retain(|index| self.definitions[*index].carried);
        needed
    }
}

/// The variables that string literals of a transcriber name, `"{x}"`.
fn literal_captures(rule: &Rule, locals: &mut Locals) -> TokenStream {
    let mut literals = Vec::new();
    let transcriber = rule.transcriber.iter().map(|group| group.stream());
    tokens::string_literals(&transcriber.collect(), &mut literals);
    let mut captured = TokenStream::new();
    for literal in literals {
        for name in format_captures(&literal.to_string()) {
            if let Some(local) = rule.local(&Key::new(name, literal.span())) {
                captured.extend(locals.mention(local, literal.span()).into_token_stream());
            }
        }
    }
    captured
}

/// The names of which a body has several `macro_rules!`.
pub fn defined_again(body: &Block) -> BTreeSet<String> {
    #[derive(Default)]
    struct Names {
        once: BTreeSet<String>,
        again: BTreeSet<String>,
    }
    impl Visit<'_> for Names {
        fn visit_item(&mut self, item: &Item) {
            if let Item::Macro(ItemMacro {
                ident: Some(name), ..
            }) = item
                && !self.once.insert(name.to_string())
            {
                self.again.insert(name.to_string());
            }
        }
    }
    let mut names = Names::default();
    visit::visit_block(&mut names, body);
    names.again
}
