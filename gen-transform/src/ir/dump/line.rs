//! Tokens on one line, spaced roughly as rustfmt does it; of the absolute paths that the lowering writes only the end is
//! printed (`Option::Some` of `::core::option::Option::Some`).
//!
//! The printer knows no grammar: it decides between two neighbouring tokens whether a space stands there. What it takes
//! for a prefix operator, a list of generics or the head of a closure is a guess that only spaces depend on.

use crate::lower::GOTO;
use proc_macro2::token_stream::IntoIter;
use proc_macro2::{Delimiter, Group, Ident, Punct, Spacing, TokenStream, TokenTree};
use std::iter::Peekable;

type Trees = Peekable<IntoIter>;

/// Operators of several characters, longest first.
const OPERATORS: [&str; 24] = [
    "<<=", ">>=", "..=", "...", "::", "->", "=>", "==", "!=", "<=", ">=", "&&", "||", "+=", "-=",
    "*=", "/=", "%=", "^=", "&=", "|=", "<<", ">>", "..",
];

/// Keywords that an expression or pattern may follow, so that what looks like a call or a binary operator is none.
const BEFORE_OPERAND: [&str; 16] = [
    "as", "box", "break", "else", "for", "if", "in", "let", "loop", "match", "move", "mut", "ref",
    "return", "while", "unsafe",
];

/// Prints `tokens`, each identifier through `name`.
pub fn line(tokens: TokenStream, name: &dyn Fn(&Ident) -> String) -> String {
    let mut line = Line {
        text: String::new(),
        last: Last::Start,
        generics: 0,
        closure_head: false,
        name,
    };
    line.stream(tokens);
    line.text
}

/// What the text so far ends in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    /// Nothing, or an opening delimiter: no space, and an operand follows.
    Start,
    /// A name, a literal, a closing delimiter: what follows is no prefix operator.
    Operand,
    /// A keyword in front of an operand, or a binary operator: a space, and an operand follows.
    Operator,
    /// A prefix operator, `.` or `::`: no space.
    Tight,
    /// The `!` of a macro call: its arguments follow without a space.
    Bang,
    /// A closing brace: an operand may follow it, or a new statement.
    Brace,
}

struct Line<'a> {
    text: String,
    last: Last,
    /// How many lists of generics are open.
    generics: usize,
    closure_head: bool,
    name: &'a dyn Fn(&Ident) -> String,
}

