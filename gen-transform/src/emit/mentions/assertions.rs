//! What `assert!` says of its condition, which is the text of it.

use super::Rewrite;
use crate::emit::Context;
use crate::emit::spans::respan;
use crate::resolve::replace_names;
use crate::syntax::{MacroArg, MacroCall};
use proc_macro2::{Delimiter, Group, LineColumn, TokenStream, TokenTree};
use quote::ToTokens;
use syn::Expr;
use syn::visit_mut::VisitMut;

impl Rewrite<'_, '_> {
    /// The condition of an `assert!` without a message: where it is rewritten, the message is the text as the user wrote it.
    ///
    /// Input: `assert!(list.is_empty())` · Output: `assert!((*list).is_empty(), "{}", "assertion failed: list.is_empty()")`
    pub fn assertion(&mut self, call: &mut MacroCall) {
        let [condition] = &mut call.args[..] else {
            return;
        };
        let written = as_written(self.cx, condition.value.to_token_stream());
        self.visit_expr_mut(&mut condition.value);
        if condition.value.to_token_stream().to_string() != written.to_string() {
            call.args.extend(message(written));
        }
    }
}

/// What an `assert!` says whose condition is rewritten.
pub fn message_of(cx: &Context<'_>, condition: &Expr) -> [MacroArg; 2] {
    message(as_written(cx, condition.to_token_stream()))
}

fn message(written: TokenStream) -> [MacroArg; 2] {
    let message = format!("assertion failed: {}", source_text(written));
    [literal("{}"), literal(&message)]
}

/// The names of the variables, and of an operand that has been evaluated before, all of it.
fn as_written(cx: &Context<'_>, tokens: TokenStream) -> TokenStream {
    replace_names(tokens, &mut |name, span| {
        let local = cx.body.locals.get(name.local);
        match &local.init {
            Some(operand) if local.kind.is_temp() => {
                let operand = as_written(cx, operand.to_token_stream());
                Some(Group::new(Delimiter::None, operand).into())
            }
            _ => Some(respan(&local.ident, span).into()),
        }
    })
}

fn literal(text: &str) -> MacroArg {
    let value: Expr = syn::parse_quote!(#text);
    MacroArg { name: None, value }
}

/// The text of tokens with the spaces of the source.
fn source_text(tokens: TokenStream) -> String {
    let mut text = Text::default();
    match text.push_all(tokens.clone()) {
        Some(()) => text.text,
        None => tokens.to_string(),
    }
}

#[derive(Default)]
struct Text {
    text: String,
    /// Where the last token ends.
    end: Option<LineColumn>,
}

impl Text {
    /// `None` if the tokens do not stand behind each other.
    fn push_all(&mut self, tokens: TokenStream) -> Option<()> {
        for tree in tokens {
            let TokenTree::Group(group) = tree else {
                let text = tree.to_string();
                // What stands between the arguments of a macro is written anew.
                match &*text {
                    "," => self.text.push(','),
                    "if" if self.text.ends_with(|it| it != '(') => self.text.push_str(" if"),
                    "if" => self.text.push_str("if"),
                    _ => self.push(&text, (tree.span().start(), tree.span().end()))?,
                }
                continue;
            };
            let (open, close) = match group.delimiter() {
                Delimiter::Parenthesis => ("(", ")"),
                Delimiter::Brace => ("{", "}"),
                Delimiter::Bracket => ("[", "]"),
                Delimiter::None => {
                    self.push_all(group.stream())?;
                    continue;
                }
            };
            // Of a group that has been written anew, both delimiters have the span of the whole.
            let (start, end) = (group.span_open().start(), group.span_close().end());
            self.push(open, (start, moved(start, 1)))?;
            self.push_all(group.stream())?;
            self.push(close, (moved(end, -1), end))?;
        }
        Some(())
    }

    fn push(&mut self, token: &str, (start, end): (LineColumn, LineColumn)) -> Option<()> {
        if let Some(before) = self.end {
            if start < before {
                return None;
            }
            if start != before {
                self.text.push(' ');
            }
        }
        self.text.push_str(token);
        self.end = Some(end);
        Some(())
    }
}

fn moved(place: LineColumn, columns: isize) -> LineColumn {
    LineColumn {
        line: place.line,
        column: place.column.saturating_add_signed(columns),
    }
}
