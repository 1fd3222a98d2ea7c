//! Macros that declare variables: `let_pair!(a, b);` may stand for `let a = ..; let b = ..;`.
//!
//! Nobody has read what such a macro expands to. But a name that it declares has to stand among its tokens, and is used
//! later as a variable that nothing else declares; that is how it is found out. The names are noted in an attribute of the
//! statement, from which `lower` makes a `let` and which the plain body leaves out. In an anonymous generator, such a name is far more
//! often one that it captures.

use super::Resolver;
use crate::resolve::scope::Key;
use crate::resolve::tokens::DEFINED;
use crate::resolve::{LocalDecl, LocalId, LocalKind, Locals, decode, encode};
use crate::syntax::{known_macro, yield_kind};
use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use syn::{Attribute, Stmt, StmtMacro};

/// The attribute that notes what a macro declares.
const DECLARED: &str = "__declared";

/// A name that a macro declares, if it is used as a variable later.
#[derive(Debug, Clone)]
pub struct Candidate {
    ident: Ident,
    local: Option<LocalId>,
}

impl Resolver {
    /// Brings the names in sight that the macro statement may declare; returns their range among the candidates.
    pub fn candidates(&mut self, stmt: &Stmt) -> std::ops::Range<usize> {
        let start = self.candidates.len();
        if let Stmt::Macro(it) = stmt
            && !self.captures
            && yield_kind(&it.mac).is_none()
            && known_macro(&it.mac).is_none()
        {
            self.names_among(&it.mac.tokens);
        }
        start..self.candidates.len()
    }

    fn names_among(&mut self, tokens: &TokenStream) {
        let mut trees = tokens.clone().into_iter().peekable();
        let mut dots = 0;
        while let Some(tree) = trees.next() {
            let is_field = dots == 1;
            dots = match &tree {
                TokenTree::Punct(punct) if punct.as_char() == '.' => dots + 1,
                _ => 0,
            };
            match tree {
                // What a macro of the body declares by a name of its own, nobody else sees.
                TokenTree::Ident(ident) if ident == DEFINED => drop(trees.next()),
                TokenTree::Group(group) => self.names_among(&group.stream()),
                // A field, a method, or what is called.
                TokenTree::Ident(_) if is_field || trees.peek().is_some_and(is_called) => {}
                TokenTree::Ident(ident) if may_be_declared(&ident) => {
                    let key = Key::of(&ident);
                    if self.scopes.lookup(&key).is_none() {
                        self.scopes.may_declare(key, self.candidates.len());
                        self.candidates.push(Candidate { ident, local: None });
                    }
                }
                _ => {}
            }
        }
    }

    /// The local of a name that only a macro can have declared.
    pub fn declared_by_macro(&mut self, key: &Key) -> Option<LocalId> {
        let index = self.scopes.candidate(key)?;
        Some(self.decide(index))
    }

    fn decide(&mut self, index: usize) -> LocalId {
        let candidate = &mut self.candidates[index];
        let local = declare(&mut self.locals, &candidate.ident);
        candidate.local = Some(local);
        self.scopes.decide(index, local);
        local
    }

    /// Declares the candidates that `other`, a copy that has gone on, found to be variables; whether there are any.
    pub fn declare_as(&mut self, other: &Resolver) -> bool {
        let both = self.candidates.iter().zip(&other.candidates).enumerate();
        let new = both.filter(|(_, (own, its))| own.local.is_none() && its.local.is_some());
        let new: Vec<usize> = new.map(|(index, _)| index).collect();
        for index in &new {
            self.decide(*index);
        }
        !new.is_empty()
    }

    /// Notes which of the candidates turned out to be variables.
    pub fn note_declared(&self, stmt: &mut Stmt, candidates: std::ops::Range<usize>) {
        let found = self.candidates[candidates].iter();
        let found = found.filter_map(|candidate| candidate.local);
        let names: Vec<Ident> = found.map(|local| self.locals.binding(local)).collect();
        if let (Stmt::Macro(it), false) = (stmt, names.is_empty()) {
            let marker = Ident::new(DECLARED, Span::mixed_site());
            it.attrs.push(syn::parse_quote!(#[#marker(#(#names),*)]));
        }
    }
}

fn declare(locals: &mut Locals, ident: &Ident) -> LocalId {
    locals.add(LocalDecl {
        mutable: true,
        ..LocalDecl::new(ident.clone(), LocalKind::User)
    })
}

/// Variables start in lower case; keywords are no names.
pub fn may_be_declared(ident: &Ident) -> bool {
    let lower = !crate::resolve::patterns::starts_upper(ident);
    lower && decode(ident).is_none() && syn::parse_str::<Ident>(&ident.to_string()).is_ok()
}

fn is_called(next: &TokenTree) -> bool {
    match next {
        TokenTree::Punct(punct) => punct.as_char() == '!',
        TokenTree::Group(group) => group.delimiter() == Delimiter::Parenthesis,
        _ => false,
    }
}

fn is_marker(attr: &Attribute) -> bool {
    attr.path().is_ident(DECLARED)
}

/// Takes the note off a macro statement: the locals that the macro declares.
pub fn take_declared(stmt: &mut StmtMacro) -> Vec<LocalId> {
    let at = stmt.attrs.iter().position(is_marker);
    let Some(attr) = at.map(|at| stmt.attrs.remove(at)) else {
        return Vec::new();
    };
    let names = attr
        .parse_args_with(syn::punctuated::Punctuated::<Ident, syn::Token![,]>::parse_terminated);
    let names = names.into_iter().flatten();
    names
        .filter_map(|name| encode::decode(&name).map(|name| name.local))
        .collect()
}
