//! What a piece of code names, read off its tokens once.

use crate::lower::GOTO;
use crate::resolve::{CAPTURED, DEFINED, DEFINES, Name, decode_text, numbered};
use proc_macro2::{Span, TokenStream, TokenTree};
use quote::ToTokens;

/// A local named in a piece of code.
pub struct Named {
    pub name: Name,
    pub span: Span,
    /// Whether only a string literal names it.
    pub captured: bool,
}

/// The locals that a piece of code names, and what else its tokens tell.
#[derive(Default)]
pub struct Code {
    /// The locals in the order of the text, at any depth. What a `macro_rules!` names is not named before it is called.
    pub names: Vec<Named>,
    /// Whether it may be left in its middle.
    pub leaves: bool,
    /// Whether it is a condition with a `let`.
    pub has_let: bool,
    /// The numbers of the `macro_rules!` that stand in it.
    pub own: Vec<usize>,
    /// Those that calls in it carry, with their numbers.
    pub carried: Vec<(usize, TokenStream)>,
}

impl Code {
    pub fn of(code: &impl ToTokens) -> Code {
        let tokens = code.to_token_stream();
        let mut read = Reader::default();
        read.tokens(tokens);
        read.code
    }
}

#[derive(Default)]
struct Reader {
    code: Code,
    /// How many groups there are around the token at hand.
    depth: usize,
    /// Whether they are of what a string literal captures.
    captured: bool,
    /// Whether they are of a definition that a call carries.
    carried: bool,
}

impl Reader {
    fn tokens(&mut self, tokens: TokenStream) {
        let mut trees = tokens.into_iter();
        while let Some(tree) = trees.next() {
            match tree {
                TokenTree::Ident(ident) => {
                    let text = ident.to_string();
                    match text.as_str() {
                        CAPTURED => self.group(trees.next(), |it| &mut it.captured),
                        DEFINED => self.carried(trees.next()),
                        DEFINES => self.own(trees.next()),
                        text => self.ident(text, ident.span()),
                    }
                }
                TokenTree::Group(group) => {
                    self.depth += 1;
                    self.tokens(group.stream());
                    self.depth -= 1;
                }
                TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
        }
    }

    fn ident(&mut self, text: &str, span: Span) {
        let captured = self.captured;
        match decode_text(text) {
            Some(name) => self.code.names.push(Named {
                name,
                span,
                captured,
            }),
            None if text == GOTO => self.code.leaves = true,
            None => self.code.has_let |= text == "let" && self.depth == 0,
        }
    }

    /// Reads what stands behind a mark.
    fn group(&mut self, group: Option<TokenTree>, flag: impl Fn(&mut Self) -> &mut bool) {
        let outside = std::mem::replace(flag(self), true);
        self.tokens(group.into_iter().collect());
        *flag(self) = outside;
    }

    fn carried(&mut self, group: Option<TokenTree>) {
        if !self.carried {
            let definitions = group.clone().into_iter().flat_map(numbered);
            self.code.carried.extend(definitions);
        }
        self.group(group, |it| &mut it.carried);
    }

    fn own(&mut self, group: Option<TokenTree>) {
        if !self.carried {
            let definitions = group.into_iter().flat_map(numbered);
            self.code.own.extend(definitions.map(|(number, _)| number));
        }
    }
}