impl Line<'_> {
    fn stream(&mut self, tokens: TokenStream) {
        let mut trees = tokens.into_iter().peekable();
        while let Some(tree) = trees.next() {
            match tree {
                TokenTree::Ident(ident) if ident == GOTO => self.goto(&mut trees),
                TokenTree::Ident(ident) => self.ident(&ident, &mut trees),
                TokenTree::Literal(literal) => self.word(&literal.to_string(), Last::Operand),
                TokenTree::Group(group) => self.group(&group),
                TokenTree::Punct(first) => {
                    let operator = joined(&first, &mut trees);
                    let is_absolute = operator == "::" && self.last != Last::Operand;
                    if !(is_absolute && skip_modules(&mut trees)) {
                        self.operator(&operator);
                    }
                }
            }
        }
    }

    fn push(&mut self, text: &str, space: bool, last: Last) {
        if space && !self.text.is_empty() && !self.text.ends_with(' ') {
            self.text.push(' ');
        }
        self.text.push_str(text);
        self.last = last;
    }

    fn word(&mut self, text: &str, last: Last) {
        let space = !matches!(self.last, Last::Start | Last::Tight | Last::Bang);
        self.push(text, space, last);
    }

    fn ident(&mut self, ident: &Ident, rest: &mut Trees) {
        let text = (self.name)(ident);
        if BEFORE_OPERAND.iter().any(|keyword| ident == keyword) {
            return self.word(&text, Last::Operator);
        }
        self.word(&text, Last::Operand);
        let is_macro = matches!(rest.peek(), Some(TokenTree::Punct(punct)) if punct.as_char() == '!' && punct.spacing() == Spacing::Alone);
        if is_macro {
            rest.next();
            self.push("!", false, Last::Bang);
        }
    }

    /// `!(4)` behind `__goto`.
    fn goto(&mut self, rest: &mut Trees) {
        self.word("goto", Last::Operator);
        rest.next();
        if let Some(TokenTree::Group(target)) = rest.next() {
            self.push(&format!("bb{}", target.stream()), true, Last::Operand);
        }
    }

    fn group(&mut self, group: &Group) {
        let (open, close) = match group.delimiter() {
            Delimiter::Parenthesis => ("(", ")"),
            Delimiter::Bracket => ("[", "]"),
            Delimiter::Brace => return self.brace(group),
            Delimiter::None => return self.stream(group.stream()),
        };
        let space = matches!(self.last, Last::Operator | Last::Brace);
        self.push(open, space, Last::Start);
        self.nested(group.stream());
        self.push(close, false, Last::Operand);
    }

    fn brace(&mut self, group: &Group) {
        let space = !matches!(self.last, Last::Start | Last::Tight);
        if group.stream().is_empty() {
            return self.push("{}", space, Last::Brace);
        }
        self.push("{ ", space, Last::Start);
        self.nested(group.stream());
        self.push("}", true, Last::Brace);
    }

    fn nested(&mut self, tokens: TokenStream) {
        let outer = (
            std::mem::take(&mut self.generics),
            std::mem::take(&mut self.closure_head),
        );
        self.stream(tokens);
        (self.generics, self.closure_head) = outer;
    }

    fn operator(&mut self, text: &str) {
        let operand_follows = !matches!(self.last, Last::Operand | Last::Brace);
        match text {
            "," | ";" => self.push(text, false, Last::Operator),
            ":" => self.push(text, false, Last::Operator),
            "." | "?" => {
                let last = if text == "." {
                    Last::Tight
                } else {
                    Last::Operand
                };
                self.push(text, false, last);
            }
            "::" | ".." | "..=" => {
                let space = self.last == Last::Operator;
                self.push(text, space, Last::Tight);
            }
            "'" | "#" => {
                let space = matches!(self.last, Last::Operator | Last::Operand | Last::Brace);
                self.push(text, space, Last::Tight);
            }
            "|" if self.closure_head => {
                self.closure_head = false;
                self.push(text, false, Last::Operator);
            }
            "|" if operand_follows => {
                self.closure_head = true;
                self.word(text, Last::Tight);
            }
            "||" if operand_follows => self.word(text, Last::Operator),
            "<" if self.opens_generics() => {
                self.generics += 1;
                self.push(text, false, Last::Tight);
            }
            ">" | ">>" if self.generics > 0 => {
                self.generics = self.generics.saturating_sub(text.len());
                self.push(text, false, Last::Operand);
            }
            "&" | "&&" | "*" | "-" | "!" if operand_follows => self.word(text, Last::Tight),
            "*" | "&" if self.last == Last::Brace => self.word(text, Last::Tight),
            _ => self.word(text, Last::Operator),
        }
    }

    /// Whether a `<` opens a list of generics: behind `::`, or behind a name in camel case.
    fn opens_generics(&self) -> bool {
        let name = self
            .text
            .rsplit(|c: char| !c.is_alphanumeric() && c != '_')
            .next()
            .unwrap_or_default();
        let camel_case = name.starts_with(char::is_uppercase) && name.contains(char::is_lowercase);
        self.text.ends_with("::") || camel_case
    }
}

/// The operator that `first` begins.
fn joined(first: &Punct, rest: &mut Trees) -> String {
    let mut operator = String::from(first.as_char());
    let mut spacing = first.spacing();
    while spacing == Spacing::Joint
        && let Some(TokenTree::Punct(next)) = rest.peek()
    {
        let longer = format!("{operator}{}", next.as_char());
        if !OPERATORS.iter().any(|known| known.starts_with(&longer)) {
            break;
        }
        (operator, spacing) = (longer, next.spacing());
        rest.next();
    }
    operator
}

/// Skips the crate and the modules of `core::option::Option`; whether such a path begins here.
fn skip_modules(rest: &mut Trees) -> bool {
    let is_ours = |text: &str| text == "core" || text == "gen_core";
    let mut skipped = false;
    while let Some(TokenTree::Ident(ident)) = rest.peek() {
        let text = ident.to_string();
        let is_module = text.starts_with(|c: char| c.is_lowercase() || c == '_');
        let mut behind = rest.clone();
        let next: [Option<TokenTree>; 4] = std::array::from_fn(|_| behind.next());
        let [
            _,
            Some(TokenTree::Punct(_)),
            Some(TokenTree::Punct(_)),
            Some(TokenTree::Ident(_)),
        ] = next
        else {
            break;
        };
        if !is_module || !(skipped || is_ours(&text)) {
            break;
        }
        rest.nth(2);
        skipped = true;
    }
    skipped
}
